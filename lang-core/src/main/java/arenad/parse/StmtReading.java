package arenad.parse;

import arenad.syntax.Binding;
import arenad.syntax.Expr;
import arenad.syntax.Ident;
import arenad.syntax.MatchCase;
import arenad.syntax.Node;
import arenad.syntax.NodeKind;
import arenad.syntax.Pattern;
import arenad.syntax.Stmt;
import arenad.syntax.TokenKind;
import arenad.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Statements, read off the tree.
final class StmtReading {
  private StmtReading() {}

  /// A block, or the statements that stand for one.
  static Stmt.Block block(Reading in, Node node) {
    List<Stmt> statements = new ArrayList<>();
    for (Node child : node.children()) {
      if (child.is(NodeKind.ERROR)) {
        statements.add(new Stmt.Missing(in.span(child)));
      } else if (child.kind().isStmt() && !child.is(NodeKind.EMPTY)) {
        statements.add(statement(in, child));
      }
    }
    return new Stmt.Block(statements, in.span(node));
  }

  /// The body of a node: its first block; empty if it has none.
  static Stmt.Block body(Reading in, Node node) {
    List<Node> bodies = bodies(node);
    return bodies.isEmpty()
        ? new Stmt.Block(List.of(), in.span(node).lastToken())
        : block(in, bodies.getFirst());
  }

  private static List<Node> bodies(Node node) {
    List<Node> bodies = new ArrayList<>();
    for (Node child : node.children()) {
      if (child.is(NodeKind.BLOCK) || child.is(NodeKind.STATEMENTS)) {
        bodies.add(child);
      }
    }
    return bodies;
  }

  /// Holds little across the recursion: blocks nest up to the language's limit.
  private static Stmt statement(Reading in, Node node) {
    return switch (node.kind()) {
      case BLOCK -> block(in, node);
      case IF -> ifStatement(in, node);
      case WHILE, FOR, REGION, DEFER -> withBody(in, node);
      case MATCH_CASES -> match(in, node);
      default -> simple(in, node);
    };
  }

  private static Stmt withBody(Reading in, Node node) {
    Span span = in.span(node);
    return switch (node.kind()) {
      case WHILE -> new Stmt.While(ExprReading.at(in, node, 0), body(in, node), span);
      case FOR ->
          new Stmt.For(bindingOf(in, node), ExprReading.at(in, node, 0), body(in, node), span);
      case REGION -> new Stmt.Region(in.name(node), body(in, node), span);
      default -> new Stmt.Defer(deferred(in, node), span);
    };
  }

  private static Stmt simple(Reading in, Node node) {
    Span span = in.span(node);
    return switch (node.kind()) {
      case LET -> let(in, node, span);
      case ASSIGN -> assign(in, node, span);
      case EVALUATE -> new Stmt.Evaluate(ExprReading.at(in, node, 0), span);
      case BREAK -> new Stmt.Break(span);
      case CONTINUE -> new Stmt.Continue(span);
      case RETURN -> new Stmt.Return(value(in, node), span);
      default -> new Stmt.Missing(span);
    };
  }

  private static @Nullable Expr value(Reading in, Node node) {
    return Reading.exprs(node).isEmpty() ? null : ExprReading.at(in, node, 0);
  }

  private static Stmt let(Reading in, Node node, Span span) {
    boolean assignable = node.hasToken(TokenKind.LET);
    Expr value = value(in, node);
    if (value == null && !assignable) {
      value = new Expr.Missing(span.lastToken());
    }
    return new Stmt.Let(
        assignable, bindingOf(in, node), TypeReading.optional(in, node), value, span);
  }

  private static Stmt assign(Reading in, Node node, Span span) {
    int op = Reading.exprs(node).getFirst().end();
    return new Stmt.Assign(
        ExprReading.at(in, node, 0),
        ExprReading.assignment(in.tokens().kind(op)),
        in.tokenSpan(op),
        ExprReading.at(in, node, 1),
        span);
  }

  private static Stmt ifStatement(Reading in, Node node) {
    Stmt otherwise = null;
    Node elseIf = node.child(NodeKind.IF);
    List<Node> bodies = bodies(node);
    if (elseIf != null) {
      otherwise = statement(in, elseIf);
    } else if (bodies.size() > 1) {
      otherwise = block(in, bodies.get(1));
    }
    return new Stmt.If(ExprReading.at(in, node, 0), body(in, node), otherwise, in.span(node));
  }

  /// The statement after `defer`; `defer;` defers nothing.
  private static Stmt deferred(Reading in, Node node) {
    for (Node child : node.children()) {
      if (child.is(NodeKind.EMPTY)) {
        return new Stmt.Block(List.of(), in.span(child));
      }
      if (child.kind().isStmt()) {
        return statement(in, child);
      }
    }
    return new Stmt.Missing(in.span(node).lastToken());
  }

  private static Stmt match(Reading in, Node node) {
    List<MatchCase> cases = new ArrayList<>();
    for (Node child : node.children(NodeKind.CASE)) {
      cases.add(new MatchCase(pattern(in, child), body(in, child), in.span(child)));
    }
    return new Stmt.Match(ExprReading.at(in, node, 0), cases, in.span(node));
  }

  /// The pattern of a case or an arm.
  static Pattern pattern(Reading in, Node parent) {
    for (Node node : parent.children()) {
      Span span = in.span(node);
      switch (node.kind()) {
        case TYPE_PATTERN -> {
          return new Pattern.OfType(TypeReading.required(in, node), in.alias(node), span);
        }
        case VALUE_PATTERN -> {
          return new Pattern.OfValue(ExprReading.at(in, node, 0), span);
        }
        case DEFAULT_PATTERN -> {
          return new Pattern.Default(span);
        }
        default -> {}
      }
    }
    return new Pattern.Missing(in.span(parent).firstToken());
  }

  private static Binding bindingOf(Reading in, Node parent) {
    List<Binding> bindings = bindings(in, parent);
    return bindings.isEmpty()
        ? new Binding.Missing(in.span(parent).firstToken())
        : bindings.getFirst();
  }

  private static List<Binding> bindings(Reading in, Node parent) {
    List<Binding> bindings = new ArrayList<>();
    for (Node node : parent.children()) {
      Span span = in.span(node);
      switch (node.kind()) {
        case NAME_BINDING -> bindings.add(named(in.name(node), span));
        case TUPLE_BINDING -> bindings.add(new Binding.Tuple(bindings(in, node), span));
        case MISSING_BINDING -> bindings.add(new Binding.Missing(span));
        default -> {}
      }
    }
    return bindings;
  }

  private static Binding named(Ident name, Span span) {
    return name.text().equals("_") ? new Binding.Ignored(span) : new Binding.Name(name, span);
  }
}
