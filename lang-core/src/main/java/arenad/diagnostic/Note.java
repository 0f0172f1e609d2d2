package arenad.diagnostic;

/// A line below the source: `= help: ...` or `= note: ...`.
public record Note(Kind kind, String text) {
  public enum Kind {
    /// what to do
    HELP,
    /// what else is good to know
    NOTE
  }

  public static Note help(String text) {
    return new Note(Kind.HELP, text);
  }

  public static Note note(String text) {
    return new Note(Kind.NOTE, text);
  }
}
