package arenad.syntax;

import arenad.text.Span;
import java.util.List;

/// One clause of `requires`.
public sealed interface RequiresClause extends Ast {

  /// `Lifetime(T) < Lifetime(U)`
  record Relates(LifetimeTerm left, Relation relation, LifetimeTerm right, Span span)
      implements RequiresClause {}

  /// `T satisfies A & B`
  record Satisfies(TypeExpr type, List<TypeExpr> requirements, Span span)
      implements RequiresClause {
    public Satisfies {
      requirements = List.copyOf(requirements);
    }
  }

  /// What was there could not be read.
  record Missing(Span span) implements RequiresClause {}

  /// How two lifetimes relate; greater lives longer.
  enum Relation {
    SHORTER("<"),
    AT_MOST("<="),
    EQUAL("="),
    AT_LEAST(">="),
    LONGER(">");

    private final String symbol;

    Relation(String symbol) {
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }
  }
}
