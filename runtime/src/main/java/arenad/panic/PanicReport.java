package arenad.panic;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is printed about a panic: the message and the stack of Arena functions.
///
/// ```
/// panic: index out of range: 5, length 3
///   at geometry.vec.Vec3.length (src/geometry/vec.arena:12)
///   at main.main (src/main.arena:4)
/// ```
///
/// Only frames whose source file ends in `.arena` are shown; the runtime's and the JVM's own mean nothing to the user.
public final class PanicReport {
  /// Frames shown at each end of a long stack.
  private static final int SHOWN = 20;

  private PanicReport() {}

  /// The panic that a failure stands for: itself, or what the JVM throws for a panic of the language.
  ///
  /// @return null for a failure that is no panic but a fault of ours
  public static @Nullable String messageOf(Throwable failure) {
    return switch (failure) {
      case Panic panic -> panic.getMessage();
      case Trap trap -> trap.getMessage();
      case ArithmeticException e when isDivision(e) -> Panics.divisionByZero().getMessage();
      case StackOverflowError e -> Panics.stackOverflow().getMessage();
      case OutOfMemoryError e -> "out of memory";
      default -> null;
    };
  }

  /// The JVM's own: without a message once it has seen too many of them.
  private static boolean isDivision(ArithmeticException e) {
    return e.getMessage() == null || e.getMessage().equals("/ by zero");
  }

  /// The whole report, each line ended.
  ///
  /// @param sourceRoot what stands before a module's path in file names, for example `src/`
  public static String of(Throwable thrown, String sourceRoot) {
    Throwable failure = thrown;
    while (failure instanceof ExceptionInInitializerError && failure.getCause() != null) {
      failure = failure.getCause();
    }
    String message = messageOf(failure);
    StringBuilder out = new StringBuilder(failure instanceof Trap ? "trap: " : "panic: ");
    if (message == null) {
      out.append("internal error: ").append(failure).append('\n');
      for (StackTraceElement frame : failure.getStackTrace()) {
        out.append("  at ").append(frame).append('\n');
      }
      return out.toString();
    }
    out.append(message).append('\n');
    appendStack(out, arenaFrames(failure.getStackTrace()), sourceRoot);
    if (failure instanceof Trap trap) {
      for (Trap.Account account : trap.accounts()) {
        out.append("  it was ").append(account.event()).append('\n');
        appendStack(out, account.frames(), sourceRoot);
      }
    }
    return out.toString();
  }

  private static List<StackTraceElement> arenaFrames(StackTraceElement[] all) {
    List<StackTraceElement> frames = new ArrayList<>();
    for (StackTraceElement frame : all) {
      String file = frame.getFileName();
      if (file != null && file.endsWith(".arena")) {
        frames.add(frame);
      }
    }
    return frames;
  }

  private static void appendStack(
      StringBuilder out, List<StackTraceElement> frames, String sourceRoot) {
    int count = frames.size();
    for (int i = 0; i < count; i++) {
      if (i == SHOWN && count > 2 * SHOWN + 1) {
        i = count - SHOWN;
        out.append("  ... ").append(i - SHOWN).append(" more\n");
      }
      appendFrame(out, frames.get(i), sourceRoot);
    }
  }

  private static void appendFrame(StringBuilder out, StackTraceElement frame, String sourceRoot) {
    out.append("  at ").append(moduleOf(frame)).append('.').append(nameOf(frame));
    out.append(" (").append(path(frame, sourceRoot));
    if (frame.getLineNumber() > 0) {
      out.append(':').append(frame.getLineNumber());
    }
    out.append(")\n");
  }

  /// The name of a function that belongs to another, as a closure does, has a number behind that of the other.
  private static String nameOf(StackTraceElement frame) {
    return frame.getMethodName().replaceAll("\\$\\d+\\$", ".").replace('$', '.');
  }

  /// An instance of a generic function has a class of its own, named after its module and `$$`.
  private static String moduleOf(StackTraceElement frame) {
    String type = frame.getClassName();
    int mark = type.indexOf("$$", 1);
    return mark < 0 ? type : type.substring(0, mark);
  }

  /// A source file attribute with a slash is a path already; a plain name stands in the folder of its module.
  private static String path(StackTraceElement frame, String sourceRoot) {
    String file = frame.getFileName();
    if (file.indexOf('/') >= 0) {
      return file;
    }
    String type = frame.getClassName();
    int dot = type.lastIndexOf('.');
    return sourceRoot + (dot < 0 ? "" : type.substring(0, dot + 1).replace('.', '/')) + file;
  }
}
