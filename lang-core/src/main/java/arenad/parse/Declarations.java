package arenad.parse;

import arenad.symbol.SymbolId;
import arenad.symbol.SymbolId.Kind;
import arenad.syntax.Node;
import arenad.syntax.NodeKind;
import arenad.syntax.SyntaxTree;
import arenad.syntax.TokenKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which symbols a tree declares.
final class Declarations {
  private final String module;
  private final Map<SymbolId, Integer> taken = new HashMap<>();
  private final List<Declared> found = new ArrayList<>();

  private Declarations(String module) {
    this.module = module;
  }

  /// The symbols of a module, in the order of the text, a struct before its methods. Declarations
  /// without a name are none.
  static List<Declared> of(String module, SyntaxTree tree) {
    Declarations declarations = new Declarations(module);
    for (Node node : tree.root().children()) {
      declarations.add(node);
    }
    return declarations.found;
  }

  private void add(Node node) {
    Kind kind = kind(node.kind());
    String name = kind == Kind.TEST ? title(node) : name(node);
    if (kind == null || name == null) {
      return;
    }
    SymbolId id = identity(kind, name);
    found.add(new Declared(id, node, null));
    if (kind == Kind.STRUCT) {
      addMethods(node, id);
    }
  }

  private void addMethods(Node struct, SymbolId owner) {
    for (Node method : struct.children(NodeKind.FUNCTION)) {
      String name = name(method);
      if (name != null) {
        SymbolId id = identity(Kind.METHOD, owner.name() + "." + name);
        found.add(new Declared(id, method, owner));
      }
    }
  }

  private SymbolId identity(Kind kind, String name) {
    int ordinal = taken.merge(new SymbolId(module, kind, name), 1, Integer::sum) - 1;
    return new SymbolId(module, kind, name, ordinal);
  }

  private static @Nullable Kind kind(NodeKind kind) {
    return switch (kind) {
      case FUNCTION, EXTERN -> Kind.FUNCTION;
      case STRUCT -> Kind.STRUCT;
      case UNION -> Kind.UNION;
      case REQUIREMENT -> Kind.REQUIREMENT;
      case CONSTANT -> Kind.CONSTANT;
      case REGION_DECLARATION -> Kind.REGION;
      case TEST -> Kind.TEST;
      default -> null;
    };
  }

  private static @Nullable String name(Node node) {
    Node name = node.child(NodeKind.NAME);
    return name == null || name.isEmpty() ? null : name.tree().tokens().textOf(name.first());
  }

  private static String title(Node test) {
    int title = test.token(TokenKind.STRING);
    return title < 0 ? "" : Reading.of(test).string(title);
  }

  /// Whether a node belongs to a module's head.
  static boolean isHead(NodeKind kind) {
    return switch (kind) {
      case HOT_MODULE, IMPORT_MODULE, IMPORT_NAMES -> true;
      default -> false;
    };
  }
}
