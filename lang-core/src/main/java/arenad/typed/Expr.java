package arenad.typed;

import arenad.symbol.SymbolId;
import arenad.text.Span;
import arenad.type.ConstantValue;
import arenad.type.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An expression of an elaborated body. Conversions, dereferences and narrowings that the source
/// leaves unsaid are written out here. Those marked *place* may stand left of `=`.
public sealed interface Expr {

  Type type();

  Span span();

  record Literal(ConstantValue value, Type type, Span span) implements Expr {}

  /// *place*. A read of a variable.
  record Local(Variable variable, Type type, Span span) implements Expr {}

  record Constant(SymbolId symbol, ConstantValue value, Type type, Span span) implements Expr {}

  /// *place*. Member `index` of a struct that is a place or a value; the struct behind a reference is a [Deref].
  record Field(Expr object, int index, String name, Type type, Span span) implements Expr {}

  /// *place*. Element `index` of a tuple.
  record TupleElement(Expr tuple, int index, Type type, Span span) implements Expr {}

  /// *place*. The object that a reference (not null) leads to; as a value, a shallow copy of it.
  record Deref(Expr reference, Type type, Span span) implements Expr {}

  /// *place*. `sequence[index]` of an array, fixed array, span (or, not a place, a string or buffer);
  /// out of range it panics. `index` is an `i64` or `i32`. Of a map, `index` is the key; read or
  /// written in part, what is not there panics.
  record Index(Expr sequence, Expr index, Type type, Span span) implements Expr {}

  /// A call of a function or method.
  ///
  /// @param onObject whether the first argument is what the callee's `self` is: an object as a place, the
  ///     [Deref] of a reference, or the reference
  record Call(
      SymbolId callee,
      boolean onObject,
      List<Type> typeArguments,
      List<Expr> arguments,
      Type type,
      Span span)
      implements Expr {
    public Call {
      typeArguments = List.copyOf(typeArguments);
      arguments = List.copyOf(arguments);
    }
  }

  /// A member that a requirement gives to a value of a type parameter: its field, or when `called` its method.
  /// Instances have what the type argument provides in its place.
  ///
  /// @param arguments the value first
  record Required(
      SymbolId requirement,
      String member,
      boolean called,
      List<Expr> arguments,
      Type type,
      Span span)
      implements Expr {
    public Required {
      arguments = List.copyOf(arguments);
    }
  }

  /// A closure, as an argument of a [Call] and nowhere else. What it uses of the variables around, it uses
  /// where they are, for it runs before the call returns.
  ///
  /// @param parameters its own variables that are given values
  /// @param result what its `return`s give
  /// @param first the number of its first own variable; parameters are among its own
  /// @param last the number after that of its last own variable; all other variables in it are those around
  record Closure(
      List<Variable> parameters,
      Type result,
      Stmt.Block body,
      int first,
      int last,
      Type type,
      Span span)
      implements Expr {
    public Closure {
      parameters = List.copyOf(parameters);
    }
  }

  /// A call of what a parameter of function type is given.
  record CallParameter(Local function, List<Expr> arguments, Type type, Span span) implements Expr {
    public CallParameter {
      arguments = List.copyOf(arguments);
    }
  }

  /// An operation that the language brings: see [Operation]. The receiver, where there is one, is the first argument.
  record Intrinsic(Operation operation, List<Expr> arguments, Type type, Span span)
      implements Expr {
    public Intrinsic {
      arguments = List.copyOf(arguments);
    }
  }

  record Unary(Operator.Unary operator, Expr operand, Type type, Span span) implements Expr {}

  record Arithmetic(Operator.Arithmetic operator, Expr left, Expr right, Type type, Span span)
      implements Expr {}

  /// Compares two values of one type, by [arenad.type] equality (strings by content, references by identity, structs member by member).
  record Compare(Operator.Comparison operator, Expr left, Expr right, Type type, Span span)
      implements Expr {}

  /// `value == null`, or `!=` when `negated`.
  record IsNull(Expr value, boolean negated, Type type, Span span) implements Expr {}

  /// `&&` (`and`) or `||`.
  record Logical(boolean and, Expr left, Expr right, Type type, Span span) implements Expr {}

