package arenad.std;

import arenad.memory.Context;
import arenad.memory.Memory;
import arenad.panic.Panic;
import arenad.panic.Panics;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Calls of methods of Java: how texts cross the border, and what becomes of exceptions.
///
/// A method gets a Java string of its own. What it gives back stays in the context until the caller
/// takes it into its frame: the method that stands for the `extern` has no frame to put it into.
public final class Externs {
  private Externs() {}

  /// A text as Java's; address 0 is null.
  public static @Nullable String text(long address, int length) {
    return address == 0 ? null : JavaText.of(address, length);
  }

  /// Keeps what a method has given back.
  ///
  /// @param method for the panic if that is null
  /// @return what [#takeText] asks for and does not look at
  public static int keepText(Context context, @Nullable String text, String method) {
    if (text == null) {
      throw Panics.externGaveNull(method);
    }
    context.givenText = text;
    return 0;
  }

  /// The same of what may be null.
  public static int keepOptionalText(Context context, @Nullable String text) {
    context.givenText = text;
    return 0;
  }

  /// Takes what is kept into frame memory; its length goes to `r1`.
  ///
  /// @param ignored what the call that kept it has returned
  /// @return 0 for null
  public static long takeText(Context context, int ignored) {
    String text = context.givenText;
    context.givenText = null;
    if (text == null) {
      context.r1 = 0;
      return 0;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    long address = context.tempAlloc(Math.max(bytes.length + 7L & -8, 8));
    Memory.copyIn(bytes, 0, address, bytes.length);
    context.r1 = bytes.length;
    return address;
  }

  /// A span as memory that Java may read and write until the call is over.
  ///
  /// @param size of an element in bytes
  @SuppressWarnings("restricted")
  public static MemorySegment lend(Context context, long address, int length, int size) {
    Arena lent = context.lent;
    if (lent == null) {
      lent = Arena.ofConfined();
      context.lent = lent;
    }
    return MemorySegment.ofAddress(address).reinterpret((long) length * size, lent, null);
  }

  /// Ends what a call was lent: Java cannot touch it any more, wherever it kept it.
  public static void takeBack(Context context) {
    Arena lent = context.lent;
    if (lent != null) {
      context.lent = null;
      lent.close();
    }
  }

  /// The panic that a method's exception becomes; of what is a panic already, that.
  public static Panic failed(String method, Throwable failure) {
    return switch (failure) {
      case Panic panic -> panic;
      case StackOverflowError _ -> Panics.stackOverflow();
      case LinkageError missing -> Panics.externMissing(method, missing);
      default -> Panics.externFailed(method, failure);
    };
  }
}
