package arenad.typed;

/// The operators that compute, after overloads are resolved: both operands have one type.
public sealed interface Operator {

  String spelling();

  enum Arithmetic implements Operator {
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    REMAINDER("%"),
    AND("&"),
    OR("|"),
    XOR("^"),
    SHIFT_LEFT("<<"),
    SHIFT_RIGHT(">>");

    private final String spelling;

    Arithmetic(String spelling) {
      this.spelling = spelling;
    }

    @Override
    public String spelling() {
      return spelling;
    }
  }

  enum Comparison implements Operator {
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS("<"),
    LESS_EQUAL("<="),
    GREATER(">"),
    GREATER_EQUAL(">=");

    private final String spelling;

    Comparison(String spelling) {
      this.spelling = spelling;
    }

    @Override
    public String spelling() {
      return spelling;
    }
  }

  enum Unary implements Operator {
    NEGATE("-"),
    NOT("!"),
    COMPLEMENT("~");

    private final String spelling;

    Unary(String spelling) {
      this.spelling = spelling;
    }

    @Override
    public String spelling() {
      return spelling;
    }
  }
}
