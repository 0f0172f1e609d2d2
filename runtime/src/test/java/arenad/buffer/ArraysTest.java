package arenad.buffer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import arenad.Native;
import arenad.memory.Arenas;
import arenad.memory.Context;
import arenad.memory.Memory;
import arenad.panic.Panic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ArraysTest {
  private final Context context = new Context();

  @AfterEach
  void close() {
    context.close();
  }

  /// Elements hold the same number in their first and last four bytes.
  private static void put(long address, int size, int value) {
    Memory.putI32(address, value);
    Memory.putI32(address + size - 4, value);
  }

  private static List<Integer> contents(long array, int size) {
    List<Integer> values = new ArrayList<>();
    for (int i = 0; i < Arrays.length(array); i++) {
      long address = Arrays.at(array, i, size);
      assertEquals(Memory.i32(address), Memory.i32(address + size - 4));
      values.add(Memory.i32(address));
    }
    return values;
  }

  @Test
  void anArrayDoesWhatAJavaListDoes() {
    Random random = new Random(47);
    for (int size : new int[] {4, 8, 12, 16, 40}) {
      long arena = Arenas.newRoot(context);
      long array = Arrays.create(context, arena, size, random.nextInt(3));
      List<Integer> list = new ArrayList<>();
      for (int i = 0; i < 20_000; i++) {
        step(random, array, size, list, i);
        if (i % 100 == 0) {
          assertEquals(list, contents(array, size));
        }
      }
      assertEquals(list, contents(array, size));
      assertEquals(0, Arenas.capacity(arena), "a buffer that is all an arena has costs no chunk");
      Arenas.free(context, arena);
    }
  }

  private void step(Random random, long array, int size, List<Integer> list, int value) {
    switch (random.nextInt(1000) == 0 ? 9 : random.nextInt(list.size() > 300 ? 7 : 5)) {
      case 0, 1, 2 -> {
        put(Arrays.push(array, size), size, value);
        list.add(value);
      }
      case 3 -> {
        int at = random.nextInt(list.size() + 1);
        put(Arrays.insert(array, at, size), size, value);
        list.add(at, value);
      }
      case 4, 5 -> {
        long last = Arrays.pop(array, size);
        assertEquals(list.isEmpty(), last == 0);
        if (last != 0) {
          assertEquals(list.removeLast(), Memory.i32(last));
        }
      }
      case 6 -> {
        int at = random.nextInt(list.size());
        Arrays.removeAt(array, at, size);
        list.remove(at);
      }
      default -> {
        Arrays.reverse(context, array, size);
        Collections.reverse(list);
        if (random.nextBoolean()) {
          Arrays.clear(array);
          list.clear();
        }
      }
    }
  }

  @Test
  void whatIsNotThereIsAPanicOrNothing() {
    long array = Arrays.create(context, Arenas.newRoot(context), 8, 0);
    for (int i = 0; i < 3; i++) {
      Memory.putI64(Arrays.push(array, 8), i);
    }
    Panic panic = assertThrows(Panic.class, () -> Arrays.at(array, 5, 8));
    assertEquals("index out of range: 5, length 3", panic.getMessage());
    assertThrows(Panic.class, () -> Arrays.at(array, -1, 8));
    assertThrows(Panic.class, () -> Arrays.insert(array, 4, 8));
    assertThrows(Panic.class, () -> Arrays.removeAt(array, 3, 8));
    assertThrows(Panic.class, () -> Arrays.reserve(array, -1, 8));
    assertEquals(0, Arrays.find(array, 3, 8));
    assertEquals(2, Memory.i64(Arrays.find(array, 2, 8)));
  }

  @Test
  void arraysAllocateNothingOnTheJavaHeap() {
    Native.assertAllocatesNothing(
        () -> {
          for (int i = 0; i < 100; i++) {
            long arena = Arenas.newRoot(context);
            long array = Arrays.create(context, arena, 16, 0);
            for (int k = 0; k < 1000; k++) {
              Memory.putI64(Arrays.push(array, 16), k * 7919 % 1000);
            }
            Arrays.reverse(context, array, 16);
            Arenas.free(context, arena);
          }
        });
  }
}
