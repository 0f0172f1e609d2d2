package arenad.type;

import arenad.symbol.SymbolId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A resolved type. Two types are the same exactly when they are `equals`.
public sealed interface Type {

  /// Types without a lifetime and of one machine word at most.
  enum Scalar implements Type {
    BOOL("bool", 1),
    CHAR("char", 4),
    I8("i8", 1),
    I16("i16", 2),
    I32("i32", 4),
    I64("i64", 8),
    U8("u8", 1),
    U16("u16", 2),
    U32("u32", 4),
    U64("u64", 8),
    F32("f32", 4),
    F64("f64", 8);

    private final String spelling;
    private final int bytes;

    Scalar(String spelling, int bytes) {
      this.spelling = spelling;
      this.bytes = bytes;
    }

    /// The keyword that names the type.
    public String spelling() {
      return spelling;
    }

    /// Size in memory, in bytes; also its alignment.
    public int bytes() {
      return bytes;
    }

    public boolean isInteger() {
      return compareTo(I8) >= 0 && compareTo(U64) <= 0;
    }

    public boolean isUnsigned() {
      return compareTo(U8) >= 0 && compareTo(U64) <= 0;
    }

    public boolean isFloat() {
      return this == F32 || this == F64;
    }

    public boolean isNumeric() {
      return compareTo(I8) >= 0;
    }
  }

  /// Types with no value to look into.
  enum Unit implements Type {
    /// The result of a function that returns nothing.
    VOID,
    /// The type of the literal `null` before it meets a `T?`.
    NULL,
    /// The type of what does not come back (`panic`); fits everywhere.
    NEVER,
    /// A hole: somebody has complained already, and nobody else shall.
    UNKNOWN
  }

  /// `String`: an immutable slice of UTF-8 bytes.
  record Text() implements Type {}

  /// A handle of an arena.
  record Arena() implements Type {}

  /// `T?`. Never an optional of an optional.
  record Optional(Type of) implements Type {}

  /// `&T`, `&const T` and `ref(region) T`. The region is a remark for lifetimes: with or without it, or
  /// with another, it is the same type.
  ///
  /// @param region a region parameter's name, or that of a module's region after its module and a dot
  record Ref(Type target, boolean readOnly, @Nullable String region) implements Type {
    public Ref(Type target) {
      this(target, false, null);
    }

    /// Whether this is the `&const T` of the `&T` that `other` is.
    public boolean guards(Ref other) {
      return readOnly && !other.readOnly && target.equals(other.target);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Ref ref && readOnly == ref.readOnly && target.equals(ref.target);
    }

    @Override
    public int hashCode() {
      return 31 * target.hashCode() + (readOnly ? 1 : 0);
    }

    @Override
    public String toString() {
      return "Ref[" + (readOnly ? "const " : "") + target + "]";
    }
  }

  /// A struct or union of the program, with its type arguments. The regions are a remark for lifetimes: with
  /// or without them, or with others, it is the same type.
  ///
  /// @param regions one for each region parameter, named as those of references are; or none, where
  ///     nothing is said of them
  record Named(SymbolId symbol, List<Type> arguments, List<String> regions) implements Type {
    public Named {
      arguments = List.copyOf(arguments);
      regions = List.copyOf(regions);
    }

    public Named(SymbolId symbol, List<Type> arguments) {
      this(symbol, arguments, List.of());
    }

    public Named(SymbolId symbol) {
      this(symbol, List.of());
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Named named
          && symbol.equals(named.symbol)
          && arguments.equals(named.arguments);
    }

    @Override
    public int hashCode() {
      return 31 * symbol.hashCode() + arguments.hashCode();
    }

    @Override
    public String toString() {
      return "Named[" + symbol + ", " + arguments + "]";
    }
  }

  /// A type parameter of the declaration that is being looked at.
  record Parameter(String name) implements Type {}

  /// `T[N]`: a value.
  record FixedArray(Type element, int length) implements Type {}

  /// `[A, B]`.
  record Tuple(List<Type> elements) implements Type {
    public Tuple {
      elements = List.copyOf(elements);
    }
  }

  /// `(A, B) => R`: second class, only ever a parameter.
  record Function(List<Type> parameters, Type result) implements Type {
    public Function {
      parameters = List.copyOf(parameters);
    }
  }

  /// A container or handle that the language brings.
  record Builtin(Container container, List<Type> arguments) implements Type {
    public Builtin {
      arguments = List.copyOf(arguments);
    }

    public Builtin(Container container, Type... arguments) {
      this(container, List.of(arguments));
    }
  }

  /// The generic types that the language brings, and how many arguments each takes.
  enum Container {
    ARRAY("Array", 1),
    MAP("Map", 2),
    SPAN("Span", 1),
    STRING_BUFFER("StringBuffer", 0),
    ARENA_BUFFER("ArenaBuffer", 0),
    OWNED("Owned", 1),
    SHARED("Shared", 1),
    WEAK("Weak", 1),
    REGION("Region", 1);

    private final String spelling;
    private final int arity;

    Container(String spelling, int arity) {
      this.spelling = spelling;
      this.arity = arity;
    }

    public String spelling() {
      return spelling;
    }

    public int arity() {
      return arity;
    }
  }

  /// `Array<element>`.
  static Type array(Type element) {
    return new Builtin(Container.ARRAY, element);
  }

  /// The type without its `?`.
  static Type withoutNull(Type type) {
    return type instanceof Optional(Type of) ? of : type;
  }
}
