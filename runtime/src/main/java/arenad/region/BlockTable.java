package arenad.region;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Blocks by numbers: an index and a generation, which is another one each time the index is used.
final class BlockTable {
  private static final int LAST_GENERATION = Integer.MAX_VALUE;

  private static final class Slot {
    private @Nullable MemoryBlock block;
    private int generation = 1;
  }

  private final List<Slot> slots = new ArrayList<>();
  private final List<Integer> free = new ArrayList<>();

  long add(MemoryBlock block) {
    int index;
    if (free.isEmpty()) {
      index = slots.size();
      slots.add(new Slot());
    } else {
      index = free.removeLast();
    }
    slots.get(index).block = block;
    return (long) slots.get(index).generation << 32 | index;
  }

  /// The block of a number, or null when there is none, or none any more.
  @Nullable MemoryBlock find(long number) {
    int index = (int) number;
    if (index < 0 || index >= slots.size()) {
      return null;
    }
    Slot slot = slots.get(index);
    return slot.generation == (int) (number >>> 32) ? slot.block : null;
  }

  void remove(long number) {
    if (find(number) != null) {
      remove((int) number);
    }
  }

  private void remove(int index) {
    Slot slot = slots.get(index);
    slot.block = null;
    if (slot.generation < LAST_GENERATION) {
      slot.generation++;
      free.add(index);
    }
  }

  void removeDead() {
    removeIf(block -> !block.isAlive());
  }

  void removeAll(MemoryRegion region) {
    removeIf(block -> block.isOf(region));
  }

  private void removeIf(Predicate<MemoryBlock> gone) {
    for (int index = 0; index < slots.size(); index++) {
      MemoryBlock block = slots.get(index).block;
      if (block != null && gone.test(block)) {
        remove(index);
      }
    }
  }
}
