package arenad.buffer;

import static arenad.memory.Memory.i32;
import static arenad.memory.Memory.i64;
import static arenad.memory.Memory.putI32;
import static arenad.memory.Memory.putI64;

import arenad.memory.Arenas;
import arenad.memory.BufferHeader;
import arenad.memory.Context;
import arenad.memory.Literals;
import arenad.memory.Memory;

/// `x.clone(a)`: a deep copy into an arena that keeps sharing and cycles.
///
/// Every object is copied whole when it is first seen, its copy is remembered ([Copied]) and put on a list of copies whose slots still
/// point at the originals; taking from the list until it is empty makes the copy deep. There is no recursion over objects, so
/// a list of a million nodes costs no stack. All scratch memory is temporary and released at the end.
///
/// A pointer into the middle of an object (what a `forward` method gives) counts as an object of its own.
public final class Clones {
  /// The words of a clone under way: arena, table, list of copies to look at, what was copied.
  static final long ARENA = 0;

  private static final long TABLE = 8;
  private static final long PENDING = 16;
  static final long COPIED = 24;
  private static final long STATE_SIZE = 24 + Copied.SIZE;

  /// An element of the list: address of values, their type, how many.
  private static final int PENDING_SIZE = 16;

  private static final long UNION_PAYLOAD = 8;

  private static final long EMPTY = Literals.allocate(8);

  private Clones() {}

  /// A copy of an object and all it leads to.
  ///
  /// @param address of the object; 0 gives 0
  public static long object(Context context, long arena, long address, long table, int type) {
    long mark = context.mark();
    long state = open(context, arena, table);
    long copy = reference(context, state, address, type);
    finish(context, state);
    context.release(mark);
    return copy;
  }

  /// A copy of an array and all it leads to. Into frame memory means: of a temporary, to live as long as that.
  ///
  /// @param array 0 gives 0
  /// @param type of the elements
  public static long array(Context context, long arena, long array, long table, int type) {
    boolean temporary = array != 0 && Arenas.isFrame(arena);
    long target = temporary ? BufferHeader.companion(context, array) : arena;
    long mark = context.mark();
    long state = open(context, target, table);
    long copy = buffer(context, state, array, type);
    finish(context, state);
    context.release(mark);
    return copy;
  }

  /// A copy of the elements of a span and all they lead to; parts that spans have in common are copied for each.
  ///
  /// @param address 0 gives 0
  /// @param type of the elements
  public static long span(
      Context context, long arena, long address, int length, long table, int type) {
    long mark = context.mark();
    long state = open(context, arena, table);
    long copy = elements(context, state, address, length, type);
    finish(context, state);
    context.release(mark);
    return copy;
  }

  /// A copy of a map and all it leads to.
  ///
  /// @param map 0 gives 0
  /// @param type of the entries
  public static long map(Context context, long arena, long map, long table, int type) {
    long mark = context.mark();
    long state = open(context, arena, table);
    long copy = table(context, state, map, type);
    finish(context, state);
    context.release(mark);
    return copy;
  }

  /// Makes a shallow copy of a value deep, where it lies.
  public static void inPlace(Context context, long arena, long address, long table, int type) {
    long mark = context.mark();
    long state = open(context, arena, table);
    deepen(context, state, address, Layouts.describe(table, type));
    finish(context, state);
    context.release(mark);
  }

  private static long open(Context context, long arena, long table) {
    long state = context.tempAlloc(STATE_SIZE);
    putI64(state + ARENA, arena);
    putI64(state + TABLE, table);
    putI64(state + PENDING, BufferHeader.createTemp(context, PENDING_SIZE));
    Copied.open(context, state + COPIED);
    return state;
  }

  private static void finish(Context context, long state) {
    long pending = i64(state + PENDING);
    for (long entry = Arrays.pop(pending, PENDING_SIZE);
        entry != 0;
        entry = Arrays.pop(pending, PENDING_SIZE)) {
      long address = i64(entry);
      long description = Layouts.describe(i64(state + TABLE), i32(entry + 8));
      int count = i32(entry + 12);
      for (int i = 0; i < count; i++) {
        deepen(context, state, address + (long) i * Layouts.size(description), description);
      }
    }
  }

  private static void later(long state, long address, int type, int count) {
    if (Layouts.slotCount(Layouts.describe(i64(state + TABLE), type)) > 0) {
      long entry = Arrays.push(i64(state + PENDING), PENDING_SIZE);
      putI64(entry, address);
      putI32(entry + 8, type);
      putI32(entry + 12, count);
    }
  }

