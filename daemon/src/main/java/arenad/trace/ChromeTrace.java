package arenad.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Keeps a run as `chrome://tracing` and Perfetto read it: the "Trace Event Format", complete events.
public final class ChromeTrace implements Trace {
  private final long origin = System.nanoTime();
  private final List<Event> events = new ArrayList<>();

  private record Event(String name, String subject, long thread, long start, long end) {}

  @Override
  public Span begin(String name, String subject) {
    long start = System.nanoTime();
    long thread = Thread.currentThread().threadId();
    return () -> {
      Event event = new Event(name, subject, thread, start, System.nanoTime());
      synchronized (events) {
        events.add(event);
      }
    };
  }

  /// The whole file.
  public String toJson() {
    StringBuilder json = new StringBuilder("{\"displayTimeUnit\":\"ms\",\"traceEvents\":[");
    synchronized (events) {
      for (int i = 0; i < events.size(); i++) {
        json.append(i == 0 ? "\n" : ",\n").append(line(events.get(i)));
      }
    }
    return json.append("\n]}\n").toString();
  }

  private String line(Event event) {
    return String.format(
        Locale.ROOT,
        "{\"ph\":\"X\",\"pid\":1,\"tid\":%d,\"ts\":%.3f,\"dur\":%.3f,\"name\":%s,\"args\":{\"subject\":%s}}",
        event.thread,
        (event.start - origin) / 1000.0,
        (event.end - event.start) / 1000.0,
        quoted(event.name),
        quoted(event.subject));
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20 || Character.isSurrogate(c)) {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
