package arenad.parse;

import arenad.syntax.AssignOp;
import arenad.syntax.BinaryOp;
import arenad.syntax.ClosureBody;
import arenad.syntax.Expr;
import arenad.syntax.FieldInit;
import arenad.syntax.Ident;
import arenad.syntax.MatchArm;
import arenad.syntax.Node;
import arenad.syntax.NodeKind;
import arenad.syntax.TokenKind;
import arenad.syntax.TypeExpr;
import arenad.syntax.UnaryOp;
import arenad.text.Span;
import java.util.ArrayList;
import java.util.List;

/// Expressions, read off the tree.
final class ExprReading {
  private ExprReading() {}

  /// The expression that is the `index`-th among the children of a node; missing if there are fewer.
  static Expr at(Reading in, Node parent, int index) {
    List<Node> exprs = Reading.exprs(parent);
    return index < exprs.size()
        ? expr(in, exprs.get(index))
        : new Expr.Missing(in.span(parent).lastToken());
  }

  static List<Expr> all(Reading in, Node parent) {
    List<Expr> all = new ArrayList<>();
    for (Node child : Reading.exprs(parent)) {
      all.add(expr(in, child));
    }
    return all;
  }

  static Expr expr(Reading in, Node node) {
    Span span = in.span(node);
    return switch (node.kind()) {
      case LITERAL -> LiteralReading.literal(in, node);
      case TEXT -> LiteralReading.text(in, node);
      case NAME_EXPR -> name(in, node, span);
      case PAREN -> at(in, node, 0);
      case LIST -> new Expr.ListLiteral(all(in, node), span);
      case REPEAT -> new Expr.RepeatLiteral(at(in, node, 0), at(in, node, 1), span);
      case STRUCT_LITERAL -> structLiteral(in, node, span);
      case CALL -> call(in, node, span);
      case TYPE_APPLICATION ->
          new Expr.TypeApplication(at(in, node, 0), TypeReading.args(in, node), span);
      case MEMBER -> new Expr.Member(at(in, node, 0), in.name(node), span);
      case OPTIONAL_MEMBER -> new Expr.OptionalMember(at(in, node, 0), in.name(node), span);
      case INDEX -> new Expr.Index(at(in, node, 0), at(in, node, 1), span);
      case NON_NULL -> new Expr.NonNull(at(in, node, 0), span);
      case UNARY -> unary(in, node, span);
      case BINARY -> binary(in, node, span);
      case CAST -> new Expr.Cast(at(in, node, 0), TypeReading.required(in, node), span);
      case RANGE -> new Expr.Range(at(in, node, 0), at(in, node, 1), span);
      case CONDITIONAL ->
          new Expr.Conditional(at(in, node, 0), at(in, node, 1), at(in, node, 2), span);
      case CLOSURE -> closure(in, node, span);
      case MATCH_ARMS -> match(in, node, span);
      default -> new Expr.Missing(span);
    };
  }

  private static Expr name(Reading in, Node node, Span span) {
    return new Expr.Name(new Ident(in.tokens().textOf(node.first()), span), span);
  }

  private static Expr call(Reading in, Node node, Span span) {
    Node args = node.child(NodeKind.ARGS);
    return new Expr.Call(at(in, node, 0), args == null ? List.of() : all(in, args), span);
  }

  private static Expr unary(Reading in, Node node, Span span) {
    UnaryOp op =
        switch (in.tokens().kind(node.first())) {
          case MINUS -> UnaryOp.NEGATE;
          case TILDE -> UnaryOp.COMPLEMENT;
          case STAR -> UnaryOp.COPY;
          default -> UnaryOp.NOT;
        };
    return new Expr.Unary(op, span.firstToken(), at(in, node, 0), span);
  }

  private static Expr binary(Reading in, Node node, Span span) {
    List<Node> operands = Reading.exprs(node);
    int first = operands.getFirst().end();
    TokenKind kind = in.tokens().kind(first);
    boolean shift = kind == TokenKind.GREATER && operands.getLast().first() == first + 2;
    BinaryOp named = shift ? BinaryOp.SHIFT_RIGHT : ExprGrammar.operator(kind);
    Span opSpan = new Span(in.own().ordinal(first), in.own().ordinal(shift ? first + 1 : first));
    Expr left = expr(in, operands.getFirst());
    Expr right = at(in, node, 1);
    return named == null ? left : new Expr.Binary(left, named, opSpan, right, span);
  }

  static AssignOp assignment(TokenKind kind) {
    return switch (kind) {
      case PLUS_EQUALS -> AssignOp.ADD;
      case MINUS_EQUALS -> AssignOp.SUBTRACT;
      case STAR_EQUALS -> AssignOp.MULTIPLY;
      case SLASH_EQUALS -> AssignOp.DIVIDE;
      case PERCENT_EQUALS -> AssignOp.REMAINDER;
      default -> AssignOp.SET;
    };
  }

  private static Expr structLiteral(Reading in, Node node, Span span) {
    List<FieldInit> fields = new ArrayList<>();
    for (Node field : node.children(NodeKind.FIELD_INIT)) {
      Ident name = in.name(field);
      boolean shorthand = Reading.exprs(field).isEmpty();
      fields.add(
          new FieldInit(
              name,
              shorthand ? new Expr.Name(name, name.span()) : at(in, field, 0),
              in.span(field)));
    }
    return new Expr.StructLiteral(typeOf(at(in, node, 0)), fields, span);
  }

  /// The type that a path in front of braces names.
  private static TypeExpr typeOf(Expr path) {
    return switch (path) {
      case Expr.Name(Ident name, Span span) -> new TypeExpr.Named(List.of(name), List.of(), span);
      case Expr.Member(Expr object, Ident name, Span span) -> {
        List<Ident> names = new ArrayList<>();
        if (typeOf(object) instanceof TypeExpr.Named(List<Ident> outer, _, _)) {
          names.addAll(outer);
        }
        names.add(name);
        yield new TypeExpr.Named(names, List.of(), span);
      }
      case Expr.TypeApplication(Expr base, List<TypeExpr> args, Span span) ->
          typeOf(base) instanceof TypeExpr.Named(List<Ident> names, _, _)
              ? new TypeExpr.Named(names, args, span)
              : new TypeExpr.Missing(span);
      default -> new TypeExpr.Missing(path.span());
    };
  }

  private static Expr closure(Reading in, Node node, Span span) {
    Node block = node.child(NodeKind.BLOCK);
    ClosureBody body =
        block == null
            ? new ClosureBody.Value(at(in, node, 0))
            : new ClosureBody.Statements(StmtReading.block(in, block));
    return new Expr.Closure(
        SignatureReading.params(in, node), TypeReading.optional(in, node), body, span);
  }

  private static Expr match(Reading in, Node node, Span span) {
    List<MatchArm> arms = new ArrayList<>();
    for (Node arm : node.children(NodeKind.ARM)) {
      arms.add(new MatchArm(StmtReading.pattern(in, arm), at(in, arm, 0), in.span(arm)));
    }
    return new Expr.Match(at(in, node, 0), arms, span);
  }
}
