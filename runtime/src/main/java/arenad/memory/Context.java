package arenad.memory;

import static arenad.memory.Memory.i64;
import static arenad.memory.Memory.putI64;

import org.jspecify.annotations.Nullable;

/// What belongs to one thread of a program; the first parameter of every emitted function.
///
/// **Frame memory** (the temp arena) is a stack of chunks: [#mark] remembers its top, [#release] goes back to it. It holds
/// temporaries, and structs and fixed arrays that need an address. The chunk on top is open between [#base] and [#limit]; each chunk
/// remembers how far the one below it was filled. A mark always lies inside its chunk, never at the very end, so that its
/// chunk is recognised by the address.
///
/// **Growable temporaries** have their header in frame memory and their storage elsewhere; [#tempBuffers] lists them, latest
/// first, which is also the order of their addresses' depth. Going back over a header frees its storage.
public final class Context {
  /// Bytes at [#numberScratch].
  public static final int NUMBER_SCRATCH = 4096;

  /// Further components of a result: whole numbers widened, floats as their bits.
  public long r1;

  public long r2;
  public long r3;
  public long r4;
  public long r5;
  public long r6;
  public long r7;
  public long r8;
  public long r9;
  public long r10;
  public long r11;
  public long r12;
  public long r13;
  public long r14;
  public long r15;

  /// The text that is being written: first byte, next free byte, end of the room; and the string buffer it is
  /// appended to, 0 for a temporary. Only `Text` uses them.
  public long textStart;

  public long textTop;
  public long textLimit;
  public long textBuffer;

  /// Where a text grows that finds no room in frame memory, and its size; kept for the next one.
  public long textScratch;

  public long textScratchSize;

  /// Room for the digits and limbs of one number, [#NUMBER_SCRATCH] bytes; 0 until it is needed.
  public long numberScratch;

  /// The power of ten of a decimal number whose digits a method returned.
  public int decimalExponent;

  /// Latest growable temporary.
  long tempBuffers;

  /// Control block that owns the chunks of frame memory.
  final long frame;

  /// Control block that is the parent of all roots.
  final long roots;

  final Chunks chunks = new Chunks();
  final Blocks controlBlocks = Blocks.ofArenas();
  final Blocks headers = Blocks.ofBuffers();

  /// What turns of loops keep; null while none has kept anything.
  @Nullable Survivors survivors;

  /// Small blocks that owners hold; null while there are none.
  @Nullable OwnerHeap owners;

  /// The string that the last `extern` call of this thread has given back and nobody has taken yet.
  public @Nullable String givenText;

  /// Why the last access to a file of this thread failed that did, as a number.
  public int ioFailure;

  /// What bounds the spans that an `extern` call of this thread has lent to Java.
  public java.lang.foreign.@Nullable Arena lent;

  /// Free slots for regions, linked.
  long regionSlots;

  private long top;
  private long base;
  private long limit;
  private long growth;

  /// The context of a new thread.
  public Context() {
    frame = controlBlocks.take();
    ControlBlock.open(frame, ControlBlock.FRAME);
    roots = controlBlocks.take();
    ControlBlock.open(roots, ControlBlock.ROOTS);
    long chunk = chunks.take(frame, Chunks.SIZE);
    putI64(chunk + Chunks.LINK, 0);
    enter(chunk);
  }

  /// The top of frame memory.
  public long mark() {
    return CheckedMode.on() ? tempAlloc(8) : top;
  }

  /// The same, for those who write there without taking it yet.
  public long tempTop() {
    return top;
  }

  /// Frees everything temporary that was made since a mark was taken.
  public void release(long mark) {
    if (mark < base || mark > top) {
      dropChunks(mark);
    }
    long end = top;
    top = mark;
    if (tempBuffers - mark >= 0 && tempBuffers < limit) {
      dropBuffers(mark);
    }
    if (CheckedMode.on()) {
      Shadow.bury(mark, end - mark, Life.OF_CALL);
      top = end;
    }
  }

