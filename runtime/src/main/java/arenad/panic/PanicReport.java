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
      case Deadlock deadlock -> deadlock.getMessage();
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
    appendStack(out, arenaFrames(List.of(failure.getStackTrace())), sourceRoot);
    if (failure instanceof Deadlock deadlock) {
      deadlock.threads().forEach(each -> appendWaiting(out, each, sourceRoot));
    }
    if (failure instanceof Trap trap) {
      for (Trap.Account account : trap.accounts()) {
        out.append("  it was ").append(account.event()).append('\n');
        appendStack(out, account.frames(), sourceRoot);
      }
    }
    return out.toString();
  }

  /// The same of a thread that a program has started, which is named; `main` needs no name.
  ///
  /// @param function what the thread runs, as `module.name`
  public static String of(Throwable thrown, String function, String sourceRoot) {
    String report = of(thrown, sourceRoot);
    return function.endsWith(".main") || thrown instanceof Deadlock
        ? report
        : report + "  in the thread of " + function + "\n";
  }

  private static void appendWaiting(
      StringBuilder out, Deadlock.Waiting waiting, String sourceRoot) {
    out.append("  ").append(waiting.function()).append(" waits at channel \"");
    out.append(waiting.channel()).append('"');
    List<StackTraceElement> frames = arenaFrames(waiting.stack());
    if (!frames.isEmpty()) {
      out.append(" (").append(ArenaFrame.place(frames.getFirst(), sourceRoot)).append(')');
    }
    out.append('\n');
  }

  private static List<StackTraceElement> arenaFrames(List<StackTraceElement> all) {
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
    out.append("  at ").append(ArenaFrame.function(frame));
    out.append(" (").append(ArenaFrame.place(frame, sourceRoot)).append(")\n");
  }
}
