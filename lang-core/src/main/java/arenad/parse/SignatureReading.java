package arenad.parse;

import arenad.syntax.Expr;
import arenad.syntax.Ident;
import arenad.syntax.LifetimeTerm;
import arenad.syntax.Node;
import arenad.syntax.NodeKind;
import arenad.syntax.Param;
import arenad.syntax.RequiresClause;
import arenad.syntax.RequiresClause.Relation;
import arenad.syntax.Signature;
import arenad.syntax.TokenKind;
import arenad.syntax.TypeExpr;
import arenad.syntax.TypeParam;
import arenad.text.Span;
import java.util.ArrayList;
import java.util.List;

/// Signatures, read off the tree.
final class SignatureReading {
  private SignatureReading() {}

  static Signature signature(Reading in, Node node, Signature.Role role) {
    return new Signature(
        in.name(node),
        isExported(node),
        role,
        typeParams(in, node),
        params(in, node),
        TypeReading.optional(in, node),
        requires(in, node),
        head(in, node));
  }

  static boolean isExported(Node node) {
    return node.hasToken(TokenKind.EXPORT);
  }

  /// The span up to the body.
  private static Span head(Reading in, Node node) {
    Span span = in.span(node);
    Node body = node.child(NodeKind.BLOCK);
    if (body == null || body.first() <= node.first()) {
      return span;
    }
    int last = body.first() - 1;
    boolean arrow = in.tokens().is(last, TokenKind.FAT_ARROW) && last > node.first();
    return new Span(span.first(), in.own().ordinal(arrow ? last - 1 : last));
  }

  static List<TypeParam> typeParams(Reading in, Node node) {
    Node list = node.child(NodeKind.TYPE_PARAMS);
    if (list == null) {
      return List.of();
    }
    List<TypeParam> params = new ArrayList<>();
    for (Node param : list.children()) {
      Span span = in.span(param);
      params.add(
          param.is(NodeKind.REGION_PARAM)
              ? new TypeParam.Region(in.name(param), span)
              : new TypeParam.Type(in.name(param), TypeReading.all(in, param), span));
    }
    return params;
  }

  static List<Param> params(Reading in, Node node) {
    Node list = node.child(NodeKind.PARAMS);
    if (list == null) {
      return List.of();
    }
    List<Param> params = new ArrayList<>();
    for (Node param : list.children(NodeKind.PARAM)) {
      params.add(param(in, param));
    }
    return params;
  }

  private static Param param(Reading in, Node node) {
    TypeExpr type = TypeReading.optional(in, node);
    if (type != null) {
      type = TypeReading.inRegion(in, node, type);
    }
    Expr value = Reading.exprs(node).isEmpty() ? null : ExprReading.at(in, node, 0);
    return new Param(in.name(node), type, value, in.span(node));
  }

  static List<RequiresClause> requires(Reading in, Node node) {
    Node list = node.child(NodeKind.REQUIRES);
    if (list == null) {
      return List.of();
    }
    List<RequiresClause> clauses = new ArrayList<>();
    for (Node clause : list.children()) {
      clauses.add(clause(in, clause));
    }
    return clauses;
  }

  private static RequiresClause clause(Reading in, Node node) {
    Span span = in.span(node);
    return switch (node.kind()) {
      case RELATES -> relates(in, node, span);
      case SATISFIES -> {
        List<TypeExpr> types = TypeReading.all(in, node);
        yield new RequiresClause.Satisfies(types.getFirst(), types.subList(1, types.size()), span);
      }
      default -> new RequiresClause.Missing(span);
    };
  }

  private static RequiresClause relates(Reading in, Node node, Span span) {
    List<Node> terms = node.children();
    Node left = terms.getFirst();
    int op = left.end();
    boolean complete = terms.size() == 2 && op < node.end() && terms.getLast().first() > op;
    if (!complete) {
      return new RequiresClause.Missing(span);
    }
    return new RequiresClause.Relates(
        term(in, left), relation(in.tokens().kind(op)), term(in, terms.getLast()), span);
  }

  private static Relation relation(TokenKind kind) {
    return switch (kind) {
      case LESS -> Relation.SHORTER;
      case LESS_EQUALS -> Relation.AT_MOST;
      case GREATER -> Relation.LONGER;
      case GREATER_EQUALS -> Relation.AT_LEAST;
      default -> Relation.EQUAL;
    };
  }

  private static LifetimeTerm term(Reading in, Node node) {
    Span span = in.span(node);
    return switch (node.kind()) {
      case LIFETIME -> {
        List<Ident> path = in.names(node);
        boolean ofReturn = path.getFirst().text().equalsIgnoreCase("return");
        yield ofReturn
            ? new LifetimeTerm.Return(path.subList(1, path.size()), span)
            : new LifetimeTerm.Of(path, span);
      }
      case STATIC_LIFETIME -> new LifetimeTerm.Static(span);
      default -> new LifetimeTerm.Missing(span);
    };
  }
}
