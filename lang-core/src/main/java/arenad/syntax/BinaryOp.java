package arenad.syntax;

/// The infix operators of expressions, but for `as`, `..` and `? :`, which are constructs of their
/// own.
public enum BinaryOp {
  MULTIPLY("*", 11),
  DIVIDE("/", 11),
  REMAINDER("%", 11),
  ADD("+", 10),
  SUBTRACT("-", 10),
  SHIFT_LEFT("<<", 9),
  SHIFT_RIGHT(">>", 9),
  BIT_AND("&", 8),
  BIT_XOR("^", 7),
  BIT_OR("|", 6),
  LESS("<", 5),
  LESS_EQUAL("<=", 5),
  GREATER(">", 5),
  GREATER_EQUAL(">=", 5),
  EQUAL("==", 4),
  NOT_EQUAL("!=", 4),
  AND("&&", 3),
  OR("||", 2),
  /// `x ?? y`
  OR_ELSE("??", 1);

  private final String symbol;
  private final int strength;

  BinaryOp(String symbol, int strength) {
    this.symbol = symbol;
    this.strength = strength;
  }

  public String symbol() {
    return symbol;
  }

  /// How tightly it binds; more is tighter. All of them associate to the left.
  public int strength() {
    return strength;
  }
}
