package arenad.lsp;

import arenad.ide.FileView;
import arenad.incremental.Snapshot;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.jspecify.annotations.Nullable;

/// Edits, taken in on the reader's thread; requests, answered on another from a snapshot.
final class TextRequests implements TextDocumentService {
  private final Documents documents;
  private final Executor executor;
  private volatile EditorAbilities editor = EditorAbilities.UNKNOWN;

  TextRequests(Documents documents, Executor executor) {
    this.documents = documents;
    this.executor = executor;
  }

  /// What is known of the editor, from its first message on.
  void meet(EditorAbilities editor) {
    this.editor = editor;
  }

  @Override
  public void didOpen(DidOpenTextDocumentParams params) {
    TextDocumentItem document = params.getTextDocument();
    documents.open(document.getUri(), document.getVersion(), document.getText());
  }

  @Override
  public void didChange(DidChangeTextDocumentParams params) {
    VersionedTextDocumentIdentifier id = params.getTextDocument();
    Documents.Open document = documents.get(id.getUri());
    if (document != null) {
      String text = TextEdits.applied(document.text(), params.getContentChanges());
      documents.change(id.getUri(), id.getVersion(), text);
    }
  }

  @Override
  public void didClose(DidCloseTextDocumentParams params) {
    documents.close(params.getTextDocument().getUri());
  }

  @Override
  public void didSave(DidSaveTextDocumentParams params) {
    documents.refresh();
  }

  @Override
  public CompletableFuture<@Nullable Hover> hover(HoverParams params) {
    return answer(
        params.getTextDocument().getUri(),
        file -> HoverRequest.answer(file, params.getPosition(), editor));
  }

  @Override
  public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>>
      definition(DefinitionParams params) {
    CompletableFuture<@Nullable List<Location>> found =
        answer(
            params.getTextDocument().getUri(),
            file ->
                DefinitionRequest.answer(
                    file, params.getPosition(), documents::uri, documents.standard()));
    return found.thenApply(locations -> Either.forLeft(locations == null ? List.of() : locations));
  }

  @Override
  public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
      DocumentSymbolParams params) {
    CompletableFuture<@Nullable List<DocumentSymbol>> found =
        answer(params.getTextDocument().getUri(), DocumentSymbolRequest::answer);
    return found.thenApply(
        symbols ->
            symbols == null
                ? List.of()
                : symbols.stream().map(DocumentSymbolRequest::either).toList());
  }

  @Override
  public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
    CompletableFuture<@Nullable List<CodeAction>> found =
        answer(
            params.getTextDocument().getUri(),
            file -> CodeActionRequest.answer(file, params, documents::uri));
    return found.thenApply(
        actions ->
            actions == null
                ? List.of()
                : actions.stream().map(Either::<Command, CodeAction>forRight).toList());
  }

  /// Asks the snapshot of everything sent so far; null for a document that is not open.
  private <T> CompletableFuture<@Nullable T> answer(
      String uri, Function<FileView, @Nullable T> question) {
    Documents.Open document = documents.get(uri);
    CompletableFuture<Snapshot> snapshot = documents.snapshot(uri);
    if (document == null || snapshot == null) {
      return CompletableFuture.completedFuture(null);
    }
    return snapshot.thenApplyAsync(
        ready -> {
          FileView file = FileView.of(ready, document.path());
          return file == null ? null : question.apply(file);
        },
        executor);
  }
}
