package arenad.outline;

import arenad.diagnostic.Diagnostic;
import arenad.parse.Parsed;
import arenad.symbol.SymbolId;
import arenad.syntax.Item;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A module without bodies.
///
/// @param hot whether it begins with `hot module;`
/// @param imports in the order of the text; spans are those of [SymbolId#ofModule]
/// @param head fingerprint of the module's head: `hot module;` and the imports
/// @param symbols in the order of the text, a struct before its methods
/// @param diagnostics the mistakes of syntax
public record Outline(
    String module,
    boolean hot,
    List<Item> imports,
    Fingerprint head,
    List<SymbolOutline> symbols,
    List<Diagnostic> diagnostics) {

  public Outline {
    imports = List.copyOf(imports);
    symbols = List.copyOf(symbols);
    diagnostics = List.copyOf(diagnostics);
  }

  public static Outline of(Parsed parsed) {
    return Outlining.outline(parsed);
  }

  /// The symbol's outline, or null if the module does not declare it.
  public @Nullable SymbolOutline symbol(SymbolId id) {
    for (SymbolOutline symbol : symbols) {
      if (symbol.id().equals(id)) {
        return symbol;
      }
    }
    return null;
  }

  /// What a name means at the top of the module: its first declaration, tests aside; null if there is
  /// none. A method's name is `Struct.method`.
  public @Nullable SymbolId find(String name) {
    for (SymbolOutline symbol : symbols) {
      SymbolId id = symbol.id();
      if (id.kind() != SymbolId.Kind.TEST && id.name().equals(name)) {
        return id;
      }
    }
    return null;
  }

  /// The methods of a struct, in the order of the text.
  public List<SymbolId> methods(SymbolId struct) {
    List<SymbolId> methods = new ArrayList<>();
    for (SymbolOutline symbol : symbols) {
      if (struct.equals(symbol.owner())) {
        methods.add(symbol.id());
      }
    }
    return methods;
  }
}
