package arenad.syntax;

import org.jspecify.annotations.Nullable;

/// The operators of an assignment.
public enum AssignOp {
  SET("=", null),
  ADD("+=", BinaryOp.ADD),
  SUBTRACT("-=", BinaryOp.SUBTRACT),
  MULTIPLY("*=", BinaryOp.MULTIPLY),
  DIVIDE("/=", BinaryOp.DIVIDE),
  REMAINDER("%=", BinaryOp.REMAINDER);

  private final String symbol;
  private final @Nullable BinaryOp operation;

  AssignOp(String symbol, @Nullable BinaryOp operation) {
    this.symbol = symbol;
    this.operation = operation;
  }

  public String symbol() {
    return symbol;
  }

  /// The arithmetic of a compound assignment; null for `=`.
  public @Nullable BinaryOp operation() {
    return operation;
  }
}
