package arenad.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// The standard streams of this process.
final class LocalConsole implements Console {
  private final PrintStream out = utf8(FileDescriptor.out);
  private final PrintStream err = utf8(FileDescriptor.err);

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  @Override
  public void out(String text) {
    out.print(text);
    out.flush();
  }

  @Override
  public void err(String text) {
    err.print(text);
    err.flush();
  }

  @Override
  public boolean isTerminal() {
    java.io.Console console = System.console();
    return console != null && console.isTerminal();
  }

  @Override
  public int columns() {
    try {
      return Integer.parseInt(System.getenv().getOrDefault("COLUMNS", "0"));
    } catch (NumberFormatException notANumber) {
      return 0;
    }
  }
}
