package arenad.parse;

import arenad.syntax.Expr;
import arenad.syntax.Field;
import arenad.syntax.Ident;
import arenad.syntax.ImportedName;
import arenad.syntax.Item;
import arenad.syntax.ModulePath;
import arenad.syntax.Node;
import arenad.syntax.NodeKind;
import arenad.syntax.RequirementMember;
import arenad.syntax.Signature;
import arenad.syntax.TokenKind;
import arenad.syntax.TypeExpr;
import arenad.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Declarations, read off the tree.
final class ItemReading {
  private ItemReading() {}

  /// The declaration at the top of a module that a node holds.
  static Item item(Reading in, Node node) {
    Span span = in.span(node);
    return switch (node.kind()) {
      case HOT_MODULE -> new Item.HotModule(span);
      case IMPORT_MODULE -> new Item.ImportModule(path(in, node), in.alias(node), span);
      case IMPORT_NAMES -> importNames(in, node, span);
      case STRUCT -> struct(in, node, span);
      case UNION -> union(in, node, span);
      case REQUIREMENT -> requirement(in, node, span);
      case CONSTANT -> constant(in, node, span);
      case REGION_DECLARATION ->
          new Item.Region(
              in.name(node),
              SignatureReading.isExported(node),
              outer(in, node),
              SignatureReading.requires(in, node),
              span);
      case FUNCTION -> function(in, node, Signature.Role.FREE);
      case EXTERN -> extern(in, node, span);
      case TEST -> test(in, node, span);
      default -> throw new IllegalArgumentException(node.kind() + " is no declaration");
    };
  }

  private static @Nullable Ident outer(Reading in, Node region) {
    Node outer = region.child(NodeKind.REGION_OUTER);
    return outer == null ? null : in.name(outer);
  }

  private static ModulePath path(Reading in, Node node) {
    Node path = node.child(NodeKind.MODULE_PATH);
    return path == null
        ? new ModulePath(List.of(), in.span(node).lastToken())
        : new ModulePath(in.names(path), in.span(path));
  }

  private static Item importNames(Reading in, Node node, Span span) {
    List<ImportedName> names = new ArrayList<>();
    for (Node name : node.children(NodeKind.IMPORTED_NAME)) {
      names.add(new ImportedName(in.name(name), in.alias(name), in.span(name)));
    }
    return new Item.ImportNames(names, path(in, node), span);
  }

  private static Item struct(Reading in, Node node, Span span) {
    List<Field> fields = new ArrayList<>();
    for (Node field : node.children(NodeKind.FIELD)) {
      TypeExpr type = TypeReading.inRegion(in, field, TypeReading.required(in, field));
      Expr value = Reading.exprs(field).isEmpty() ? null : ExprReading.at(in, field, 0);
      fields.add(new Field(in.name(field), type, value, in.span(field)));
    }
    return new Item.Struct(
        in.name(node),
        SignatureReading.isExported(node),
        SignatureReading.typeParams(in, node),
        SignatureReading.requires(in, node),
        fields,
        forwards(in, node),
        span);
  }

  private static List<String> forwards(Reading in, Node struct) {
    List<String> names = new ArrayList<>();
    for (Node method : struct.children(NodeKind.FUNCTION)) {
      if (isForward(in, method)) {
        names.add(in.name(method).text());
      }
    }
    return names;
  }

  /// Whether a method says `forward` before its name.
  static boolean isForward(Reading in, Node method) {
    return in.tokens().isWord(method.first(), "forward")
        && method.token(TokenKind.NAME) == method.first();
  }

  private static Item union(Reading in, Node node, Span span) {
    return new Item.Union(
        in.name(node),
        SignatureReading.isExported(node),
        SignatureReading.typeParams(in, node),
        TypeReading.all(in, node),
        span);
  }

  private static Item requirement(Reading in, Node node, Span span) {
    List<RequirementMember> members = new ArrayList<>();
    for (Node child : node.children()) {
      if (child.is(NodeKind.HAS_FIELD)) {
        members.add(
            new RequirementMember.HasField(
                in.name(child), TypeReading.required(in, child), in.span(child)));
      } else if (child.is(NodeKind.HAS_METHOD)) {
        Signature signature = SignatureReading.signature(in, child, Signature.Role.METHOD);
        members.add(new RequirementMember.HasMethod(signature, in.span(child)));
      }
    }
    return new Item.Requirement(
        in.name(node),
        SignatureReading.isExported(node),
        SignatureReading.typeParams(in, node),
        members,
        span);
  }

  private static Item constant(Reading in, Node node, Span span) {
    return new Item.Constant(
        in.name(node),
        SignatureReading.isExported(node),
        TypeReading.optional(in, node),
        ExprReading.at(in, node, 0),
        span);
  }

  /// A method, which is a declaration of its own.
  static Item.Function method(Reading in, Node node) {
    Signature.Role role = isForward(in, node) ? Signature.Role.FORWARD : Signature.Role.METHOD;
    return function(in, node, role);
  }

  private static Item.Function function(Reading in, Node node, Signature.Role role) {
    return new Item.Function(
        SignatureReading.signature(in, node, role), StmtReading.body(in, node), in.span(node));
  }

  private static Item extern(Reading in, Node node, Span span) {
    int library = node.token(TokenKind.STRING);
    return new Item.Extern(
        SignatureReading.signature(in, node, Signature.Role.FREE),
        library < 0 ? null : in.string(library),
        span);
  }

  private static Item test(Reading in, Node node, Span span) {
    int title = node.token(TokenKind.STRING);
    return new Item.Test(
        title < 0 ? "" : in.string(title),
        title < 0 ? span.firstToken() : in.tokenSpan(title),
        StmtReading.body(in, node),
        span);
  }
}
