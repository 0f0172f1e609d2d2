package arenad.launch;

import arenad.panic.Panic;
import arenad.panic.PanicReport;
import arenad.std.Output;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// The ends of a program. None of them returns, and none runs anything of the program's any more.
public final class Exit {
  /// The status of a program that panicked.
  public static final int PANIC = 101;

  private Exit() {}

  /// `env.exit(n)`, and the end of `main`: writes out what is buffered and ends the process.
  public static synchronized void now(int status) {
    int result = status;
    try {
      Output.flush();
    } catch (Panic e) {
      write(PanicReport.of(e, ""));
      result = PANIC;
    }
    Runtime.getRuntime().halt(result);
  }

  /// The end by a panic, or by a fault of ours.
  ///
  /// @param function what the thread ran
  static synchronized void failed(Throwable failure, String function, String sourceRoot) {
    try {
      Output.flush();
    } catch (Panic e) {
      // There is one report, of what happened first.
    }
    write(PanicReport.of(failure, function, sourceRoot));
    Runtime.getRuntime().halt(PANIC);
  }

  /// Writes to standard error, past all buffers.
  static void write(String text) {
    try {
      // It stays open: something may be left to be said.
      new FileOutputStream(FileDescriptor.err).write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // Nobody is left to be told.
    }
  }
}
