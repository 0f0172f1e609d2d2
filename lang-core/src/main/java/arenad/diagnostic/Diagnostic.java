package arenad.diagnostic;

import java.util.ArrayList;
import java.util.List;

/// One mistake of the program, or one hint, as data.
///
/// @param message what is wrong, lower case, names in backticks, no full stop
/// @param primary where the mistake is
/// @param label what stands under the carets of `primary`; may be empty
/// @param related the chain of reasons, in the order in which it is to be told
/// @param notes the lines below the source
/// @param fixes ways to mend it; the first is the preferred one
public record Diagnostic(
    Code code,
    Severity severity,
    String message,
    Place primary,
    String label,
    List<Related> related,
    List<Note> notes,
    List<Fix> fixes) {

  public Diagnostic {
    related = List.copyOf(related);
    notes = List.copyOf(notes);
    fixes = List.copyOf(fixes);
  }

  /// A diagnostic of the code's own severity with nothing but its message.
  public static Diagnostic of(Code code, Place primary, String message) {
    return new Diagnostic(
        code, code.severity(), message, primary, "", List.of(), List.of(), List.of());
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /// The same with `text` under its carets.
  public Diagnostic labelled(String text) {
    return new Diagnostic(code, severity, message, primary, text, related, notes, fixes);
  }

  /// The same with one more step of the chain, unless it has that.
  public Diagnostic because(Place place, String reason) {
    Related step = new Related(place, reason);
    if (related.contains(step)) {
      return this;
    }
    return new Diagnostic(
        code, severity, message, primary, label, appended(related, step), notes, fixes);
  }

  /// The same with one more help line.
  public Diagnostic help(String text) {
    return noted(Note.help(text));
  }

  /// The same with one more note line.
  public Diagnostic note(String text) {
    return noted(Note.note(text));
  }

  /// The same with one more fix.
  public Diagnostic fix(Fix fix) {
    return new Diagnostic(
        code, severity, message, primary, label, related, notes, appended(fixes, fix));
  }

  private Diagnostic noted(Note note) {
    return new Diagnostic(
        code, severity, message, primary, label, related, appended(notes, note), fixes);
  }

  private static <T> List<T> appended(List<T> list, T last) {
    List<T> all = new ArrayList<>(list);
    all.add(last);
    return all;
  }
}
