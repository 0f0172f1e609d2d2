package arenad.record;

import java.io.IOException;
import java.io.Writer;
import java.util.function.IntToLongFunction;

/// Writes JSON that may stand in a page: `<` and what ends lines in scripts is escaped.
final class Json {
  private final Writer out;
  private boolean first = true;

  Json(Writer out) {
    this.out = out;
  }

  Json open(char bracket) throws IOException {
    separate();
    out.write(bracket);
    first = true;
    return this;
  }

  Json close(char bracket) throws IOException {
    out.write(bracket);
    first = false;
    return this;
  }

  Json key(String name) throws IOException {
    separate();
    string(name);
    out.write(':');
    first = true;
    return this;
  }

  Json field(String name, long value) throws IOException {
    key(name);
    separate();
    out.write(Long.toString(value));
    return this;
  }

  Json field(String name, String value) throws IOException {
    key(name);
    separate();
    string(value);
    return this;
  }

  Json numbers(String name, long[] values) throws IOException {
    return numbers(name, values.length, i -> values[i]);
  }

  Json numbers(String name, int count, IntToLongFunction values) throws IOException {
    key(name).open('[');
    for (int i = 0; i < count; i++) {
      separate();
      out.write(Long.toString(values.applyAsLong(i)));
    }
    return close(']');
  }

  private void separate() throws IOException {
    if (!first) {
      out.write(',');
    }
    first = false;
  }

  private void string(String text) throws IOException {
    out.write('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.write('\\');
        out.write(c);
      } else if (c < ' ' || c == '<' || c > '~') {
        out.write(String.format("\\u%04x", (int) c));
      } else {
        out.write(c);
      }
    }
    out.write('"');
  }
}
