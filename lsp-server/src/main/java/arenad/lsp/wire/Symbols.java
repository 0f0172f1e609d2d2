package arenad.lsp.wire;

import arenad.ide.DocumentOutline;
import arenad.text.SourceText;
import java.util.List;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.SymbolKind;

/// The outline of a file as document symbols.
public final class Symbols {
  private Symbols() {}

  public static List<DocumentSymbol> of(SourceText text, List<DocumentOutline.Entry> entries) {
    return entries.stream().map(entry -> of(text, entry)).toList();
  }

  private static DocumentSymbol of(SourceText text, DocumentOutline.Entry entry) {
    String name = entry.name().isBlank() ? "test" : entry.name();
    DocumentSymbol symbol =
        new DocumentSymbol(
            name,
            kind(entry.kind()),
            Places.range(text, entry.start(), entry.end()),
            Places.range(text, entry.nameStart(), entry.nameEnd()));
    symbol.setChildren(of(text, entry.children()));
    return symbol;
  }

  private static SymbolKind kind(DocumentOutline.Kind kind) {
    return switch (kind) {
      case FUNCTION, TEST -> SymbolKind.Function;
      case METHOD -> SymbolKind.Method;
      case STRUCT -> SymbolKind.Struct;
      case FIELD -> SymbolKind.Field;
      case UNION -> SymbolKind.Enum;
      case REQUIREMENT -> SymbolKind.Interface;
      case CONSTANT -> SymbolKind.Constant;
      case REGION -> SymbolKind.Namespace;
    };
  }
}
