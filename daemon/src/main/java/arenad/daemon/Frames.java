package arenad.daemon;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The answer to a [Request], as frames.
///
/// ```
/// out N                N bytes for standard output follow
/// err N                N bytes for standard error follow
/// exec N               N lines `arg VALUE`, lines `env NAME=VALUE`, an empty line: become that command
/// exit CODE            the end
/// ```
public final class Frames {
  private Frames() {}

  /// One of them.
  public sealed interface Frame {
    record Out(byte[] bytes) implements Frame {}

    record Err(byte[] bytes) implements Frame {}

    record Exec(List<String> command, Map<String, String> environment) implements Frame {}

    record Exit(int status) implements Frame {}
  }

  /// The sending side. Several threads may write; frames stay whole.
  public static final class Writer {
    private final OutputStream out;

    public Writer(OutputStream out) {
      this.out = new BufferedOutputStream(out, 1 << 16);
    }

    public synchronized void write(Frame frame) throws IOException {
      switch (frame) {
        case Frame.Out(byte[] bytes) -> stream("out", bytes);
        case Frame.Err(byte[] bytes) -> stream("err", bytes);
        case Frame.Exit(int status) -> text("exit " + status + "\n");
        case Frame.Exec exec -> text(text(exec));
      }
      out.flush();
    }

    private void stream(String name, byte[] bytes) throws IOException {
      if (bytes.length > 0) {
        text(name + " " + bytes.length + "\n");
        out.write(bytes);
      }
    }

    private void text(String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Frame.Exec exec) {
      StringBuilder text = new StringBuilder("exec " + exec.command().size() + "\n");
      for (String word : exec.command()) {
        text.append("arg ").append(Request.escaped(word)).append('\n');
      }
      new TreeMap<>(exec.environment())
          .forEach((k, v) -> text.append("env " + Request.escaped(k + "=" + v) + "\n"));
      return text.append('\n').toString();
    }
  }

  /// The receiving side.
  public static final class Reader {
    private final InputStream in;

    public Reader(InputStream in) {
      this.in = new BufferedInputStream(in, 1 << 16);
    }

    /// The next frame; null when the connection ended between two.
    public @Nullable Frame read() throws IOException {
      in.mark(1);
      if (in.read() < 0) {
        return null;
      }
      in.reset();
      String[] words = Request.line(in).split(" ", 2);
      if (words.length != 2) {
        throw new IOException("a frame `" + words[0] + "`");
      }
      int number = number(words[1]);
      return switch (words[0]) {
        case "out" -> new Frame.Out(bytes(number));
        case "err" -> new Frame.Err(bytes(number));
        case "exit" -> new Frame.Exit(number);
        case "exec" -> exec(number);
        default -> throw new IOException("a frame `" + words[0] + "`");
      };
    }

    private static int number(String text) throws IOException {
      try {
        return Integer.parseInt(text);
      } catch (NumberFormatException wrong) {
        throw new IOException("a frame with `" + text + "`", wrong);
      }
    }

    private byte[] bytes(int count) throws IOException {
      byte[] bytes = in.readNBytes(count);
      if (bytes.length < count) {
        throw new EOFException("the connection ended in the middle of a frame");
      }
      return bytes;
    }

    private Frame exec(int count) throws IOException {
      List<String> command = new ArrayList<>();
      Map<String, String> environment = new TreeMap<>();
      for (String line = Request.line(in); !line.isEmpty(); line = Request.line(in)) {
        String value = Request.unescaped(line.substring(4));
        if (line.startsWith("arg ")) {
          command.add(value);
        } else if (line.startsWith("env ") && value.indexOf('=') > 0) {
          int equal = value.indexOf('=');
          environment.put(value.substring(0, equal), value.substring(equal + 1));
        }
      }
      if (command.size() != count) {
        throw new IOException("a command of " + command.size() + " words instead of " + count);
      }
      return new Frame.Exec(command, environment);
    }
  }
}
