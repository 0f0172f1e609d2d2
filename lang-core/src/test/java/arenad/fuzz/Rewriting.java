package arenad.fuzz;

import arenad.ir.Place;
import arenad.ir.Value;
import arenad.text.Span;
import arenad.type.ConstantValue;
import arenad.type.Type;
import java.util.List;
import java.util.function.UnaryOperator;

/// Replaces values, the inner ones first.
final class Rewriting {

  private Rewriting() {}

  static Value literal(Type type, Span span) {
    return new Value.Constant(new ConstantValue.Text("literal"), type, span);
  }

  static Value of(Value value, UnaryOperator<Value> change) {
    return change.apply(
        switch (value) {
          case Value.Constant _ -> value;
          case Value.Read(Place place, var type, var span) ->
              new Value.Read(of(place, change), type, span);
          case Value.Operate(var operator, var operands, var type, var span) ->
              new Value.Operate(operator, all(operands, change), type, span);
          case Value.IsNull(Value operand, boolean negated, var type, var span) ->
              new Value.IsNull(of(operand, change), negated, type, span);
          case Value.Unwrap(Value operand, var proof, var type, var span) ->
              new Value.Unwrap(of(operand, change), proof, type, span);
          case Value.Some(Value operand, var type, var span) ->
              new Value.Some(of(operand, change), type, span);
          case Value.Inject(Value operand, int tag, var type, var span) ->
              new Value.Inject(of(operand, change), tag, type, span);
          case Value.Project(Value operand, int tag, var proof, var type, var span) ->
              new Value.Project(of(operand, change), tag, proof, type, span);
          case Value.Convert(Value operand, var type, var span) ->
              new Value.Convert(of(operand, change), type, span);
          case Value.Call(var callee, var typeArguments, var arguments, var type, var span) ->
              new Value.Call(callee, typeArguments, all(arguments, change), type, span);
          case Value.Required(
                  var requirement,
                  var member,
                  var called,
                  var readOnly,
                  var arguments,
                  var type,
                  var span) ->
              new Value.Required(
                  requirement, member, called, readOnly, all(arguments, change), type, span);
          case Value.Borrow(Place place, var type, var span) ->
              new Value.Borrow(of(place, change), type, span);
          case Value.Intrinsic(var operation, var arguments, var type, var span) ->
              new Value.Intrinsic(operation, all(arguments, change), type, span);
          case Value.Aggregate(var members, var type, var span) ->
              new Value.Aggregate(all(members, change), type, span);
          case Value.Fill(Value element, var type, var span) ->
              new Value.Fill(of(element, change), type, span);
          case Value.Format _ -> value;
          case Value.New(Value arena, Value initial, var type, var span) ->
              new Value.New(of(arena, change), of(initial, change), type, span);
          case Value.Clone(Value operand, Value arena, var type, var span) ->
              new Value.Clone(
                  of(operand, change), arena == null ? null : of(arena, change), type, span);
          case Value.NewArena(var kind, Value parent, var label, var type, var span) ->
              new Value.NewArena(
                  kind, parent == null ? null : of(parent, change), label, type, span);
        });
  }

  static Place of(Place place, UnaryOperator<Value> change) {
    return switch (place) {
      case Place.OfLocal _ -> place;
      case Place.Object(Value reference, Type type) ->
          new Place.Object(of(reference, change), type);
      case Place.Member(Place container, int index, String name, Type type) ->
          new Place.Member(of(container, change), index, name, type);
      case Place.Payload(Place union, int tag, Type type) ->
          new Place.Payload(of(union, change), tag, type);
      case Place.Slot(Place array, Value index, Type type) ->
          new Place.Slot(of(array, change), of(index, change), type);
      case Place.Element(Value sequence, Value index, Type type) ->
          new Place.Element(of(sequence, change), of(index, change), type);
    };
  }

  private static List<Value> all(List<Value> values, UnaryOperator<Value> change) {
    return values.stream().map(value -> of(value, change)).toList();
  }
}
