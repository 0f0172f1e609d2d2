package arenad.parse;

import arenad.syntax.Expr;
import arenad.syntax.Ident;
import arenad.syntax.Node;
import arenad.syntax.NodeKind;
import arenad.syntax.TokenKind;
import arenad.syntax.TypeExpr;
import arenad.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Types, read off the tree.
final class TypeReading {
  private TypeReading() {}

  /// The first type among the children of a node, or null.
  static @Nullable TypeExpr optional(Reading in, Node parent) {
    List<Node> types = Reading.types(parent);
    return types.isEmpty() ? null : type(in, types.getFirst());
  }

  static TypeExpr required(Reading in, Node parent) {
    TypeExpr type = optional(in, parent);
    return type == null ? new TypeExpr.Missing(in.span(parent).lastToken()) : type;
  }

  static List<TypeExpr> all(Reading in, Node parent) {
    List<TypeExpr> all = new ArrayList<>();
    for (Node type : Reading.types(parent)) {
      all.add(type(in, type));
    }
    return all;
  }

  /// The types of the [NodeKind#TYPE_ARGS] of a node; empty if it has none.
  static List<TypeExpr> args(Reading in, Node parent) {
    Node args = parent.child(NodeKind.TYPE_ARGS);
    return args == null ? List.of() : all(in, args);
  }

  static TypeExpr type(Reading in, Node node) {
    Span span = in.span(node);
    return switch (node.kind()) {
      case NAMED_TYPE -> new TypeExpr.Named(in.names(node), args(in, node), span);
      case TEXT_TYPE -> new TypeExpr.Text(in.string(node.first()), span);
      case NULLABLE_TYPE -> new TypeExpr.Nullable(required(in, node), span);
      case REFERENCE_TYPE -> reference(in, node, span);
      case REGION_REFERENCE_TYPE ->
          new TypeExpr.RegionReference(region(in, node), required(in, node), span);
      case ARRAY_TYPE -> new TypeExpr.FixedArray(required(in, node), length(in, node), span);
      case TUPLE_TYPE -> new TypeExpr.Tuple(all(in, node), span);
      case FUNCTION_TYPE -> function(in, node, span);
      case UNION_TYPE -> new TypeExpr.Union(all(in, node), span);
      case PAREN_TYPE -> required(in, node);
      default -> new TypeExpr.Missing(span);
    };
  }

  private static TypeExpr reference(Reading in, Node node, Span span) {
    boolean readOnly = node.hasToken(TokenKind.CONST);
    TypeExpr inner = new TypeExpr.Reference(readOnly, required(in, node), span);
    boolean twice = in.tokens().is(node.first(), TokenKind.AMPERSAND_AMPERSAND);
    return twice ? new TypeExpr.Reference(false, inner, span) : inner;
  }

  private static Expr length(Reading in, Node node) {
    return ExprReading.at(in, node, 0);
  }

  private static TypeExpr function(Reading in, Node node, Span span) {
    List<TypeExpr> types = all(in, node);
    int last = types.size() - 1;
    return last < 0
        ? new TypeExpr.Missing(span)
        : new TypeExpr.Function(types.subList(0, last), types.get(last), span);
  }

  /// A type with the region that stood in front of the name: `ref(r) f: File`.
  static TypeExpr inRegion(Reading in, Node declaration, TypeExpr type) {
    Node prefix = declaration.child(NodeKind.REGION_PREFIX);
    if (prefix == null) {
      return type;
    }
    Ident region = region(in, prefix);
    return new TypeExpr.RegionReference(region, type, region.span().to(type.span()));
  }

  /// The name of a region, perhaps behind that of its module.
  private static Ident region(Reading in, Node node) {
    List<Ident> names = in.names(node);
    if (names.size() < 2) {
      return in.name(node);
    }
    String text = names.stream().map(Ident::text).collect(Collectors.joining("."));
    return new Ident(text, names.getFirst().span().to(names.getLast().span()));
  }
}