  /// In a checked program what was released is passed over, until the chunk is full. Then what has ended at its top is used again; a mark
  /// takes some bytes there, so that nothing below one counts as ended.
  private boolean reclaim(long bytes) {
    long from = Shadow.endedBelow(base, top);
    if (limit - from < Math.max(bytes, Chunks.SIZE / 2)) {
      return false;
    }
    Shadow.enter(from, top - from, null);
    top = from;
    return true;
  }

  /// Whether an address is one of frame memory, and what lies there was made since a mark was taken.
  boolean isAbove(long mark, long address) {
    long low = base;
    long high = top;
    while (mark < low || mark > high) {
      if (address >= low && address <= high) {
        return true;
      }
      long chunk = low - Chunks.HEADER;
      high = i64(chunk + Chunks.FILL);
      low = i64(chunk + Chunks.LINK) + Chunks.HEADER;
    }
    return address >= mark && address <= high;
  }

  /// Frame memory, aligned to 8, contents undefined.
  ///
  /// @param bytes a multiple of 8
  public long tempAlloc(long bytes) {
    long address = top;
    if (bytes > limit - address) {
      return tempAllocSlow(bytes);
    }
    top = address + bytes;
    return address;
  }

  /// The same, cleared.
  public long tempAllocZeroed(long bytes) {
    long address = tempAlloc(bytes);
    Memory.fill(address, bytes, 0);
    return address;
  }

  /// The end of the room that [#tempAlloc] has without another chunk.
  public long tempLimit() {
    return limit;
  }

  /// How many bytes of chunks frame memory ever took beyond its first one, those given back included.
  public long tempGrowth() {
    return growth;
  }

  private long tempAllocSlow(long bytes) {
    if (CheckedMode.on() && reclaim(bytes)) {
      return tempAlloc(bytes);
    }
    boolean large = bytes > Chunks.LARGE;
    long chunk = large ? Chunks.takeLarge(frame, bytes + 8) : chunks.take(frame, Chunks.SIZE);
    putI64(chunk + Chunks.LINK, base - Chunks.HEADER);
    putI64(chunk + Chunks.FILL, top);
    growth += i64(chunk + Chunks.BYTES);
    enter(chunk);
    long address = top;
    top = address + bytes;
    if (large) {
      // Later marks must lie in the first 64 KiB of a chunk to be cheap to place: a large one takes
      // no more.
      limit = top;
    }
    return address;
  }

  private void enter(long chunk) {
    base = chunk + Chunks.HEADER;
    top = base;
    limit = chunk + i64(chunk + Chunks.BYTES) - 8;
  }

  private void dropChunks(long mark) {
    do {
      long chunk = base - Chunks.HEADER;
      dropBuffers(base);
      long below = i64(chunk + Chunks.LINK);
      long fill = i64(chunk + Chunks.FILL);
      chunks.give(chunk);
      enter(below);
      top = fill;
    } while (mark < base || mark > top);
  }

  private void dropBuffers(long from) {
    while (tempBuffers >= from && tempBuffers < limit) {
      tempBuffers = BufferHeader.releaseTemp(this, tempBuffers);
    }
  }

  /// Ends the thread's use of memory: frees every arena it still has and leaves what it pooled to the others.
  public void close() {
    while (i64(base - Chunks.HEADER + Chunks.LINK) != 0) {
      dropChunks(i64(base - Chunks.HEADER + Chunks.FILL));
    }
    dropBuffers(base);
    Arenas.freeChildren(this, roots);
    RegionSlots.close(this);
    Memory.release(textScratch);
    Memory.release(numberScratch);
    if (survivors != null) {
      survivors.close();
    }
    chunks.give(base - Chunks.HEADER);
    chunks.close();
    ControlBlock.close(frame);
    controlBlocks.give(frame);
    ControlBlock.close(roots);
    controlBlocks.give(roots);
    if (owners != null) {
      owners.close();
    }
    controlBlocks.close();
    headers.close();
  }
}