  /// `condition ? then : otherwise`.
  record Conditional(Expr condition, Expr then, Expr otherwise, Type type, Span span)
      implements Expr {}

  /// `value ?? otherwise`.
  record Coalesce(Expr value, Expr otherwise, Type type, Span span) implements Expr {}

  /// `value!`: panics when null.
  record Unwrap(Expr value, Type type, Span span) implements Expr {}

  /// A nullable place that a test has shown not to be null on every path to here. The checker
  /// verifies that no call in between may have written it.
  record Narrowed(Expr value, Type type, Span span) implements Expr {}

  /// `object?.rest`: null when `object` is; else `rest`, in which `bound` holds the object. `rest` has the
  /// chain's type; it is `void` when nothing is given.
  record OptionalChain(Expr object, Variable bound, Expr rest, Type type, Span span)
      implements Expr {}

  /// `T` to `T?`; `null` to `T?` is a [Literal] of that type.
  record Some(Expr value, Type type, Span span) implements Expr {}

  /// A value of a variant as one of the union `type`, or a reference to an object of a variant as one
  /// to the union.
  record Inject(Expr value, int tag, Type type, Span span) implements Expr {}

  /// *place*, where `value` is one. What a match has found `value` to hold, which is a union or a
  /// reference to one. The checker verifies that no call in between may have written it.
  record Variant(Expr value, int tag, Type type, Span span) implements Expr {}

  /// `value` is evaluated and held in `variable` while `rest` is.
  record Let(Variable variable, Expr value, Expr rest, Type type, Span span) implements Expr {}

  /// `match subject { case A => 1, case B => 2 }`, exhaustive. The subject is a path, or held.
  ///
  /// @param variants how many variants the subject's union has; 0 where it is none
  record Match(Expr subject, int variants, List<Arm> arms, Type type, Span span) implements Expr {
    public Match {
      arms = List.copyOf(arms);
    }
  }

  /// A case of a match as an expression.
  record Arm(List<MatchLabel> labels, Expr value) {
    public Arm {
      labels = List.copyOf(labels);
    }
  }

  /// A conversion between scalars, lossless or by `as`: integers wrap, floats to integers saturate, NaN
  /// is 0, an integer that is no Unicode scalar value becomes the `char` U+FFFD.
  record Convert(Expr value, Type type, Span span) implements Expr {}

  /// Every field in the order of declaration, defaults filled in. Evaluation follows `order`,
  /// the positions in the order in which the source writes them.
  record StructLiteral(
      SymbolId struct, List<Expr> fields, List<Integer> order, Type type, Span span)
      implements Expr {
    public StructLiteral {
      fields = List.copyOf(fields);
      order = List.copyOf(order);
    }
  }

  record TupleLiteral(List<Expr> elements, Type type, Span span) implements Expr {
    public TupleLiteral {
      elements = List.copyOf(elements);
    }
  }

  /// `[1, 2, 3]` as a fixed array.
  record ArrayLiteral(List<Expr> elements, Type type, Span span) implements Expr {
    public ArrayLiteral {
      elements = List.copyOf(elements);
    }
  }

  /// `[value; N]` as a fixed array.
  record ArrayFill(Expr value, Type type, Span span) implements Expr {}

  /// `f"..."`: a temporary.
  record Format(List<Part> parts, Type type, Span span) implements Expr {
    public Format {
      parts = List.copyOf(parts);
    }
  }

  /// A piece of an f-string.
  sealed interface Part {
    record Text(String value) implements Part {}

    /// @param specification what stands after the colon in `{x:.2}`, or null
    record Hole(Expr value, @Nullable String specification) implements Part {}
  }

  /// `arena.new(value)`: a reference to a fresh object.
  record New(Expr arena, Expr value, Type type, Span span) implements Expr {}

  /// `value.clone(arena)`, deep; without an arena, into the arena that `value` lives in.
  record Clone(Expr value, @Nullable Expr arena, Type type, Span span) implements Expr {}

  /// Where an error stood. Nobody complains about it again.
  record Hole(Type type, Span span) implements Expr {}
}
