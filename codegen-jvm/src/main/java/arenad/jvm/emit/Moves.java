package arenad.jvm.emit;

import arenad.jvm.abi.RuntimeEntry;
import arenad.jvm.layout.Component;
import arenad.jvm.layout.Kind;
import arenad.jvm.layout.Shape;
import arenad.jvm.layout.Width;
import java.util.ArrayList;
import java.util.List;

/// Moves the components of values between the operand stack, local variables and memory.
final class Moves {

  private final Code code;

  Moves(Code code) {
    this.code = code;
  }

  /// Pushes the whole value.
  void load(Location location, Shape shape) {
    load(location, shape, 0, shape.components().size());
  }

  /// Pushes the components from `from` up to, not including, `to`; of a value in memory, its address.
  void load(Location location, Shape shape, int from, int to) {
    if (shape.inMemory()) {
      pushAddress(location);
      return;
    }
    if (to == from && location instanceof Location.OnStack) {
      code.pop(Kind.LONG);
      return;
    }
    Location source = to - from > 1 ? settled(location) : location;
    for (int i = from; i < to; i++) {
      loadComponent(source, shape, i);
    }
  }

  private void loadComponent(Location location, Shape shape, int index) {
    Component component = shape.components().get(index);
    switch (location) {
      case Location.Slots(List<Integer> slots) -> code.load(component.kind(), slots.get(index));
      case Location.Memory _, Location.OnStack _ -> {
        pushAddress(behind(location, component.offset()));
        code.read(component.width());
      }
    }
  }

  /// Pushes what tells whether an optional is null: its flag, or its address. Returns which of them.
  Kind loadPresence(Location location, Shape shape) {
    if (shape.inMemory()) {
      pushAddress(behind(location, shape.presence()));
      code.read(Width.U8);
      return Kind.INT;
    }
    int index = shape.hasFlag() ? shape.components().size() - 1 : 0;
    load(location, shape, index, index + 1);
    return shape.components().get(index).kind();
  }

  /// Takes the components of a split value from the operand stack into a place.
  void store(Location location, Shape shape) {
    if (location instanceof Location.Slots(List<Integer> slots)) {
      for (int i = shape.components().size() - 1; i >= 0; i--) {
        code.store(shape.components().get(i).kind(), slots.get(i));
      }
    } else {
      Location.Slots held = spill(shape);
      copy(held, location, shape);
    }
  }

  /// Takes the components of a value from the operand stack into fresh local variables; of a value in memory, its address.
  Location.Slots spill(Shape shape) {
    List<Integer> slots = new ArrayList<>();
    for (Component component : shape.components()) {
      slots.add(code.newSlot(component.kind()));
    }
    Location.Slots location = new Location.Slots(slots);
    for (int i = slots.size() - 1; i >= 0; i--) {
      code.store(shape.components().get(i).kind(), slots.get(i));
    }
    return location;
  }

  /// Writes a split value that is held somewhere to memory.
  void copy(Location from, Location to, Shape shape) {
    Location target = shape.components().size() > 1 ? settled(to) : to;
    for (int i = 0; i < shape.components().size(); i++) {
      Component component = shape.components().get(i);
      pushAddress(behind(target, component.offset()));
      loadComponent(from, shape, i);
      code.write(component.width());
    }
  }

  /// Copies the bytes of a value in memory; its address is on the operand stack.
  void copyBytes(Location to, Shape shape) {
    pushAddress(to);
    code.constant(shape.size());
    code.call(RuntimeEntry.MEMORY_MOVE);
  }

  /// Pushes the address of a place in memory.
  void pushAddress(Location location) {
    switch (location) {
      case Location.Memory(int slot, long offset) -> {
        code.load(Kind.LONG, slot);
        code.advance(offset);
      }
      case Location.OnStack(long offset) -> code.advance(offset);
      case Location.Slots _ -> throw new IllegalStateException("local variables have no address");
    }
  }

  /// The same place, good for any number of uses.
  Location settled(Location location) {
    if (location instanceof Location.OnStack(long offset)) {
      int slot = code.newSlot(Kind.LONG);
      code.store(Kind.LONG, slot);
      return new Location.Memory(slot, offset);
    }
    return location;
  }

  static Location behind(Location location, long offset) {
    return switch (location) {
      case Location.Memory(int slot, long base) -> new Location.Memory(slot, base + offset);
      case Location.OnStack(long base) -> new Location.OnStack(base + offset);
      case Location.Slots _ -> throw new IllegalStateException("local variables have no address");
    };
  }

  /// The place of a member of a struct, tuple or optional.
  static Location member(Location location, Shape.Member member) {
    if (location instanceof Location.Slots(List<Integer> slots)) {
      int first = member.firstComponent();
      return new Location.Slots(slots.subList(first, first + member.shape().components().size()));
    }
    return behind(location, member.offset());
  }
}
