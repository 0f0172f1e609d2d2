package arenad.lower;

import arenad.ir.Instruction;
import arenad.ir.IrFunction;
import arenad.ir.Place;
import arenad.ir.Value;
import arenad.text.Span;
import arenad.type.ConstantValue;
import arenad.type.Owners;
import arenad.type.Type;
import arenad.typed.Expr;
import arenad.typed.Operation;
import java.util.ArrayList;
import java.util.List;

/// Writes what happens to owners: moves, counted copies, drops.
///
/// A plain read of an owner only looks at it, for the length of the instruction. Whoever wants the owner itself
/// takes it out of its place. Drops are written where scopes and statements end, whether or not the owner has
/// been moved by then; [Drops] leaves out those that have nothing to drop.
final class Ownership {

  private final BodyLowering body;
  private final Owners owners;

  /// Temporaries that are dropped at the end of the statement which made them.
  private final List<IrFunction.Local> made = new ArrayList<>();

  Ownership(BodyLowering body, Owners owners) {
    this.body = body;
    this.owners = owners;
  }

  boolean holds(Type type) {
    return owners.holds(type);
  }

  /// What stands at a place, as a value of its own: moved if it owns what cannot be owned twice, else a copy
  /// whose counted handles are counted.
  Value taken(Place place, Span span) {
    Value read = new Value.Read(place, place.type(), span);
    if (!owners.holds(place.type())) {
      return read;
    }
    Operation operation = owners.moves(place.type()) ? Operation.OWNER_MOVE : Operation.OWNER_COPY;
    return new Value.Intrinsic(operation, List.of(read), place.type(), span);
  }

  /// What a local holds, taken out of it.
  Value moved(IrFunction.Local local, Span span) {
    Value read = new Value.Read(new Place.OfLocal(local), local.type(), span);
    return owners.holds(local.type())
        ? new Value.Intrinsic(Operation.OWNER_MOVE, List.of(read), local.type(), span)
        : read;
  }

  /// The same value, of which a look has been taken before, taken out of where it stands.
  Value takenAgain(Value looked) {
    return owners.holds(looked.type())
        ? new Value.Intrinsic(Operation.OWNER_MOVE, List.of(looked), looked.type(), looked.span())
        : looked;
  }

  /// An owner as it stands; one that is a value only is kept until the statement ends.
  Value looked(Expr owner) {
    if (!owners.holds(owner.type())) {
      return body.expressions().value(owner);
    }
    Type type = owner.type();
    Span span = owner.span();
    return switch (owner) {
      case Expr.Local _, Expr.Field _, Expr.TupleElement _, Expr.Deref _, Expr.Index _ ->
          new Value.Read(body.places().place(owner), type, span);
      case Expr.Narrowed(Expr value, _, _) ->
          new Value.Unwrap(looked(value), Value.Proof.NARROWED, type, span);
      case Expr.Unwrap(Expr value, _, _) ->
          new Value.Unwrap(looked(value), Value.Proof.CHECKED, type, span);
      case Expr value -> look(body.expressions().temporary(body.expressions().value(value)), span);
    };
  }

  private static Value look(IrFunction.Local local, Span span) {
    return new Value.Read(new Place.OfLocal(local), local.type(), span);
  }

  /// A local that stands for the same owner and does not own it.
  IrFunction.Local alias(Value looked) {
    IrFunction.Local alias = body.draft().newTemporary(looked.type(), looked.span());
    body.draft().assign(alias, looked);
    return alias;
  }

  /// Whether the operation looks at its first operand, an owner, and does not take it.
  static boolean looksAtOwner(Operation operation) {
    return switch (operation) {
      case OWNER_VALUE,
          OWNER_COPY,
          OWNER_TAKE,
          SHARED_COUNT,
          SHARED_WEAK,
          WEAK_UPGRADE,
          REGION_COMPACT,
          REGION_BYTES ->
          true;
      default -> false;
    };
  }

  Value operation(Expr.Intrinsic intrinsic) {
    Expr owner = intrinsic.arguments().getFirst();
    Operation operation = intrinsic.operation();
    if (operation == Operation.OWNER_TAKE) {
      return take(intrinsic, owner);
    }
    if (operation == Operation.REGION_COMPACT) {
      return compact(intrinsic, owner);
    }
    Value looked = looked(owner);
    if (operation == Operation.OWNER_VALUE && Owners.isCounted(owner.type())) {
      looked = keptAlive(looked);
    }
    return new Value.Intrinsic(operation, List.of(looked), intrinsic.type(), intrinsic.span());
  }

