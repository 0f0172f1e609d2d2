package arenad.memory;

import static arenad.memory.Memory.i64;
import static arenad.memory.Memory.putI64;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Regions: root arenas with a label, under which it is counted what happens in them.
///
/// While a region lives nothing is counted but what its arena counts anyway; when it ends its figures are added to those of its
/// label. Who asks meanwhile is given the sums and what is in the regions that live, of all threads.
public final class Regions {
  private Regions() {}

  /// What was counted under one label.
  ///
  /// @param name null where only the number is known
  /// @param label FNV-1a of the name
  /// @param regions how many began
  /// @param alive how many of them have not ended
  /// @param allocations objects, spans, and storage of arrays, maps and buffers, anew at each growth
  /// @param bytes allocated
  /// @param freed bytes freed, nearly all with their region
  public record Counted(
      @Nullable String name,
      long label,
      long regions,
      long alive,
      long allocations,
      long bytes,
      long freed) {

    /// Bytes allocated and not freed.
    public long live() {
      return bytes - freed;
    }
  }

  /// Makes an arena a region.
  static void begin(Context context, long arena, long label) {
    long record = Labels.record(label);
    long slot = RegionSlots.take(context);
    putI64(slot + RegionSlots.ARENA, arena);
    putI64(slot + RegionSlots.LABEL, record);
    putI64(slot + RegionSlots.PREVIOUS, 0);
    putI64(slot + RegionSlots.ALLOCATIONS, 0);
    putI64(slot + RegionSlots.BYTES, 0);
    putI64(slot + RegionSlots.FREED, 0);
    putI64(arena + ControlBlock.REGION, slot);
    Labels.lock(record);
    add(record + Labels.REGIONS, 1);
    long next = i64(record + Labels.FIRST);
    putI64(slot + RegionSlots.NEXT, next);
    if (next != 0) {
      putI64(next + RegionSlots.PREVIOUS, slot);
    }
    putI64(record + Labels.FIRST, slot);
    Labels.unlock(record);
  }

  /// The arena is about to be freed: its figures go to its label.
  static void end(Context context, long arena) {
    long slot = i64(arena + ControlBlock.REGION);
    long record = i64(slot + RegionSlots.LABEL);
    long bytes = bytes(slot, arena);
    Labels.lock(record);
    add(record + Labels.ALLOCATIONS, allocations(slot, arena));
    add(record + Labels.BYTES, bytes);
    add(record + Labels.FREED, bytes);
    long next = i64(slot + RegionSlots.NEXT);
    long previous = i64(slot + RegionSlots.PREVIOUS);
    putI64(previous == 0 ? record + Labels.FIRST : previous + RegionSlots.NEXT, next);
    if (next != 0) {
      putI64(next + RegionSlots.PREVIOUS, previous);
    }
    Labels.unlock(record);
    putI64(arena + ControlBlock.REGION, 0);
    RegionSlots.give(context, slot);
  }

  /// The arena is about to be emptied and lives on.
  static void emptied(long arena) {
    long slot = i64(arena + ControlBlock.REGION);
    add(slot + RegionSlots.BYTES, Arenas.bytesIn(arena));
    putI64(slot + RegionSlots.FREED, i64(slot + RegionSlots.BYTES));
  }

  /// A buffer of a region has got other storage.
  static void stored(long slot, long oldBytes, long newBytes) {
    add(slot + RegionSlots.ALLOCATIONS, 1);
    add(slot + RegionSlots.BYTES, newBytes);
    add(slot + RegionSlots.FREED, oldBytes);
  }

  private static long allocations(long slot, long arena) {
    return ControlBlock.allocations(arena) + i64(slot + RegionSlots.ALLOCATIONS);
  }

  private static long bytes(long slot, long arena) {
    return Arenas.bytesIn(arena) + i64(slot + RegionSlots.BYTES);
  }

  private static void add(long address, long amount) {
    putI64(address, i64(address) + amount);
  }

  /// Makes a root arena of this thread a region, labelled with a text.
  ///
  /// @return its handle
  public static long begin(Context context, long arena, long name, int length) {
    Arenas.checkAlive(arena, "a region was made of");
    long label = Labels.keyOf(name, length);
    if (Labels.nameOf(label) == null) {
      byte[] bytes = new byte[length];
      Memory.copyOut(name, bytes, 0, length);
      Labels.name(label, new String(bytes, StandardCharsets.UTF_8));
    }
    begin(context, arena, label);
    return RegionSlots.handleOf(i64(arena + ControlBlock.REGION));
  }

