package arenad.buffer;

import static arenad.memory.Memory.i32;
import static arenad.memory.Memory.i64;
import static arenad.memory.Memory.putI32;
import static arenad.memory.Memory.putI64;

import arenad.memory.Arenas;
import arenad.memory.BufferHeader;
import arenad.memory.Context;
import arenad.memory.Memory;
import arenad.memory.OwnerHeap;

/// Memory that a handle owns.
///
/// `Owned<T>` and `Region<T>` are the address of what they own. What leads nowhere lies in a block of the owner heap; what
/// leads to strings or objects lies in an arena of its own, together with copies of all that. So one call gives it back.
///
/// `Shared<T>` and `Weak<T>` are the address of a header: how many strong handles there are, how many weak ones, and where the content
/// lies. The content goes with the last strong handle, the header with the last of all.
public final class Owners {
  private static final long STRONG = 0;
  private static final long WEAK = 4;
  private static final long CONTENT = 8;
  private static final long HEADER = 16;

  /// An element of the list of what is still to be dropped: address, kind of handle, type of its content.
  private static final int PENDING_SIZE = 16;

  private static final int NOT_YET = 0;

  private Owners() {}

  /// `Owned<T>.new(v)`.
  ///
  /// @param value where `v` lies for now
  /// @param type of the value
  /// @param leads whether it leads to strings or objects
  public static long owned(Context context, long value, long table, int type, int leads) {
    long size = Layouts.size(Layouts.describe(table, type));
    if (leads == 0) {
      long block = OwnerHeap.allocate(context, size);
      Memory.copy(value, block, size);
      return block;
    }
    long arena = Arenas.newRoot(context);
    long object = Arenas.alloc(context, arena, Math.max(size + 7 & -8, 8));
    Memory.copy(value, object, size);
    Clones.inPlace(context, arena, object, table, type);
    return object;
  }

  /// `Shared<T>.new(v)`, as [#owned].
  public static long shared(Context context, long value, long table, int type, int leads) {
    long content = owned(context, value, table, type, leads);
    long header = OwnerHeap.allocate(context, HEADER);
    putI32(header + STRONG, 1);
    putI32(header + WEAK, 0);
    putI64(header + CONTENT, content);
    return header;
  }

  /// What a `Shared` leads to.
  public static long content(long header) {
    return i64(header + CONTENT);
  }

  /// `s.count`
  public static int count(long header) {
    return i32(header + STRONG);
  }

  /// `s.weak()`
  public static long weak(long header) {
    Memory.addI32(header + WEAK, 1);
    return header;
  }

  /// `w.upgrade()`: 0 when the content is gone.
  public static long upgrade(long header) {
    int strong = i32(header + STRONG);
    while (strong > 0) {
      if (Memory.replaceI32(header + STRONG, strong, strong + 1)) {
        return header;
      }
      strong = i32(header + STRONG);
    }
    return 0;
  }

  /// Counts the handles in a copy of a value.
  public static void retain(long value, long table, int type) {
    long description = Layouts.describe(table, type);
    for (int i = 0; i < Layouts.slotCount(description); i++) {
      long slot = Layouts.slot(description, i);
      long at = value + Layouts.offset(slot);
      switch (Layouts.kind(slot)) {
        case Layouts.SHARED -> addTo(i64(at), STRONG);
        case Layouts.WEAK -> addTo(i64(at), WEAK);
        case Layouts.INLINE -> retain(at, table, Layouts.type(slot));
        case Layouts.REPEATED -> {
          long size = Layouts.size(Layouts.describe(table, Layouts.type(slot)));
          for (int k = 0; k < Layouts.count(slot); k++) {
            retain(at + k * size, table, Layouts.type(slot));
          }
        }
        default -> {}
      }
    }
  }

  private static void addTo(long header, long count) {
    if (header != 0) {
      Memory.addI32(header + count, 1);
    }
  }

  /// Drops all that a value owns. There is no recursion over what is owned, so a list of a million nodes costs no stack.
  public static void drop(Context context, long value, long table, int type) {
    long mark = context.mark();
    long pending = handles(context, value, table, Layouts.describe(table, type), NOT_YET);
    while (pending != NOT_YET) {
      long entry = Arrays.pop(pending, PENDING_SIZE);
      if (entry == 0) {
        break;
      }
      pending = drop(context, i64(entry), i32(entry + 8), i32(entry + 12), table, pending);
    }
    context.release(mark);
  }

  /// Notes the handles in a value, the last first: they are dropped in reverse order.
  private static long handles(
      Context context, long value, long table, long description, long pending) {
    long list = pending;
    for (int i = 0; i < Layouts.slotCount(description); i++) {
      long slot = Layouts.slot(description, i);
      long at = value + Layouts.offset(slot);
      int type = Layouts.type(slot);
      switch (Layouts.kind(slot)) {
        case Layouts.OWNED, Layouts.SHARED, Layouts.WEAK -> {
          if (i64(at) != 0) {
            list = list == NOT_YET ? BufferHeader.createTemp(context, PENDING_SIZE) : list;
            long entry = Arrays.push(list, PENDING_SIZE);
            putI64(entry, i64(at));
            putI32(entry + 8, Layouts.kind(slot));
            putI32(entry + 12, type);
          }
        }
        case Layouts.INLINE ->
            list = handles(context, at, table, Layouts.describe(table, type), list);
        case Layouts.REPEATED -> {
          long element = Layouts.describe(table, type);
          for (int k = 0; k < Layouts.count(slot); k++) {
            list = handles(context, at + (long) k * Layouts.size(element), table, element, list);
          }
        }
        default -> {}
      }
    }
    return list;
  }

  private static long drop(
      Context context, long handle, int kind, int type, long table, long pending) {
    long content = handle;
    if (kind != Layouts.OWNED) {
      long count = kind == Layouts.SHARED ? STRONG : WEAK;
      content = 0;
      if (Memory.addI32(handle + count, -1) == 1 && kind == Layouts.SHARED) {
        content = i64(handle + CONTENT);
      }
      if (i32(handle + STRONG) == 0 && i32(handle + WEAK) == 0) {
        OwnerHeap.free(context, handle, HEADER);
      }
    }
    if (content == 0) {
      return pending;
    }
    long description = Layouts.describe(table, type);
    long list = handles(context, content, table, description, pending);
    OwnerHeap.free(context, content, Layouts.size(description));
    return list;
  }

  /// The handle of a region, once its root is known: the root itself, which must lie in the region's arena.
  public static long seal(long arena, long root) {
    if (Arenas.arenaOf(root) != arena) {
      throw new IllegalStateException("the root of a region lies in another arena");
    }
    return root;
  }

  /// `g.bytes`
  public static long bytes(long root) {
    return Arenas.used(Arenas.arenaOf(root));
  }

  /// `g.compact()`: the root in a new arena that holds what can be reached from it and nothing else; the old arena is freed.
  public static long compact(Context context, long root, long table, int type) {
    long old = Arenas.arenaOf(root);
    long arena = Arenas.newRoot(context);
    long copy = Clones.object(context, arena, root, table, type);
    Arenas.free(context, old);
    return copy;
  }
}
