package arenad.buffer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import arenad.Native;
import arenad.memory.Arenas;
import arenad.memory.Context;
import arenad.memory.Literals;
import arenad.memory.Memory;
import arenad.panic.Panic;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ClonesTest {
  private final Context context = new Context();
  private final long from = Arenas.newRoot(context);
  private final long to = Arenas.newRoot(context);

  /// `Node { value: i32; name: String; next: &Node?; other: &Node?; items: Array<Pair>; buffer: StringBuffer; pairs: Pair[2] }` and
  /// `Pair { node: &Node?; value: i64; }`.
  private final long table =
      table(
          new int[] {
            96,
            7,
            8,
            Layouts.STRING,
            0,
            0,
            24,
            Layouts.REFERENCE,
            0,
            0,
            32,
            Layouts.REFERENCE,
            0,
            0,
            40,
            Layouts.ARRAY,
            1,
            0,
            48,
            Layouts.STRING_BUFFER,
            0,
            0,
            56,
            Layouts.REPEATED,
            1,
            2,
            88,
            Layouts.INLINE,
            2,
            0
          },
          new int[] {16, 1, 0, Layouts.REFERENCE, 0, 0},
          new int[] {8, 0});

  @AfterEach
  void close() {
    context.close();
  }

  private static long table(int[]... types) {
    int words = 1 + types.length;
    for (int[] type : types) {
      words += type.length;
    }
    long table = Literals.allocate(4L * words);
    Memory.putI32(table, types.length);
    int at = 1 + types.length;
    for (int i = 0; i < types.length; i++) {
      Memory.putI32(table + 4 + 4L * i, at);
      for (int word : types[i]) {
        Memory.putI32(table + 4L * at++, word);
      }
    }
    return table;
  }

  private long node(int value) {
    long node = Arenas.allocZeroed(context, from, 96);
    Memory.putI32(node, value);
    return node;
  }

  @Test
  void nothingStaysNothing() {
    assertEquals(0, Clones.object(context, to, 0, table, 0));
    assertEquals(0, Clones.array(context, to, 0, table, 1));
    long copy = Clones.object(context, to, node(7), table, 0);
    assertEquals(7, Memory.i32(copy));
    assertEquals(0, Memory.i64(copy + 8));
    assertEquals(to, Arenas.arenaOf(copy));
  }

  @Test
  void sharingCyclesArraysAndStringsAreKept() {
    Native.Text name = Native.text(context, "a name");
    long a = node(1);
    long b = node(2);
    Memory.putI64(a + 8, name.address());
    Memory.putI32(a + 16, name.length());
    Memory.putI64(b + 8, name.address());
    Memory.putI32(b + 16, 1);
    Memory.putI64(a + 24, b);
    Memory.putI64(a + 32, b);
    Memory.putI64(b + 24, a);
    long array = Arrays.create(context, from, 16, 0);
    for (int i = 0; i < 100; i++) {
      long pair = Arrays.push(array, 16);
      Memory.putI64(pair, i % 2 == 0 ? a : b);
      Memory.putI64(pair + 8, i);
    }
    Memory.putI64(a + 40, array);
    Memory.putI64(b + 40, array);
    long buffer = StringBuffers.create(context, from, 0);
    StringBuffers.append(buffer, name.address(), name.length());
    Memory.putI64(a + 48, buffer);
    Memory.putI64(a + 72, b);
    Memory.putI64(a + 80, 5);

    long copy = Clones.object(context, to, a, table, 0);
    Memory.fill(name.address(), name.length(), 'x');
    Arenas.free(context, from);
    long other = Memory.i64(copy + 24);
    assertNotEquals(b, other);
    assertEquals(other, Memory.i64(copy + 32));
    assertEquals(copy, Memory.i64(other + 24));
    assertEquals("a name", Native.stored(copy + 8));
    assertEquals("a", Native.stored(other + 8));
    long items = Memory.i64(copy + 40);
    assertNotEquals(array, items);
    assertEquals(items, Memory.i64(other + 40));
    for (int i = 0; i < 100; i++) {
      assertEquals(i % 2 == 0 ? copy : other, Memory.i64(Arrays.at(items, i, 16)));
      assertEquals(i, Memory.i64(Arrays.at(items, i, 16) + 8));
    }
    assertEquals(
        "a name",
        Native.result(context, StringBuffers.toString(context, Memory.i64(copy + 48), to)));
    assertEquals(0, Memory.i64(copy + 56));
    assertEquals(other, Memory.i64(copy + 72));
    assertEquals(5, Memory.i64(copy + 80));
  }

  @Test
  void aListOfAMillionNodesNeedsNoStack() {
    long head = 0;
    for (int i = 0; i < 1_000_000; i++) {
      long node = node(i);
      Memory.putI64(node + 24, head);
      head = node;
    }
    long copy = Clones.object(context, to, head, table, 0);
    Arenas.free(context, from);
    for (int i = 999_999; i >= 0; i--) {
      assertEquals(i, Memory.i32(copy));
      copy = Memory.i64(copy + 24);
    }
    assertEquals(0, copy);
    assertEquals(96_000_000, Arenas.used(to));
  }

  @Test
  void aValueIsMadeDeepInPlaceAndAnArrayIsCopied() {
    long node = node(3);
    long pair = context.tempAllocZeroed(16);
    Memory.putI64(pair, node);
    Clones.inPlace(context, to, pair, table, 1);
    assertNotEquals(node, Memory.i64(pair));
    assertEquals(3, Memory.i32(Memory.i64(pair)));
    long array = Arrays.create(context, from, 16, 0);
    Memory.putI64(Arrays.push(array, 16), node);
    Memory.putI64(Arrays.push(array, 16), node);
    long copy = Clones.array(context, to, array, table, 1);
    assertNotEquals(node, Memory.i64(Arrays.at(copy, 0, 16)));
    assertEquals(Memory.i64(Arrays.at(copy, 0, 16)), Memory.i64(Arrays.at(copy, 1, 16)));
  }

  @Test
  void theCopyOfATemporaryLivesAsLongAsItInWhicheverFrameItIsMade() {
    long outer = context.mark();
    long array = Arrays.createTemp(context, 16, 0);
    long node = node(9);
    Memory.putI64(Arrays.push(array, 16), node);
    long inner = context.mark();
    context.tempAlloc(100_000);
    long copy = Clones.array(context, Arrays.arenaOf(array), array, table, 1);
    long second = Clones.array(context, Arrays.arenaOf(copy), copy, table, 1);
    context.release(inner);
    context.tempAllocZeroed(100_000);
    assertNotEquals(node, Memory.i64(Arrays.at(copy, 0, 16)));
    assertEquals(9, Memory.i32(Memory.i64(Arrays.at(copy, 0, 16))));
    assertEquals(9, Memory.i32(Memory.i64(Arrays.at(second, 0, 16))));
    long companion = Arrays.arenaOf(copy);
    context.release(outer);
    assertThrows(Panic.class, () -> Arenas.free(context, companion));
  }

  @Test
  void randomGraphsAreCopiedWithTheirShape() {
    Random random = new Random(59);
    for (int round = 0; round < 50; round++) {
      long[] nodes = new long[1 + random.nextInt(500)];
      for (int i = 0; i < nodes.length; i++) {
        nodes[i] = node(i);
      }
      for (long node : nodes) {
        Memory.putI64(node + 24, random.nextInt(5) == 0 ? 0 : nodes[random.nextInt(nodes.length)]);
        Memory.putI64(node + 32, nodes[random.nextInt(nodes.length)]);
      }
      long[] copies = new long[nodes.length];
      check(nodes[0], Clones.object(context, to, nodes[0], table, 0), copies);
    }
  }

  private static void check(long original, long copy, long[] copies) {
    if (original == 0) {
      assertEquals(0, copy);
      return;
    }
    int number = Memory.i32(original);
    if (copies[number] != 0) {
      assertEquals(copies[number], copy);
      return;
    }
    copies[number] = copy;
    assertEquals(number, Memory.i32(copy));
    check(Memory.i64(original + 24), Memory.i64(copy + 24), copies);
    check(Memory.i64(original + 32), Memory.i64(copy + 32), copies);
  }

  @Test
  void cloningAllocatesNothingOnTheJavaHeap() {
    long head = 0;
    for (int i = 0; i < 1000; i++) {
      long node = node(i);
      Memory.putI64(node + 24, head);
      head = node;
    }
    long first = head;
    Native.assertAllocatesNothing(
        () -> {
          for (int i = 0; i < 20; i++) {
            long arena = Arenas.newRoot(context);
            Clones.object(context, arena, first, table, 0);
            Arenas.free(context, arena);
          }
        });
  }
}
