package arenad.memory;

/// Strings of a turn that variables from outside of the loop still hold at its end: they move down to where the loop began, and
/// everything else above that goes. So `last = f"..."` in a loop needs the memory of one string, not of all.
///
/// The steps are: does any of them lie in what is about to go ([#moves])? If so, save each, free all with [#rebase], restore each.
public final class Survivors {
  /// A larger copy is not kept for the next time.
  private static final long LARGEST_KEPT = 1 << 20;

  private long copies;
  private long size;
  private long used;

  private Survivors() {}

  private static Survivors of(Context context) {
    Survivors survivors = context.survivors;
    if (survivors == null) {
      survivors = new Survivors();
      context.survivors = survivors;
    }
    return survivors;
  }

  /// Whether what lies at an address is a temporary made since the mark. One that has ended already is not: nobody reads it.
  public static boolean moves(Context context, long mark, long address) {
    return context.isAbove(mark, address) && !(CheckedMode.on() && Shadow.isOver(address));
  }

  /// Copies a string to safety, if it would go.
  ///
  /// @return what [#restore] makes its address of
  public static long save(Context context, long base, long address, int length) {
    if (!moves(context, base, address)) {
      return address;
    }
    Survivors survivors = of(context);
    long place = survivors.used;
    survivors.reserve(place + length);
    Memory.copy(address, survivors.copies + place, length);
    survivors.used = place + length;
    return ~place;
  }

  /// Frees everything temporary that was made since the loop began.
  ///
  /// @return the mark that says where it began, from now on
  public static long rebase(Context context, long base) {
    context.release(base);
    return context.mark();
  }

  /// The address of a string that was saved, now a temporary of the frame around.
  public static long restore(Context context, long saved, int length) {
    if (saved >= 0) {
      return saved;
    }
    Survivors survivors = of(context);
    long address = context.tempAlloc(length + 7 & -8);
    Memory.copy(survivors.copies + ~saved, address, length);
    if (~saved + length == survivors.used) {
      survivors.forget();
    }
    return address;
  }

  private void reserve(long bytes) {
    if (bytes > size) {
      long more = Math.max(2 * size, Math.max(bytes, 256));
      copies = Memory.reallocate(copies, more);
      size = more;
    }
  }

  /// The last one is restored.
  private void forget() {
    used = 0;
    if (size > LARGEST_KEPT) {
      close();
    }
  }

  void close() {
    Memory.release(copies);
    copies = 0;
    size = 0;
  }
}