  /// What a counted handle leads to is used under a handle that nobody else can drop: a local's own, or a
  /// copy for the statement.
  private Value keptAlive(Value handle) {
    if (isOfLocal(handle)) {
      return handle;
    }
    Span span = handle.span();
    Value copy = new Value.Intrinsic(Operation.OWNER_COPY, List.of(handle), handle.type(), span);
    return look(body.expressions().temporary(copy), span);
  }

  private static boolean isOfLocal(Value handle) {
    return switch (handle) {
      case Value.Read(Place place, _, _) -> TemporaryFlow.rootOf(place) != null;
      case Value.Unwrap(Value inner, _, _, _) -> isOfLocal(inner);
      case Value _ -> false;
    };
  }

  /// The owner out of a nullable place, which is null afterwards.
  private Value take(Expr.Intrinsic intrinsic, Expr owner) {
    Span span = intrinsic.span();
    Place place = body.places().settle(body.places().place(owner), body.draft().mark());
    Value read = new Value.Read(place, place.type(), owner.span());
    IrFunction.Local taken = body.expressions().temporary(takenAgain(read));
    Value nothing = new Value.Constant(new ConstantValue.Null(), place.type(), span);
    body.draft().add(new Instruction.Assign(place, nothing, false, span));
    return moved(taken, span);
  }

  /// The objects move, so the handle is another one afterwards.
  private Value compact(Expr.Intrinsic intrinsic, Expr owner) {
    Span span = intrinsic.span();
    boolean narrowed = owner instanceof Expr.Narrowed;
    Expr stored = owner instanceof Expr.Narrowed(Expr value, _, _) ? value : owner;
    Place place = body.places().settle(body.places().place(stored), body.draft().mark());
    Value out = takenAgain(new Value.Read(place, place.type(), owner.span()));
    Value region =
        narrowed ? new Value.Unwrap(out, Value.Proof.NARROWED, owner.type(), owner.span()) : out;
    Value compacted =
        new Value.Intrinsic(Operation.REGION_COMPACT, List.of(region), owner.type(), span);
    Value fresh = narrowed ? new Value.Some(compacted, place.type(), span) : compacted;
    body.draft().add(new Instruction.Assign(place, fresh, false, span));
    return Expressions.nothing(span);
  }

  /// A variable whose scope begins here.
  void own(IrFunction.Local local) {
    if (owners.holds(local.type())) {
      body.exits().own(local);
    }
  }

  void dropLater(IrFunction.Local temporary) {
    if (owners.holds(temporary.type())) {
      made.add(temporary);
    }
  }

  /// How many temporaries wait for the end of their statement.
  int made() {
    return made.size();
  }

  /// Drops the temporaries made since then, the latest first.
  void dropMade(int since, Span span) {
    while (made.size() > since) {
      drop(made.removeLast(), span);
    }
  }

  /// Keeps the temporaries made since then until the block around ends.
  void keepMade(int since) {
    List<IrFunction.Local> kept = made.subList(since, made.size());
    kept.forEach(body.exits()::own);
    kept.clear();
  }

  /// The value, which has no owner in it, in a form that is good after what was made for it is dropped.
  Value outliving(int since, Value value) {
    if (made.size() == since) {
      return value;
    }
    Value kept = body.expressions().read(body.expressions().temporary(value), value.span());
    dropMade(since, value.span());
    return kept;
  }

  /// A result, in a local that the return empties.
  Value handedOut(Value result) {
    IrFunction.Local local = body.draft().newTemporary(result.type(), result.span());
    body.draft().assign(local, result);
    return look(local, result.span());
  }

  /// Puts an owner in the place of the one that is there.
  void replace(Place place, Value value, Span span) {
    IrFunction.Local fresh = body.expressions().temporary(value);
    drop(place, span);
    body.draft().add(new Instruction.Assign(place, moved(fresh, value.span()), false, span));
  }

  void drop(IrFunction.Local local, Span span) {
    drop(new Place.OfLocal(local), span);
  }

  private void drop(Place place, Span span) {
    body.draft().add(Drops.of(place, span));
  }
}
