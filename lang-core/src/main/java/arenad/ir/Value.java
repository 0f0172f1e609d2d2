package arenad.ir;

import arenad.symbol.SymbolId;
import arenad.text.Span;
import arenad.type.ConstantValue;
import arenad.type.Type;
import arenad.typed.Operation;
import arenad.typed.Operator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A computation without control flow of its own; it may call, allocate and panic.
public sealed interface Value {

  Type type();

  Span span();

  record Constant(ConstantValue value, Type type, Span span) implements Value {}

  /// A copy of what the place holds.
  record Read(Place place, Type type, Span span) implements Value {}

  /// Arithmetic and comparison; all operands have the type of the first (a shift count has its
  /// own).
  record Operate(Operator operator, List<Value> operands, Type type, Span span) implements Value {
    public Operate {
      operands = List.copyOf(operands);
    }
  }

  /// `value == null`, or `!= null` when `negated`.
  record IsNull(Value value, boolean negated, Type type, Span span) implements Value {}

  /// `T?` to `T`.
  record Unwrap(Value value, Proof proof, Type type, Span span) implements Value {}

  /// Why an [Unwrap] cannot meet null, a [Project] no other variant.
  enum Proof {
    /// Nothing says so: a panic at run time if it is (`x!`).
    CHECKED,
    /// A test of the same place on every path; the checker verifies that nothing in between may
    /// have written it.
    NARROWED,
    /// Lowering has just branched on it; the value is in a temporary.
    KNOWN
  }

  /// `T` to `T?`.
  record Some(Value value, Type type, Span span) implements Value {}

  /// A value of a variant as one of the union `type`; a reference to an object of a variant as one to
  /// the union. `tag` counts the variants from 1.
  record Inject(Value value, int tag, Type type, Span span) implements Value {}

  /// The other way round. Of a union it is a copy of the payload.
  ///
  /// @param proof never [Proof#CHECKED]
  record Project(Value value, int tag, Proof proof, Type type, Span span) implements Value {}

  /// A conversion between scalars: integers wrap, floats to integers saturate, NaN is 0, an integer that
  /// is no Unicode scalar value becomes the `char` U+FFFD.
  record Convert(Value value, Type type, Span span) implements Value {}

  /// A call; a method's first argument is a reference to the object ([Borrow] for a stack object).
  record Call(
      SymbolId callee, List<Type> typeArguments, List<Value> arguments, Type type, Span span)
      implements Value {
    public Call {
      typeArguments = List.copyOf(typeArguments);
      arguments = List.copyOf(arguments);
    }
  }

  /// What a requirement gives of the first argument, a value of a type parameter: its field, or when `called`
  /// what its method returns. In graphs of templates alone.
  ///
  /// @param readOnly whether its method must not write what it is called on
  record Required(
      SymbolId requirement,
      String member,
      boolean called,
      boolean readOnly,
      List<Value> arguments,
      Type type,
      Span span)
      implements Value {
    public Required {
      arguments = List.copyOf(arguments);
    }
  }

  /// The address of a place for the length of one call: how `self` is passed. Never of a place inside an
  /// element of a growable array, which may move. How a closure is handed a variable that it writes, too; then
  /// `type` refers to a tuple of the variable alone, so that what it holds has a name in contracts.
  record Borrow(Place place, Type type, Span span) implements Value {}

  record Intrinsic(Operation operation, List<Value> arguments, Type type, Span span)
      implements Value {
    public Intrinsic {
      arguments = List.copyOf(arguments);
    }
  }

  /// A struct, tuple or fixed array value from its members, in the order of declaration.
  record Aggregate(List<Value> members, Type type, Span span) implements Value {
    public Aggregate {
      members = List.copyOf(members);
    }
  }

  /// A fixed array all of whose elements are `element`.
  record Fill(Value element, Type type, Span span) implements Value {}

  /// An f-string, made in the current frame; hole values are constants or reads of locals.
  record Format(List<Part> parts, Type type, Span span) implements Value {
    public Format {
      parts = List.copyOf(parts);
    }
  }

  /// A piece of an f-string.
  sealed interface Part {
    record Text(String value) implements Part {}

    record Hole(Value value, @Nullable String specification) implements Part {}
  }

  /// A fresh object in an arena, initialised with `value`.
  record New(Value arena, Value value, Type type, Span span) implements Value {}

  /// A deep copy into `arena`, or into the arena that `value` lives in.
  record Clone(Value value, @Nullable Value arena, Type type, Span span) implements Value {}

  /// A fresh arena.
  record NewArena(ArenaKind kind, @Nullable Value parent, String label, Type type, Span span)
      implements Value {}

  /// How an arena is made, and with it how it ends.
  enum ArenaKind {
    /// `Arena.newRoot()`: freed by hand.
    ROOT,
    /// `a.newSub()`: freed by hand or with its parent.
    SUB,
    /// `a.useArena(...)`: ends with the block it is given to.
    SCOPED,
    /// `region name { }`: ends with its block; hangs on nothing.
    REGION
  }
}
