package arenad.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A diagnostic as `--json` tells it, as far as markers compare it. Positions are zero-based.
record Told(String severity, String code, int line, int from, String message) {
  private static final Pattern FORM =
      Pattern.compile(
          "^\\{\"file\":\"(?:[^\"\\\\]|\\\\.)*\",\"code\":\"(\\w+)\",\"severity\":\"(\\w+)\","
              + "\"message\":\"((?:[^\"\\\\]|\\\\.)*)\","
              + "\"range\":\\{\"start\":\\{\"line\":(\\d+),\"character\":(\\d+)\\}.*$");

  /// One for each line of the output.
  static List<Told> of(String json) {
    List<Told> told = new ArrayList<>();
    for (String line : json.split("\n")) {
      Matcher form = FORM.matcher(line);
      if (form.matches()) {
        told.add(
            new Told(
                form.group(2),
                form.group(1),
                Integer.parseInt(form.group(4)),
                Integer.parseInt(form.group(5)),
                form.group(3).replace("\\\"", "\"").replace("\\\\", "\\")));
      }
    }
    return told;
  }

  /// As a marker to be pasted below the source.
  @Override
  public String toString() {
    return "line %d, column %d: %s %s: %s".formatted(line + 1, from + 1, severity, code, message);
  }
}
