package arenad.panic;

/// The panics of the language and their messages. Each method makes one; the caller throws it.
public final class Panics {
  private Panics() {}

  /// `xs[i]` of what is not there.
  public static Panic indexOutOfRange(int index, int length) {
    return new Panic("index out of range: " + index + ", length " + length);
  }

  /// `m[key]` of a key that the map does not have.
  public static Panic noSuchKey(String key) {
    return new Panic("no such key: " + key);
  }

  /// A map that was given a new key by the body of a loop over it.
  public static Panic changedWhileLooped() {
    return new Panic("the map was given a new key while it was looped over");
  }

  /// An alignment of a span that is no power of two up to 4096.
  public static Panic unsupportedAlignment(int alignment) {
    return new Panic("unsupported alignment: " + alignment);
  }

  /// A slice that begins or ends outside, or ends before it begins.
  public static Panic sliceOutOfRange(int from, int to, int length) {
    return new Panic("slice out of range: " + from + ".." + to + ", length " + length);
  }

  /// A slice of a string that would cut a character.
  public static Panic sliceInsideCharacter(int index) {
    return new Panic("slice off a character boundary: " + index);
  }

  /// `/` or `%` by zero.
  public static Panic divisionByZero() {
    return new Panic("division by zero");
  }

  /// `x!` of null.
  public static Panic nullValue() {
    return new Panic("value is null");
  }

  /// A call stack that overflowed.
  public static Panic stackOverflow() {
    return new Panic("stack overflow");
  }

  /// A thread that the system refused.
  public static Panic noThread(String function) {
    return new Panic("cannot start a thread for `" + function + "`");
  }

  /// Memory that the system refused.
  public static Panic outOfMemory(long bytes) {
    return new Panic("out of memory: " + bytes + " bytes asked for");
  }

  /// A text, an array or a buffer of more than 2,147,483,647 elements.
  public static Panic tooLarge(String what) {
    return new Panic(what + " too large");
  }

  /// A number of elements below zero.
  public static Panic negativeLength(int length) {
    return new Panic("negative length: " + length);
  }

  /// An arena that is used although it was freed: what the compiler should have refused.
  public static Panic deadArena(String use) {
    return new Panic(use + " an arena that was freed");
  }

  /// A region that is used although it was left.
  public static Panic allocationFailed() {
    return new Panic("AllocationFailed: the region has ended");
  }

  /// A block of a region of `std.memory` that was given back.
  public static Panic deadBlock() {
    return new Panic("the block was deallocated");
  }

  /// Bytes that are not in a block of a region of `std.memory`.
  public static Panic outsideBlock(long offset, long bytes, long size) {
    return new Panic(
        "outside of the block: " + bytes + " bytes at " + offset + ", of a block of " + size);
  }

  /// Output that could not be written.
  public static Panic outputFailed(String reason) {
    return new Panic("cannot write to standard output: " + reason);
  }

  /// Input that could not be read.
  public static Panic inputFailed(String reason) {
    return new Panic("cannot read standard input: " + reason);
  }

  /// A file that is used although it was closed, or was opened for something else.
  public static Panic fileClosed() {
    return new Panic("the file is not open for this");
  }

  /// A method of Java that threw.
  public static Panic externFailed(String method, Throwable failure) {
    return new Panic("`" + method + "` failed: " + failure);
  }

  /// A method of Java, or its class, that is not there or is of another shape than declared.
  public static Panic externMissing(String method, Throwable failure) {
    return new Panic("`" + method + "` cannot be called: " + failure);
  }

  /// A method of Java that gave back null for a `String`.
  public static Panic externGaveNull(String method) {
    return new Panic("`" + method + "` gave back null; declare its result as `String?`");
  }

  /// A place that the compiler holds for impossible.
  public static Panic unreachable() {
    return new Panic("reached what cannot be reached");
  }
}
