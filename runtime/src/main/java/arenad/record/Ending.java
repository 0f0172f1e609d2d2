package arenad.record;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The end of a recorded program: the page goes to the file that the command line named.
///
/// | property | |
/// | --- | --- |
/// | `arenad.record.file` | where the page goes |
/// | `arenad.record.title` | what is said to have run |
/// | `arenad.record.quiet` | says nothing about it when it is there |
final class Ending {
  /// Stands for an exit status when the process is ended from outside.
  static final int KILLED = -1;

  private Ending() {}

  static void write(Recorder recorder, int status, String panic) {
    String file = System.getProperty("arenad.record.file", "");
    if (file.isEmpty()) {
      return;
    }
    Outcome outcome = new Outcome(System.getProperty("arenad.record.title", ""), status, panic);
    try (Writer out = Files.newBufferedWriter(Path.of(file), StandardCharsets.UTF_8)) {
      Page.write(Picture.of(recorder, outcome), out);
    } catch (IOException failure) {
      say("arenad: cannot write the memory report: " + failure);
      return;
    }
    if (System.getProperty("arenad.record.quiet") == null) {
      say("memory report: " + file);
    }
  }

  private static void say(String line) {
    try {
      byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
      new FileOutputStream(FileDescriptor.err).write(bytes);
    } catch (IOException nobodyIsLeftToBeTold) {
      return;
    }
  }
}
