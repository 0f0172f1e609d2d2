package arenad.syntax;

/// What a closure does.
public sealed interface ClosureBody {
  /// `(x) => e`
  record Value(Expr value) implements ClosureBody {}

  /// `(x) => { ... }`
  record Statements(Stmt.Block block) implements ClosureBody {}
}
