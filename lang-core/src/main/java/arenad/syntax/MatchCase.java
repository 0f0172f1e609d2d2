package arenad.syntax;

import arenad.text.Span;

/// `case A: statements` of a `match` statement. The body of a brace-less case is a block too.
public record MatchCase(Pattern pattern, Stmt.Block body, Span span) implements Ast {}
