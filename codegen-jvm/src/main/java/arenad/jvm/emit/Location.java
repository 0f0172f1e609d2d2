package arenad.jvm.emit;

import java.util.List;

/// Where a value stands while a method runs.
sealed interface Location {

  /// In local variables of the JVM: the slot of each component.
  record Slots(List<Integer> slots) implements Location {
    public Slots {
      slots = List.copyOf(slots);
    }
  }

  /// In memory, `offset` bytes behind the address in a local variable.
  record Memory(int baseSlot, long offset) implements Location {}

  /// In memory, `offset` bytes behind the address on top of the operand stack; good for one use.
  record OnStack(long offset) implements Location {}
}
