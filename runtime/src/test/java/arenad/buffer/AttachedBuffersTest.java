package arenad.buffer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import arenad.memory.Arenas;
import arenad.memory.BufferHeader;
import arenad.memory.Context;
import arenad.memory.Memory;
import arenad.std.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Buffers own memory outside of the chunks and go with their arena.
final class AttachedBuffersTest {
  private final Context context = new Context();

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void anArenaOfNothingButBuffersHasNoChunk() {
    long arena = Arenas.newRoot(context);
    long array = Arrays.create(context, arena, 8, 0);
    long text = StringBuffers.create(context, arena, 0);
    long map = Maps.create(context, arena, 24, 0);
    for (int i = 0; i < 10_000; i++) {
      Memory.putI64(Arrays.push(array, 8), i);
      Text.beginIn(context, text);
      Text.appendI32(context, i);
      Text.endIn(context);
      Memory.putI64(I64Maps.put(map, i, 24) + 16, i);
    }
    assertEquals(0, Arenas.capacity(arena));
    assertEquals(0, Arenas.used(arena));
    assertEquals(10_000, Arrays.length(array));
    assertEquals(38_890, StringBuffers.length(text));
    assertEquals(10_000, Maps.length(map));
    Arenas.free(context, arena);
  }

  @Test
  void freeAndResetReleaseTheStorageOfAll() {
    long arena = Arenas.newRoot(context);
    for (int round = 0; round < 2; round++) {
      long[] buffers = {
        filledArray(arena), filledArray(Arenas.newSub(context, arena)), filledText(arena)
      };
      for (long buffer : buffers) {
        assertNotEquals(0, Memory.i64(buffer + BufferHeader.DATA));
      }
      if (round == 0) {
        Arenas.reset(context, arena);
      } else {
        Arenas.free(context, arena);
      }
      for (long buffer : buffers) {
        assertEquals(0, Memory.i64(buffer + BufferHeader.DATA));
        assertEquals(0, Arrays.length(buffer));
      }
    }
  }

  @Test
  void anFStringGoesStraightIntoItsBuffer() {
    long arena = Arenas.newRoot(context);
    long text = StringBuffers.create(context, arena, 0);
    long top = context.tempTop();
    Text.beginIn(context, text);
    for (int i = 0; i < 50_000; i++) {
      Text.appendI32(context, i);
      Text.appendF64(context, 0.5);
    }
    Text.endIn(context);
    assertEquals(top, context.tempTop());
    assertEquals(0, context.tempGrowth());
    assertEquals(0, context.textScratch);
  }

  @Test
  void growthDoublesSoThatItMovesSeldom() {
    long arena = Arenas.newRoot(context);
    long array = Arrays.create(context, arena, 8, 0);
    int growths = 0;
    int capacity = 0;
    for (int i = 0; i < 1_000_000; i++) {
      Arrays.push(array, 8);
      int now = Memory.i32(array + BufferHeader.CAPACITY);
      growths += now == capacity ? 0 : 1;
      capacity = now;
    }
    assertEquals(19, growths);
  }

  private long filledArray(long arena) {
    long array = Arrays.create(context, arena, 8, 0);
    for (int i = 0; i < 100; i++) {
      Memory.putI64(Arrays.push(array, 8), i);
    }
    return array;
  }

  private long filledText(long arena) {
    long text = StringBuffers.create(context, arena, 0);
    Text.beginIn(context, text);
    Text.appendI32(context, 12_345);
    Text.endIn(context);
    return text;
  }
}
