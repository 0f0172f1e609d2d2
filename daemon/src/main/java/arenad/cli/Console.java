package arenad.cli;

/// Where a command's words go. When nobody reads them any more, they go nowhere.
public interface Console {

  /// To standard output, as it is.
  void out(String text);

  /// To standard error, as it is.
  void err(String text);

  /// Whether standard output is a terminal.
  boolean isTerminal();

  /// The width of the terminal in characters, or 0 when it is not known.
  int columns();

  default void outLine(String text) {
    out(text + "\n");
  }

  default void errLine(String text) {
    err(text + "\n");
  }
}
