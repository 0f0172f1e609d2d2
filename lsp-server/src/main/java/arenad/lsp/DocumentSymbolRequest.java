package arenad.lsp;

import arenad.ide.DocumentOutline;
import arenad.ide.FileView;
import arenad.lsp.wire.Symbols;
import java.util.List;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/// `textDocument/documentSymbol`.
final class DocumentSymbolRequest {
  private DocumentSymbolRequest() {}

  static List<DocumentSymbol> answer(FileView file) {
    return Symbols.of(file.parsed().text(), DocumentOutline.of(file.parsed()));
  }

  static Either<SymbolInformation, DocumentSymbol> either(DocumentSymbol symbol) {
    return Either.forRight(symbol);
  }
}
