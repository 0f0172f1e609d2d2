package arenad.syntax;

import arenad.text.Span;
import java.util.List;

/// One side of a lifetime relation.
public sealed interface LifetimeTerm extends Ast {

  /// `Lifetime(x)`, `Lifetime(obj.name)`, `Lifetime(T)`; `Lifetime(Return)`, also written
  /// `Lifetime(return)`, is [Return].
  record Of(List<Ident> path, Span span) implements LifetimeTerm {
    public Of {
      path = List.copyOf(path);
    }
  }

  /// `Lifetime(Return)` or `Lifetime(Return.name)`.
  ///
  /// @param path what follows `Return`
  record Return(List<Ident> path, Span span) implements LifetimeTerm {
    public Return {
      path = List.copyOf(path);
    }
  }

  /// `Static`
  record Static(Span span) implements LifetimeTerm {}

  record Missing(Span span) implements LifetimeTerm {}
}
