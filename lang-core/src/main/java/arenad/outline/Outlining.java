package arenad.outline;

import arenad.parse.Parsed;
import arenad.symbol.SymbolId;
import arenad.syntax.Item;
import arenad.syntax.Node;
import arenad.syntax.NodeKind;
import arenad.syntax.TokenKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// From a parsed module to its outline.
final class Outlining {
  private Outlining() {}

  static Outline outline(Parsed parsed) {
    List<Item> head = parsed.head();
    List<SymbolOutline> symbols = new ArrayList<>();
    Map<SymbolId, Boolean> exported = new HashMap<>();
    for (SymbolId id : parsed.symbols()) {
      SymbolId owner = parsed.owner(id);
      boolean export = parsed.node(id).hasToken(TokenKind.EXPORT);
      exported.put(id, export);
      boolean visible = owner == null ? export : exported.getOrDefault(owner, false);
      symbols.add(symbol(parsed, id, visible));
    }
    return new Outline(
        parsed.module(),
        head.stream().anyMatch(Item.HotModule.class::isInstance),
        head.stream().filter(item -> !(item instanceof Item.HotModule)).toList(),
        headFingerprint(parsed),
        symbols,
        parsed.diagnostics());
  }

  private static SymbolOutline symbol(Parsed parsed, SymbolId id, boolean exported) {
    Node node = parsed.node(id);
    Node body = node.is(NodeKind.FUNCTION) || node.is(NodeKind.TEST) ? body(node) : null;
    return new SymbolOutline(
        id,
        parsed.owner(id),
        exported,
        parsed.isForward(id),
        parsed.isBroken(id),
        !parsed.doc(id).isEmpty(),
        declaration(parsed, id, node),
        body == null ? Fingerprint.EMPTY : StructuralFingerprint.of(body));
  }

  private static Node body(Node function) {
    Node block = function.child(NodeKind.BLOCK);
    return block == null ? function : block;
  }

  /// Of a struct, its methods do not count, but which of them forward does. Where a `forward` method
  /// leads is no secret of its body.
  private static Fingerprint declaration(Parsed parsed, SymbolId id, Node node) {
    if (parsed.isForward(id)) {
      return StructuralFingerprint.of(node);
    }
    if (id.kind() != SymbolId.Kind.STRUCT) {
      return StructuralFingerprint.without(node, NodeKind.BLOCK);
    }
    FingerprintBuilder into = new FingerprintBuilder();
    into.add(StructuralFingerprint.without(node, NodeKind.FUNCTION));
    if (parsed.item(id) instanceof Item.Struct struct) {
      struct.forwards().forEach(into::add);
    }
    return into.build();
  }

  private static Fingerprint headFingerprint(Parsed parsed) {
    FingerprintBuilder into = new FingerprintBuilder();
    for (Node node : parsed.headNodes()) {
      into.add(StructuralFingerprint.of(node));
    }
    return into.build();
  }
}
