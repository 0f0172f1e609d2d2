package arenad.std;

import static arenad.memory.Memory.i32;
import static arenad.memory.Memory.i64;
import static arenad.memory.Memory.putI8;

import arenad.buffer.StringBuffers;
import arenad.memory.BufferHeader;
import arenad.memory.Context;
import arenad.memory.Memory;
import arenad.panic.Panics;

/// Where the bytes of a text go while it is written.
///
/// A temporary text is written at the top of frame memory, without taking it yet; one that finds no room there moves to the scratch
/// memory of the thread, which grows by doubling, and is copied into frame memory when it is done. A text for a string buffer is
/// written into its storage. In each case the bytes from `textStart` to `textTop` are written and there is room up to `textLimit`.
final class TextRoom {
  private static final long SMALLEST_SCRATCH = 4096;

  /// Scratch memory of more bytes is given back when the text is done.
  private static final long LARGEST_KEPT_SCRATCH = 1 << 20;

  private TextRoom() {}

  static void begin(Context context) {
    context.textBuffer = 0;
    context.textStart = context.tempTop();
    context.textTop = context.textStart;
    context.textLimit = context.tempLimit();
  }

  static void beginIn(Context context, long buffer) {
    context.textBuffer = buffer;
    open(context, StringBuffers.length(buffer));
  }

  private static void open(Context context, int length) {
    long buffer = context.textBuffer;
    context.textStart = i64(buffer + BufferHeader.DATA);
    context.textTop = context.textStart + length;
    context.textLimit = context.textStart + i32(buffer + BufferHeader.CAPACITY);
  }

  /// Makes room for some more bytes.
  ///
  /// @return where they go
  static long room(Context context, long bytes) {
    if (context.textLimit - context.textTop < bytes) {
      grow(context, bytes);
    }
    return context.textTop;
  }

  private static void grow(Context context, long bytes) {
    long length = context.textTop - context.textStart;
    if (length + bytes > Integer.MAX_VALUE) {
      throw Panics.tooLarge("text");
    }
    if (context.textBuffer != 0) {
      StringBuffers.setEnd(context.textBuffer, context.textTop);
      StringBuffers.room(context.textBuffer, bytes);
      open(context, (int) length);
      return;
    }
    boolean inScratch = context.textStart == context.textScratch;
    if (context.textScratchSize < length + bytes) {
      long size = Math.max(Math.max(2 * context.textScratchSize, length + bytes), SMALLEST_SCRATCH);
      context.textScratch = Memory.reallocate(context.textScratch, size);
      context.textScratchSize = size;
    }
    if (!inScratch) {
      Memory.copy(context.textStart, context.textScratch, length);
    }
    context.textStart = context.textScratch;
    context.textTop = context.textStart + length;
    context.textLimit = context.textStart + context.textScratchSize;
  }

  /// Takes the text into frame memory.
  ///
  /// @return its address; its length is in `r1`
  static long end(Context context) {
    long length = context.textTop - context.textStart;
    long address = context.tempAlloc(length + 7 & -8);
    if (address != context.textStart) {
      Memory.copy(context.textStart, address, length);
      dropLargeScratch(context);
    }
    context.r1 = length;
    return address;
  }

  static void dropLargeScratch(Context context) {
    if (context.textScratchSize > LARGEST_KEPT_SCRATCH) {
      Memory.release(context.textScratch);
      context.textScratch = 0;
      context.textScratchSize = 0;
    }
  }

  /// How many bytes are written: a place in the text that stays right when it moves.
  static long length(Context context) {
    return context.textTop - context.textStart;
  }

  static void put(Context context, int unit) {
    putI8(room(context, 1), unit);
    context.textTop++;
  }

  static void putAscii(Context context, String ascii) {
    int length = ascii.length();
    long at = room(context, length);
    for (int i = 0; i < length; i++) {
      putI8(at + i, ascii.charAt(i));
    }
    context.textTop = at + length;
  }

  static void repeat(Context context, int unit, int times) {
    if (times > 0) {
      Memory.fill(room(context, times), times, unit);
      context.textTop += times;
    }
  }

  /// Opens a gap of some bytes at a place in the text.
  ///
  /// @return the address of the gap
  static long insert(Context context, long at, long bytes) {
    room(context, bytes);
    long address = context.textStart + at;
    Memory.move(address, address + bytes, context.textTop - address);
    context.textTop += bytes;
    return address;
  }
}
