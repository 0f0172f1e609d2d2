package arenad.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A mistake that a program is expected to have: a comment below the line, its carets below the place.
///
/// ```
///   node.name = tmp;
///   //          ^^^ error E0301: does not live long enough
/// ```
///
/// @param line zero-based, of the source that the marker is about
/// @param from column of the first caret, or -1 for `// ! error ...`, which leaves the columns open
/// @param to column after the last
/// @param says what the message must contain; may be empty
record Marker(int line, int from, int to, String severity, String code, String says) {
  private static final Pattern FORM =
      Pattern.compile("^\\s*//\\s*(\\^+|!)\\s*(error|warning|info|hint) ([EWH]\\d{4})(?:: (.*))?$");

  /// All markers of a source. Several may stand below one line.
  static List<Marker> of(String source) {
    List<Marker> markers = new ArrayList<>();
    String[] lines = source.split("\n", -1);
    int about = -1;
    for (int i = 0; i < lines.length; i++) {
      Matcher form = FORM.matcher(lines[i]);
      if (!form.matches()) {
        about = i;
        continue;
      }
      boolean open = form.group(1).equals("!");
      String says = form.group(4) == null ? "" : form.group(4).strip();
      markers.add(
          new Marker(
              about,
              open ? -1 : form.start(1),
              open ? -1 : form.end(1),
              form.group(2),
              form.group(3),
              says));
    }
    return markers;
  }

  boolean fits(Told told) {
    return line == told.line()
        && code.equals(told.code())
        && severity.equals(told.severity())
        && (from < 0 || from == told.from())
        && told.message().contains(says);
  }
}
