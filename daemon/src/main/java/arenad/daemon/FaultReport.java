package arenad.daemon;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// What is left behind when arenad itself fails: a file with all that helps to find out why.
public final class FaultReport {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT);

  private FaultReport() {}

  /// Writes a report into `folder`, or into the temporary folder when that cannot be written.
  ///
  /// @param doing what was being done, such as the command line
  public static Path write(Path folder, String doing, Throwable failure) {
    String text = text(doing, failure);
    String name = "fault-" + NAME.format(Instant.now().atZone(ZoneId.systemDefault())) + ".txt";
    for (Path each : List.of(folder, Path.of(System.getProperty("java.io.tmpdir")))) {
      try {
        Files.createDirectories(each);
        return Files.writeString(each.resolve(name), text);
      } catch (IOException unwritable) {
        continue;
      }
    }
    return Path.of("nowhere: no folder can be written");
  }

  private static String text(String doing, Throwable failure) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    out.println("arenad has failed. This is a fault of arenad, not of your program.");
    out.println();
    out.println("doing:  " + doing);
    out.println("build:  " + BuildId.current().hash());
    out.println("java:   " + System.getProperty("java.vm.version"));
    out.println("system: " + System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    out.println();
    failure.printStackTrace(out);
    out.flush();
    return text.toString();
  }
}
