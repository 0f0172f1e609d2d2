package arenad.jvm.emit;

import arenad.jvm.abi.Context;
import arenad.jvm.layout.Component;
import arenad.jvm.layout.Shape;
import arenad.jvm.layout.Shapes;
import arenad.type.Type;
import java.util.ArrayList;
import java.util.List;

/// How a function is called: after the context comes, when the result is in memory, the address to write it to; then the
/// components of each parameter. Caller and callee derive it from the types alone.
///
/// A method takes at most 255 slots. A parameter whose components would not leave one address for each of those after it is
/// passed as the address of a copy.
///
/// @param parameters one for each parameter
/// @param result the shape of the result
/// @param returned the components that come back: of the result, unless it is in memory, and behind them, from the second form of a
///     method ([SplitReceiver]), those of `self`; the first is the JVM result, the others are in the context
record Signature(
    List<Parameter> parameters,
    Shape result,
    List<Component> returned,
    String descriptor,
    int slots) {

  private static final int MOST_SLOTS = 255;
  private static final int ADDRESS_SLOTS = 2;

  /// Where the address of a result in memory arrives: behind the context.
  static final int RESULT_SLOT = 1;

  /// @param slot the first of its slots
  /// @param byAddress whether it is passed as the address of a copy
  record Parameter(Shape shape, int slot, boolean byAddress) {}

  static Signature of(List<Type> parameters, Type result, Shapes shapes) {
    return of(parameters, result, Type.Unit.VOID, shapes);
  }

  /// @param receiver the type of `self` in the second form of a method, else `VOID`
  static Signature of(List<Type> parameters, Type result, Type receiver, Shapes shapes) {
    Shape resultShape = shapes.of(result);
    List<Component> returned = new ArrayList<>();
    if (!resultShape.inMemory()) {
      returned.addAll(resultShape.components());
    }
    returned.addAll(shapes.of(receiver).components());
    StringBuilder descriptor = new StringBuilder("(").append(Context.DESCRIPTOR);
    int slot = 1;
    if (resultShape.inMemory()) {
      descriptor.append('J');
      slot += ADDRESS_SLOTS;
    }
    List<Parameter> placed = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      Shape shape = shapes.of(parameters.get(i));
      int reserved = ADDRESS_SLOTS * (parameters.size() - i - 1);
      boolean byAddress = shape.inMemory() || slot + slotsOf(shape) + reserved > MOST_SLOTS;
      placed.add(new Parameter(shape, slot, byAddress));
      if (byAddress) {
        descriptor.append('J');
        slot += ADDRESS_SLOTS;
      } else {
        shape.components().forEach(c -> descriptor.append(c.kind().descriptor()));
        slot += slotsOf(shape);
      }
    }
    char letter = returned.isEmpty() ? 'V' : returned.getFirst().kind().descriptor();
    descriptor.append(')').append(letter);
    return new Signature(placed, resultShape, returned, descriptor.toString(), slot);
  }

  boolean fits() {
    return slots <= MOST_SLOTS;
  }

  private static int slotsOf(Shape shape) {
    int slots = 0;
    for (Component component : shape.components()) {
      slots += component.kind().slots();
    }
    return slots;
  }
}