  /// Tells reports what the label of a `region` block is called; `<clinit>` calls it.
  public static void name(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    long hash = 0xcbf29ce484222325L;
    for (byte b : bytes) {
      hash = (hash ^ (b & 0xFF)) * 0x100000001b3L;
    }
    Labels.name(hash, name);
  }

  /// The label that stands for a text.
  public static long keyOf(long name, int length) {
    return Labels.keyOf(name, length);
  }

  /// Whether the region of a handle has not ended.
  public static boolean isAlive(long handle) {
    return RegionSlots.slotOf(handle) != 0;
  }

  /// Whether the region of a handle has not ended and is that arena.
  public static boolean isRegion(long arena, long handle) {
    long slot = RegionSlots.slotOf(handle);
    return slot != 0 && i64(slot + RegionSlots.ARENA) == arena;
  }

  /// Ends the region of a handle and frees its arena; nothing if it has ended, or if it is a region of another arena.
  public static void exit(Context context, long arena, long handle) {
    if (isRegion(arena, handle)) {
      Arenas.free(context, arena);
    }
  }

  /// The label of an arena, 0 if it is no region.
  public static long labelOf(long arena) {
    Arenas.checkAlive(arena, "asked for telemetry of");
    long slot = i64(arena + ControlBlock.REGION);
    return slot == 0 ? 0 : i64(i64(slot + RegionSlots.LABEL) + Labels.KEY);
  }

  /// Allocations in an arena, whatever it is, but for those of its buffers.
  public static long allocationsIn(long arena) {
    Arenas.checkAlive(arena, "asked for telemetry of");
    return ControlBlock.allocations(arena);
  }

  /// What was counted under a label so far, in the living regions of all threads too: allocations; the context's `r1` is the
  /// bytes, `r2` those freed, `r3` those alive.
  public static long telemetry(Context context, long label) {
    long record = Labels.find(label);
    long allocations = 0;
    long bytes = 0;
    long freed = 0;
    if (record != 0) {
      Labels.lock(record);
      allocations = i64(record + Labels.ALLOCATIONS);
      bytes = i64(record + Labels.BYTES);
      freed = i64(record + Labels.FREED);
      for (long slot = i64(record + Labels.FIRST); slot != 0; slot = next(slot)) {
        long arena = i64(slot + RegionSlots.ARENA);
        allocations += allocations(slot, arena);
        freed += i64(slot + RegionSlots.FREED);
        bytes += bytes(slot, arena);
      }
      Labels.unlock(record);
    }
    context.r1 = bytes;
    context.r2 = freed;
    context.r3 = bytes - freed;
    return allocations;
  }

  /// Begins to count anew under a label. What lives counts as nothing from here on, and as nothing when it is freed.
  public static void resetTelemetry(long label) {
    long record = Labels.find(label);
    if (record == 0) {
      return;
    }
    Labels.lock(record);
    putI64(record + Labels.ALLOCATIONS, 0);
    putI64(record + Labels.BYTES, 0);
    putI64(record + Labels.FREED, 0);
    for (long slot = i64(record + Labels.FIRST); slot != 0; slot = next(slot)) {
      long arena = i64(slot + RegionSlots.ARENA);
      putI64(slot + RegionSlots.ALLOCATIONS, -ControlBlock.allocations(arena));
      putI64(slot + RegionSlots.BYTES, -Arenas.bytesIn(arena));
      putI64(slot + RegionSlots.FREED, 0);
    }
    Labels.unlock(record);
  }

  private static long next(long slot) {
    return i64(slot + RegionSlots.NEXT);
  }

  /// All labels by name, those without one at the end.
  public static List<Counted> all() {
    List<Counted> all = new ArrayList<>();
    for (long record : Labels.all()) {
      all.add(counted(record));
    }
    all.sort(
        Comparator.comparing(Counted::name, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Counted::label));
    return all;
  }

  private static Counted counted(long record) {
    long label = i64(record + Labels.KEY);
    Labels.lock(record);
    long allocations = i64(record + Labels.ALLOCATIONS);
    long bytes = i64(record + Labels.BYTES);
    long freed = i64(record + Labels.FREED);
    long alive = 0;
    for (long slot = i64(record + Labels.FIRST); slot != 0; slot = next(slot)) {
      long arena = i64(slot + RegionSlots.ARENA);
      alive++;
      allocations += allocations(slot, arena);
      freed += i64(slot + RegionSlots.FREED);
      bytes += bytes(slot, arena);
    }
    long regions = i64(record + Labels.REGIONS);
    Labels.unlock(record);
    return new Counted(Labels.nameOf(label), label, regions, alive, allocations, bytes, freed);
  }
}
