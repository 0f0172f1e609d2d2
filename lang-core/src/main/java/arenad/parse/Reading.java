package arenad.parse;

import arenad.syntax.Ident;
import arenad.syntax.Node;
import arenad.syntax.NodeKind;
import arenad.syntax.TokenKind;
import arenad.syntax.Tokens;
import arenad.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Abstract syntax being read off the tree of one symbol: spans and names.
record Reading(Tokens tokens, OwnTokens own) {

  static Reading of(Node declaration) {
    return new Reading(declaration.tree().tokens(), OwnTokens.of(declaration));
  }

  Span span(Node node) {
    return own.span(node);
  }

  Span tokenSpan(int token) {
    return Span.at(own.ordinal(token));
  }

  /// The name that a [NodeKind#NAME] node holds.
  Ident ident(Node name) {
    return new Ident(name.isEmpty() ? "" : tokens.textOf(name.first()), span(name));
  }

  /// The name of a declaration: its first child of that kind. A broken one may have none.
  Ident name(Node node) {
    Node name = node.child(NodeKind.NAME);
    return name == null ? new Ident("", span(node).firstToken()) : ident(name);
  }

  List<Ident> names(Node node) {
    return node.children(NodeKind.NAME).stream().map(this::ident).toList();
  }

  /// The name after `as`, or null.
  @Nullable Ident alias(Node node) {
    List<Ident> names = names(node);
    boolean renamed = node.hasToken(TokenKind.AS) && !names.isEmpty();
    return renamed ? names.getLast() : null;
  }

  /// Those children of a node that are expressions.
  static List<Node> exprs(Node node) {
    return children(node, NodeKind::isExpr);
  }

  static List<Node> types(Node node) {
    return children(node, NodeKind::isType);
  }

  private static List<Node> children(Node node, Predicate<NodeKind> kind) {
    List<Node> found = new ArrayList<>();
    for (Node child : node.children()) {
      if (kind.test(child.kind())) {
        found.add(child);
      }
    }
    return found;
  }

  /// The text of a string token, escapes resolved. One that does not end is taken as far as it goes.
  String string(int token) {
    String text = tokens.textOf(token);
    int start = text.indexOf('"') + 1;
    int end = Strings.isClosed(text) ? text.length() - 1 : text.length();
    return Escapes.decode(text.substring(start, end));
  }
}
