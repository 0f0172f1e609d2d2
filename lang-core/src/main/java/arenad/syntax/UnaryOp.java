package arenad.syntax;

/// The prefix operators.
public enum UnaryOp {
  NOT("!"),
  NEGATE("-"),
  COMPLEMENT("~"),
  /// `*x`: the value a reference points to, as a copy
  COPY("*");

  private final String symbol;

  UnaryOp(String symbol) {
    this.symbol = symbol;
  }

  public String symbol() {
    return symbol;
  }
}
