package arenad.memory;

import static arenad.memory.Memory.i64;
import static arenad.memory.Memory.putI32;
import static arenad.memory.Memory.putI64;

/// The header of a growable buffer (array, map, string buffer): 64 bytes that do not move, with storage of its own from the system.
///
/// It is linked to the arena it belongs to and goes with it; a temporary one lies in frame memory and goes with its frame. What the
/// elements mean is the business of those who make buffers.
public final class BufferHeader {
  static final long SIZE = 64;

  /// Address of the elements, 0 while there is no storage.
  public static final long DATA = 0;

  /// Elements in use, 32 bits.
  public static final long LENGTH = 8;

  /// Elements that the storage has room for, 32 bits.
  public static final long CAPACITY = 12;

  /// Bytes of an element, 32 bits.
  public static final long ELEMENT_SIZE = 16;

  /// 32 bits for what the kind of buffer needs besides.
  public static final long OWN_INT = 20;

  /// Arena that the buffer belongs to; for a temporary the thread's frame memory.
  public static final long ARENA = 24;

  static final long NEXT = 32;

  private static final long PREVIOUS = 40;

  /// Of a temporary buffer: an arena that ends with it, 0 while nobody needed one.
  private static final long COMPANION = 48;

  /// 64 bits for what the kind of buffer needs besides.
  public static final long OWN = 56;

  private BufferHeader() {}

  /// An empty buffer without storage, linked to an arena.
  public static long create(Context context, long arena, int elementSize) {
    Arenas.checkAlive(arena, "a buffer was made in");
    long header = context.headers.take();
    reset(header, arena, elementSize);
    long next = i64(arena + ControlBlock.BUFFERS);
    putI64(header + NEXT, next);
    putI64(header + PREVIOUS, 0);
    if (next != 0) {
      putI64(next + PREVIOUS, header);
    }
    putI64(arena + ControlBlock.BUFFERS, header);
    return header;
  }

  /// An empty buffer without storage that belongs to the frame in which it is made.
  public static long createTemp(Context context, int elementSize) {
    long header = context.tempAlloc(SIZE);
    reset(header, context.frame, elementSize);
    putI64(header + NEXT, context.tempBuffers);
    putI64(header + COMPANION, 0);
    context.tempBuffers = header;
    return header;
  }

  /// The arena for what is to live exactly as long as a temporary buffer, whichever frame makes it.
  public static long companion(Context context, long header) {
    if (i64(header + COMPANION) == 0) {
      putI64(header + COMPANION, Arenas.newRoot(context));
    }
    return i64(header + COMPANION);
  }

  private static void reset(long header, long arena, int elementSize) {
    putI64(header + DATA, 0);
    putI64(header + LENGTH, 0);
    putI32(header + ELEMENT_SIZE, elementSize);
    putI64(header + ARENA, arena);
  }

  /// The buffer gets other storage: tells the region it belongs to, if it does to one.
  ///
  /// @param oldBytes of the storage it had, 0 if it had none
  public static void stored(long header, long oldBytes, long newBytes) {
    long region = i64(i64(header + ARENA) + ControlBlock.REGION);
    if (region != 0) {
      Regions.stored(region, oldBytes, newBytes);
    }
  }

  /// Frees the storage of a list of buffers and their headers.
  static void releaseAll(Context context, long headers) {
    for (long header = headers; header != 0; ) {
      long next = i64(header + NEXT);
      releaseStorage(header);
      context.headers.give(header);
      header = next;
    }
  }

  /// Frees the storage of the latest temporary buffer and what goes with it.
  ///
  /// @return the one made before it
  static long releaseTemp(Context context, long header) {
    releaseStorage(header);
    if (i64(header + COMPANION) != 0) {
      Arenas.free(context, i64(header + COMPANION));
    }
    return i64(header + NEXT);
  }

  private static void releaseStorage(long header) {
    Memory.release(i64(header + DATA));
    putI64(header + DATA, 0);
    putI64(header + LENGTH, 0);
  }
}
