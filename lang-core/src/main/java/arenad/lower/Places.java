package arenad.lower;

import arenad.ir.IrFunction;
import arenad.ir.Place;
import arenad.ir.Value;
import arenad.lifetime.Position;
import arenad.text.Span;
import arenad.type.Type;
import arenad.type.Variants;
import arenad.typed.Expr;
import arenad.typed.Variable;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Writes the places that expressions stand for; what is a value only is put into a temporary.
final class Places {

  private final BodyLowering body;
  private final Map<Expr, Place> standIns = new IdentityHashMap<>();

  Places(BodyLowering body) {
    this.body = body;
  }

  /// From here on, that very expression is that place.
  void standIn(Expr expression, Place place) {
    standIns.put(expression, place);
  }

  Place place(Expr expression) {
    Type type = expression.type();
    Place standIn = standIns.get(expression);
    if (standIn != null) {
      return standIn;
    }
    if (expression instanceof Expr.Local(Variable variable, _, _)) {
      return of(variable, expression.span());
    }
    if (expression instanceof Expr.Field(Expr object, int index, String name, _, _)) {
      return new Place.Member(place(object), index, name, type);
    }
    if (expression instanceof Expr.TupleElement(Expr tuple, int index, _, _)) {
      return new Place.Member(place(tuple), index, Integer.toString(index), type);
    }
    if (expression instanceof Expr.Deref(Expr reference, _, _)) {
      return new Place.Object(body.expressions().value(reference), type);
    }
    if (expression instanceof Expr.Variant(Expr value, int tag, _, _)
        && Variants.isUnion(value.type())) {
      return new Place.Payload(place(value), tag, type);
    }
    if (expression instanceof Expr.Index index) {
      return element(index);
    }
    return new Place.OfLocal(body.expressions().temporary(body.expressions().value(expression)));
  }

  private Place of(Variable variable, Span span) {
    IrFunction.Local address = body.surrounding().addresses().get(variable.index());
    if (address == null) {
      return new Place.OfLocal(body.draft().local(variable));
    }
    Place storage = new Place.Object(read(address, span), new Type.Tuple(List.of(variable.type())));
    return new Place.Member(storage, 0, variable.name(), variable.type());
  }

  /// A variable as a closure is handed it: a copy of what it holds, or where closures write it, the address
  /// of its storage, as if that were a tuple of one element.
  Bound.Captured captured(Variable variable, Span span) {
    String name = variable.name().isEmpty() ? "captured" : variable.name();
    IrFunction.Local address = body.surrounding().addresses().get(variable.index());
    if (address != null) {
      return new Bound.Captured(address.name(), read(address, span));
    }
    Place place = new Place.OfLocal(body.draft().local(variable));
    if (!body.surrounding().byAddress().get(variable.index())) {
      return new Bound.Captured(name, new Value.Read(place, variable.type(), span));
    }
    Type storage = new Type.Tuple(List.of(variable.type()));
    return new Bound.Captured(
        Position.ADDRESS + name, new Value.Borrow(place, new Type.Ref(storage), span));
  }

  private static Value read(IrFunction.Local local, Span span) {
    return new Value.Read(new Place.OfLocal(local), local.type(), span);
  }

  private Place element(Expr.Index index) {
    if (!(index.sequence().type() instanceof Type.FixedArray)) {
      List<Value> both = body.expressions().operands().of(index.sequence(), index.index());
      return new Place.Element(both.getFirst(), both.getLast(), index.type());
    }
    Place array = place(index.sequence());
    GraphDraft.Mark beforeIndex = body.draft().mark();
    Value position = body.expressions().value(index.index());
    if (!body.draft().mark().equals(beforeIndex)) {
      array = settle(array, beforeIndex);
    }
    return new Place.Slot(array, position, index.type());
  }

  /// The same place, with what leads to it evaluated at the mark and not again.
  Place settle(Place place, GraphDraft.Mark mark) {
    return settle(place, new MovingMark(body.draft(), mark));
  }

  Place settle(Place place, MovingMark mark) {
    return switch (place) {
      case Place.OfLocal _ -> place;
      case Place.Object(Value reference, Type type) ->
          new Place.Object(body.expressions().settle(reference, mark), type);
      case Place.Member(Place container, int index, String name, Type type) ->
          new Place.Member(settle(container, mark), index, name, type);
      case Place.Payload(Place union, int tag, Type type) ->
          new Place.Payload(settle(union, mark), tag, type);
      case Place.Slot(Place array, Value index, Type type) ->
          new Place.Slot(settle(array, mark), body.expressions().settle(index, mark), type);
      case Place.Element(Value sequence, Value index, Type type) ->
          new Place.Element(
              body.expressions().settle(sequence, mark),
              body.expressions().settle(index, mark),
              type);
    };
  }

  /// The same place, with all that leads to it held in storage that no statement can write.
  Place capture(Place place) {
    return switch (place) {
      case Place.OfLocal _ -> place;
      case Place.Object(Value reference, Type type) -> new Place.Object(captured(reference), type);
      case Place.Member(Place container, int index, String name, Type type) ->
          new Place.Member(capture(container), index, name, type);
      case Place.Payload(Place union, int tag, Type type) ->
          new Place.Payload(capture(union), tag, type);
      case Place.Slot(Place array, Value index, Type type) ->
          new Place.Slot(capture(array), captured(index), type);
      case Place.Element(Value sequence, Value index, Type type) ->
          new Place.Element(captured(sequence), captured(index), type);
    };
  }

  private Value captured(Value value) {
    return value instanceof Value.Constant
        ? value
        : body.expressions().read(body.expressions().temporary(value), value.span());
  }

  /// Whether parts of a local of that type can be written on their own.
  static boolean hasMembers(Type type) {
    return switch (type) {
      case Type.Named _, Type.Tuple _, Type.FixedArray _, Type.Parameter _ -> true;
      case Type.Optional(Type of) -> hasMembers(of);
      case Type.Scalar _,
          Type.Unit _,
          Type.Text _,
          Type.Arena _,
          Type.Ref _,
          Type.Function _,
          Type.Builtin _ ->
          false;
    };
  }
}