  /// Replaces what the slots of one copied value point at by copies.
  private static void deepen(Context context, long state, long address, long description) {
    int slots = Layouts.slotCount(description);
    for (int i = 0; i < slots; i++) {
      long slot = Layouts.slot(description, i);
      long at = address + Layouts.offset(slot);
      int type = Layouts.type(slot);
      switch (Layouts.kind(slot)) {
        case Layouts.STRING -> putI64(at, string(context, state, i64(at), i32(at + 8)));
        case Layouts.REFERENCE -> putI64(at, reference(context, state, i64(at), type));
        case Layouts.ARRAY -> putI64(at, buffer(context, state, i64(at), type));
        case Layouts.SPAN -> putI64(at, elements(context, state, i64(at), i32(at + 8), type));
        case Layouts.MAP -> putI64(at, table(context, state, i64(at), type));
        case Layouts.STRING_BUFFER -> putI64(at, bytes(context, state, i64(at)));
        case Layouts.INLINE ->
            deepen(context, state, at, Layouts.describe(i64(state + TABLE), type));
        case Layouts.UNION -> union(context, state, at, type);
        case Layouts.UNION_REFERENCE -> putI64(at, unionReference(context, state, at, type));
        case Layouts.REPEATED -> repeated(context, state, at, type, Layouts.count(slot));
        case Layouts.ARENA -> putI64(at, i64(at) == 0 ? 0 : i64(state + ARENA));
        case Layouts.OWNED, Layouts.SHARED, Layouts.WEAK -> {
          // Moved with the value: there is no copy of an owner.
        }
        default ->
            throw new IllegalArgumentException(
                "clone table with a slot of kind " + Layouts.kind(slot));
      }
    }
  }

  private static void union(Context context, long state, long address, int variants) {
    int tag = i32(address);
    if (tag != 0) {
      int type = variant(state, variants, tag);
      long description = Layouts.describe(i64(state + TABLE), type);
      deepen(context, state, address + UNION_PAYLOAD, description);
    }
  }

  private static long unionReference(Context context, long state, long at, int variants) {
    long address = i64(at);
    return address == 0
        ? 0
        : reference(context, state, address, variant(state, variants, i32(at + 8)));
  }

  private static int variant(long state, int variants, int tag) {
    return Layouts.variant(Layouts.describe(i64(state + TABLE), variants), tag);
  }

  private static void repeated(Context context, long state, long address, int type, int count) {
    long description = Layouts.describe(i64(state + TABLE), type);
    for (int i = 0; i < count; i++) {
      deepen(context, state, address + (long) i * Layouts.size(description), description);
    }
  }

  private static long reference(Context context, long state, long address, int type) {
    if (address == 0) {
      return 0;
    }
    long place = Copied.place(context, state + COPIED, address, type);
    if (Copied.copy(place) == 0) {
      int size = Layouts.size(Layouts.describe(i64(state + TABLE), type));
      long copy = Arenas.alloc(context, i64(state + ARENA), Math.max(size, 8));
      Memory.copy(address, copy, size);
      Copied.setCopy(place, copy);
      later(state, copy, type, 1);
      return copy;
    }
    return Copied.copy(place);
  }

  private static long string(Context context, long state, long address, int length) {
    if (address == 0 || length == 0) {
      return address == 0 ? 0 : EMPTY;
    }
    // The same bytes with another length are another string; a negative number is no type.
    long place = Copied.place(context, state + COPIED, address, ~length);
    if (Copied.copy(place) == 0) {
      long copy = Arenas.alloc(context, i64(state + ARENA), length + 7L & -8);
      Memory.copy(address, copy, length);
      Copied.setCopy(place, copy);
    }
    return Copied.copy(place);
  }

  private static long buffer(Context context, long state, long array, int type) {
    if (array == 0) {
      return 0;
    }
    long place = Copied.place(context, state + COPIED, array, type);
    if (Copied.copy(place) == 0) {
      long copy = copyStorage(context, state, array);
      Copied.setCopy(place, copy);
      later(state, i64(copy + BufferHeader.DATA), type, Arrays.length(copy));
    }
    return Copied.copy(place);
  }

  private static long elements(Context context, long state, long address, int length, int type) {
    if (address == 0 || length == 0) {
      return address == 0 ? 0 : EMPTY;
    }
    long place = Copied.place(context, state + COPIED, address, ~length);
    if (Copied.copy(place) == 0) {
      long bytes = (long) length * Math.max(Layouts.size(describe(state, type)), 1);
      long copy = Arenas.alloc(context, i64(state + ARENA), bytes + 7 & -8);
      Memory.copy(address, copy, bytes);
      Copied.setCopy(place, copy);
      later(state, copy, type, length);
    }
    return Copied.copy(place);
  }

  private static long describe(long state, int type) {
    return Layouts.describe(i64(state + TABLE), type);
  }

  private static long table(Context context, long state, long map, int type) {
    if (map == 0) {
      return 0;
    }
    long place = Copied.place(context, state + COPIED, map, type);
    if (Copied.copy(place) == 0) {
      long copy = Maps.copy(context, i64(state + ARENA), map);
      Copied.setCopy(place, copy);
      later(state, i64(copy + Maps.ENTRIES), type, Maps.length(copy));
    }
    return Copied.copy(place);
  }

  private static long bytes(Context context, long state, long buffer) {
    if (buffer == 0) {
      return 0;
    }
    long place = Copied.place(context, state + COPIED, buffer, 0);
    if (Copied.copy(place) == 0) {
      Copied.setCopy(place, copyStorage(context, state, buffer));
    }
    return Copied.copy(place);
  }

  private static long copyStorage(Context context, long state, long buffer) {
    int length = Arrays.length(buffer);
    int elementSize = i32(buffer + BufferHeader.ELEMENT_SIZE);
    long copy = Arrays.create(context, i64(state + ARENA), elementSize, length);
    Memory.copy(
        i64(buffer + BufferHeader.DATA),
        i64(copy + BufferHeader.DATA),
        (long) length * elementSize);
    putI32(copy + BufferHeader.LENGTH, length);
    return copy;
  }
}
