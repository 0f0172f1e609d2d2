package arenad.daemon;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A command as a client sends it: header lines in UTF-8, then an empty line.
///
/// ```
/// arenad-cli 1
/// cwd PATH
/// arg VALUE            one for each argument
/// tty 0|1              whether standard output is a terminal
/// columns N            its width, 0 when it is not known
/// env NAME=VALUE       NO_COLOR, TERM, ARENAD_*
/// build ID             optional: the client's build
/// ```
/// In values a backslash is `\\` and a line feed `\n`.
public record Request(
    String cwd,
    List<String> arguments,
    boolean tty,
    int columns,
    Map<String, String> environment,
    String build) {
  public static final String GREETING = "arenad-cli 1";

  /// More than any sensible command; rubbish ends here.
  private static final int LIMIT = 4 << 20;

  public Request {
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }

  /// Reads what follows the greeting.
  ///
  /// @throws IOException when it is not a request
  public static Request read(InputStream in) throws IOException {
    String cwd = "";
    String build = "";
    List<String> arguments = new ArrayList<>();
    Map<String, String> environment = new TreeMap<>();
    boolean tty = false;
    int columns = 0;
    int size = 0;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      size += line.length();
      if (size > LIMIT) {
        throw new IOException("a request of more than " + LIMIT + " bytes");
      }
      int space = line.indexOf(' ');
      String key = space < 0 ? line : line.substring(0, space);
      String value = space < 0 ? "" : unescaped(line.substring(space + 1));
      if (value.indexOf('\0') >= 0) {
        throw new IOException("a NUL, which no command line can hold");
      }
      switch (key) {
        case "cwd" -> cwd = value;
        case "arg" -> arguments.add(value);
        case "tty" -> tty = value.equals("1");
        case "columns" -> columns = number(value);
        case "build" -> build = value;
        case "env" -> {
          int equal = value.indexOf('=');
          if (equal > 0) {
            environment.put(value.substring(0, equal), value.substring(equal + 1));
          }
        }
        default -> throw new IOException("a header `" + key + "`");
      }
    }
    if (!cwd.startsWith("/")) {
      throw new IOException("no folder to work in");
    }
    return new Request(cwd, arguments, tty, columns, environment, build);
  }

  /// Sends it, greeting and all.
  public void write(OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder(GREETING).append('\n');
    text.append("cwd ").append(escaped(cwd)).append('\n');
    arguments.forEach(each -> text.append("arg ").append(escaped(each)).append('\n'));
    text.append("tty ").append(tty ? 1 : 0).append("\ncolumns ").append(columns).append('\n');
    new TreeMap<>(environment)
        .forEach((k, v) -> text.append("env ").append(escaped(k + "=" + v)).append('\n'));
    text.append("build ").append(build).append("\n\n");
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static int number(String text) throws IOException {
    try {
      return Math.clamp(Integer.parseInt(text), 0, 100_000);
    } catch (NumberFormatException wrong) {
      throw new IOException("a number `" + text + "`", wrong);
    }
  }

  /// A line without its line feed.
  static String line(InputStream in) throws IOException {
    java.io.ByteArrayOutputStream line = new java.io.ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new java.io.EOFException("the connection ended in the middle of a line");
      }
      line.write(next);
      if (line.size() > LIMIT) {
        throw new IOException("a line of more than " + LIMIT + " bytes");
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\n", "\\n");
  }

  static String unescaped(String value) {
    if (value.indexOf('\\') < 0) {
      return value;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 1 < value.length()) {
        char next = value.charAt(++i);
        out.append(next == 'n' ? '\n' : next);
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
