package arenad.diagnostic;

import arenad.diagnostic.Palette.Role;
import arenad.text.LineColumn;
import arenad.text.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A diagnostic as a terminal shows it: the message, the source lines it is about with labels under
/// them in the order of the text, and what to do.
///
/// ```
/// error[E0301]: `tmp` does not live long enough to be stored in `node.name`
///   --> src/main.arena:9:15
///  7 |   let node = root.new(Node { name: "", next: null });
///    |              ---- `node` lives in `root`
///  9 |   node.name = tmp;
///    |               ^^^ needs Lifetime(tmp) >= Lifetime(node)
///    = help: copy it into the arena: `tmp.clone(root)`
/// ```
public final class TerminalForm {
  private final LocatedDiagnostic diagnostic;
  private final Palette palette;
  private final int gutter;
  private final StringBuilder out = new StringBuilder();

  /// A piece of source with words under it.
  private record Label(Located place, String text, boolean primary) {
    int line() {
      return place.from().line();
    }
  }

  private TerminalForm(LocatedDiagnostic diagnostic, Palette palette, int gutter) {
    this.diagnostic = diagnostic;
    this.palette = palette;
    this.gutter = gutter;
  }

  /// The lines, each with its line break.
  public static String of(LocatedDiagnostic diagnostic, Palette palette) {
    Map<String, List<Label>> files = labels(diagnostic);
    int last = 0;
    for (List<Label> labels : files.values()) {
      for (Label label : labels) {
        last = Math.max(last, label.line() + 1);
      }
    }
    TerminalForm form = new TerminalForm(diagnostic, palette, String.valueOf(last).length());
    form.head();
    files.forEach(form::file);
    form.notes();
    return form.out.toString();
  }

  /// By file, the one with the mistake first; in each, by position.
  private static Map<String, List<Label>> labels(LocatedDiagnostic diagnostic) {
    Map<String, List<Label>> files = new LinkedHashMap<>();
    List<Label> all = new ArrayList<>();
    all.add(new Label(diagnostic.primary(), diagnostic.label(), true));
    diagnostic.related().forEach(step -> all.add(new Label(step.place(), step.message(), false)));
    for (Label label : all) {
      files.computeIfAbsent(label.place().file(), _ -> new ArrayList<>()).add(label);
    }
    Comparator<Label> byPosition = Comparator.comparing(label -> label.place().start());
    files.values().forEach(labels -> labels.sort(byPosition.thenComparing(Label::primary)));
    return files;
  }

  private void head() {
    Role role = Role.of(diagnostic.severity());
    String title = diagnostic.severity().word() + "[" + diagnostic.code() + "]";
    out.append(palette.paint(role, title))
        .append(palette.paint(Role.MESSAGE, ": " + diagnostic.message()))
        .append('\n');
  }

  private void file(String file, List<Label> labels) {
    boolean first = file.equals(diagnostic.primary().file());
    LineColumn at = first ? diagnostic.primary().from() : labels.getFirst().place().from();
    String arrow = " ".repeat(gutter + 1) + (first ? "-->" : ":::");
    out.append(palette.paint(Role.GUTTER, arrow))
        .append(' ')
        .append(file)
        .append(':')
        .append(at.line() + 1)
        .append(':')
        .append(at.column() + 1)
        .append('\n');
    int previous = -1;
    for (Label label : labels) {
      if (label.line() != previous) {
        if (previous >= 0 && label.line() > previous + 1) {
          out.append(palette.paint(Role.GUTTER, " ".repeat(gutter + 1) + "...")).append('\n');
        }
        source(label);
      }
      underline(label);
      previous = label.line();
    }
  }

  private void source(Label label) {
    String number = String.valueOf(label.line() + 1);
    String bar = " " + " ".repeat(gutter - number.length()) + number + " |";
    String shown = columns(label).shown().stripTrailing();
    out.append(palette.paint(Role.GUTTER, bar))
        .append(shown.isEmpty() ? "" : " " + shown)
        .append('\n');
  }

  private void underline(Label label) {
    ShownLine columns = columns(label);
    Role role = label.primary() ? Role.of(diagnostic.severity()) : Role.STEP;
    String marks = (label.primary() ? "^" : "-").repeat(columns.width());
    String words = label.text().isEmpty() ? "" : " " + label.text();
    out.append(palette.paint(Role.GUTTER, " ".repeat(gutter + 2) + "|"))
        .append(" ".repeat(columns.from() + 1))
        .append(palette.paint(role, marks + words))
        .append('\n');
  }

  /// What spans several lines is marked to the end of its first.
  private static ShownLine columns(Label label) {
    Located place = label.place();
    SourceText text = place.text();
    int start = text.lineStart(label.line());
    String line = text.line(label.line());
    int from = Math.min(place.start() - start, line.length());
    return ShownLine.of(line, from, Math.min(place.end() - start, line.length()));
  }

  private void notes() {
    for (Note note : diagnostic.notes()) {
      String word = note.kind() == Note.Kind.HELP ? "help" : "note";
      out.append(palette.paint(Role.GUTTER, " ".repeat(gutter + 2) + "= "))
          .append(palette.paint(Role.MESSAGE, word))
          .append(": ")
          .append(note.text())
          .append('\n');
    }
  }
}
