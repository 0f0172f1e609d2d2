package arenad.syntax;

import arenad.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A statement.
public sealed interface Stmt extends Ast {

  /// `{ ... }`; the span includes the braces. Where a single statement stands for a block, as in
  /// `if (c) return;`, the span is that statement's.
  record Block(List<Stmt> statements, Span span) implements Stmt {
    public Block {
      statements = List.copyOf(statements);
    }
  }

  /// `let x: T = e;` (assignable) and `const x = e;` (not).
  ///
  /// @param value null for `let x: T;`, which is assigned later
  record Let(
      boolean assignable, Binding binding, @Nullable TypeExpr type, @Nullable Expr value, Span span)
      implements Stmt {}

  /// `target = value;`, `target += value;`
  record Assign(Expr target, AssignOp op, Span opSpan, Expr value, Span span) implements Stmt {}

  /// An expression for its effect.
  record Evaluate(Expr value, Span span) implements Stmt {}

  /// @param otherwise null, a [Block], or an [If] for `else if`
  record If(Expr condition, Block then, @Nullable Stmt otherwise, Span span) implements Stmt {}

  record While(Expr condition, Block body, Span span) implements Stmt {}

  /// `for (x in xs) { }`, `for (i in 0..n) { }`, `for ([k, v] in m) { }`
  record For(Binding binding, Expr subject, Block body, Span span) implements Stmt {}

  record Break(Span span) implements Stmt {}

  record Continue(Span span) implements Stmt {}

  record Return(@Nullable Expr value, Span span) implements Stmt {}

  /// `defer stmt;` and `defer { ... }`
  record Defer(Stmt body, Span span) implements Stmt {}

  /// `region name { ... }`
  record Region(Ident name, Block body, Span span) implements Stmt {}

  /// Both forms of the `match` statement.
  record Match(Expr subject, List<MatchCase> cases, Span span) implements Stmt {
    public Match {
      cases = List.copyOf(cases);
    }
  }

  /// What was there could not be read; a diagnostic has said so.
  record Missing(Span span) implements Stmt {}
}
