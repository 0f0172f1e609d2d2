package arenad.typed;

import arenad.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A statement of an elaborated body.
public sealed interface Stmt {

  Span span();

  /// Statements with a scope of their own; `defer`s run when it is left.
  record Block(List<Stmt> statements, Span span) implements Stmt {
    public Block {
      statements = List.copyOf(statements);
    }
  }

  /// `let` and `const`; without a value it is assigned later, before it is read.
  record Let(Variable variable, @Nullable Expr value, Span span) implements Stmt {}

  /// `const [a, b] = tuple;`
  record Destructure(List<Variable> variables, Expr tuple, Span span) implements Stmt {
    public Destructure {
      variables = List.copyOf(variables);
    }
  }

  /// `place = value`, both of the same type.
  record Assign(Expr place, Expr value, Span span) implements Stmt {}

  /// `place op= value`; the place is evaluated once. `value` has the place's type.
  /// On a `StringBuffer` it is an [Evaluate] of an append instead.
  record AssignOperator(Expr place, Operator.Arithmetic operator, Expr value, Span span)
      implements Stmt {}

  record Evaluate(Expr value, Span span) implements Stmt {}

  record If(Expr condition, Block then, @Nullable Stmt otherwise, Span span) implements Stmt {}

  /// `match subject: case A: ...`, exhaustive. The subject is a path, or held.
  ///
  /// @param variants how many variants the subject's union has; 0 where it is none
  record Match(Expr subject, int variants, List<Case> cases, Span span) implements Stmt {
    public Match {
      cases = List.copyOf(cases);
    }
  }

  /// A case of a match.
  record Case(List<MatchLabel> labels, Block body) {
    public Case {
      labels = List.copyOf(labels);
    }
  }

  record While(Expr condition, Block body, Span span) implements Stmt {}

  /// `for (i in from..to)`; both ends are evaluated once, before the first turn.
  record ForRange(Variable variable, Expr from, Expr to, Block body, Span span) implements Stmt {}

  /// `for (x in xs)` over an array, fixed array, span or the chars of a string: by index, the length
  /// read anew at each turn; `variable` is a copy of the element.
  record ForEach(Variable variable, Expr sequence, Block body, Span span) implements Stmt {}

  /// `for ([k, v] in m)` over a map, in the order in which keys came; both variables are copies. Entries may
  /// be changed and removed meanwhile; a key that is added panics when the next turn begins.
  record ForEntries(Variable key, Variable value, Expr map, Block body, Span span)
      implements Stmt {}

  record Break(Span span) implements Stmt {}

  record Continue(Span span) implements Stmt {}

  record Return(@Nullable Expr value, Span span) implements Stmt {}

  record Defer(Stmt body, Span span) implements Stmt {}

  /// `region name { }`: `variable` is the arena.
  record Region(Variable variable, Block body, Span span) implements Stmt {}

  /// `parent.useArena((s) => { })`: the body runs in place, with temporaries of its own; a `return`
  /// in it leaves the body alone.
  record UseArena(Expr parent, Variable variable, Block body, Span span) implements Stmt {}

  /// `assert(condition)` and `assert(condition, message)`.
  record Assert(Expr condition, @Nullable Expr message, Span span) implements Stmt {}

  /// Where an error stood: means nothing and stays silent.
  record Hole(Span span) implements Stmt {}
}
