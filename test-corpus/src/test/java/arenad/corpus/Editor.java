package arenad.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/// An editor as far as the protocol sees one: a process of `arenad lsp` and what it says.
final class Editor implements LanguageClient, AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;

  private final Process process;
  private final LanguageServer server;
  private final LinkedBlockingQueue<PublishDiagnosticsParams> told = new LinkedBlockingQueue<>();

  private Editor(Process process) {
    this.process = process;
    Launcher<LanguageServer> launcher =
        LSPLauncher.createClientLauncher(this, process.getInputStream(), process.getOutputStream());
    this.server = launcher.getRemoteProxy();
    launcher.startListening();
  }

  /// Starts one in a folder.
  static Editor in(Tool tool, Path folder) throws Exception {
    Editor editor = new Editor(tool.start(folder, "lsp", "--stdio"));
    InitializeParams params = new InitializeParams();
    params.setCapabilities(new ClientCapabilities());
    params.setWorkspaceFolders(List.of(new WorkspaceFolder(folder.toUri().toString(), "test")));
    editor.server.initialize(params).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    editor.server.initialized(new InitializedParams());
    return editor;
  }

  void open(Path file) throws IOException {
    open(file, Files.readString(file));
  }

  /// Opens a file with a text that is not what is saved.
  void open(Path file, String text) {
    server
        .getTextDocumentService()
        .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri(file), "arena", 1, text)));
  }

  void close(Path file) {
    server
        .getTextDocumentService()
        .didClose(new DidCloseTextDocumentParams(new TextDocumentIdentifier(uri(file))));
  }

  /// Replaces a range of an open document, as typing does.
  void type(Path file, int version, Range range, String text) {
    TextDocumentContentChangeEvent change = new TextDocumentContentChangeEvent(text);
    change.setRange(range);
    server
        .getTextDocumentService()
        .didChange(
            new DidChangeTextDocumentParams(
                new VersionedTextDocumentIdentifier(uri(file), version), List.of(change)));
  }

  /// The next diagnostics that fit; others are passed over.
  PublishDiagnosticsParams awaitDiagnostics(Predicate<PublishDiagnosticsParams> fitting)
      throws InterruptedException, TimeoutException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (true) {
      PublishDiagnosticsParams next = told.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (next == null) {
        throw new TimeoutException("no such diagnostics");
      }
      if (fitting.test(next)) {
        return next;
      }
    }
  }

  /// The diagnostics of a version of a document.
  List<Diagnostic> diagnosticsOf(Path file, int version)
      throws InterruptedException, TimeoutException {
    return awaitDiagnostics(
            each ->
                each.getUri().equals(uri(file))
                    && each.getVersion() != null
                    && each.getVersion() == version)
        .getDiagnostics();
  }

  /// The next diagnostics of a file as it is saved.
  PublishDiagnosticsParams awaitDiagnosticsOf(Path file)
      throws InterruptedException, TimeoutException {
    return awaitDiagnostics(each -> each.getUri().equals(uri(file)) && each.getVersion() == null);
  }

  /// The text that hover shows; empty where there is nothing to show.
  String hover(Path file, int line, int character)
      throws InterruptedException, ExecutionException, TimeoutException {
    Hover hover =
        server
            .getTextDocumentService()
            .hover(
                new HoverParams(
                    new TextDocumentIdentifier(uri(file)), new Position(line, character)))
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return hover == null ? "" : hover.getContents().getRight().getValue();
  }

  List<? extends Location> definition(Path file, int line, int character)
      throws InterruptedException, ExecutionException, TimeoutException {
    return server
        .getTextDocumentService()
        .definition(
            new DefinitionParams(
                new TextDocumentIdentifier(uri(file)), new Position(line, character)))
        .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .getLeft();
  }

  /// The quick fixes at a place.
  List<CodeAction> fixes(Path file, int line, int character)
      throws InterruptedException, ExecutionException, TimeoutException {
    Position place = new Position(line, character);
    return server
        .getTextDocumentService()
        .codeAction(
            new CodeActionParams(
                new TextDocumentIdentifier(uri(file)),
                new Range(place, place),
                new CodeActionContext(List.of())))
        .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .stream()
        .map(each -> each.getRight())
        .toList();
  }

  List<DocumentSymbol> symbols(Path file)
      throws InterruptedException, ExecutionException, TimeoutException {
    return server
        .getTextDocumentService()
        .documentSymbol(new DocumentSymbolParams(new TextDocumentIdentifier(uri(file))))
        .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .stream()
        .map(each -> each.getRight())
        .toList();
  }

  private static String uri(Path file) {
    return file.toUri().toString();
  }

  @Override
  public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
    told.add(diagnostics);
  }

  @Override
  public void telemetryEvent(Object object) {
    throw new AssertionError("nobody asked for telemetry");
  }

  @Override
  public void showMessage(MessageParams message) {
    throw new AssertionError(message.getMessage());
  }

  @Override
  public java.util.concurrent.CompletableFuture<MessageActionItem> showMessageRequest(
      ShowMessageRequestParams request) {
    throw new AssertionError(request.getMessage());
  }

  @Override
  public void logMessage(MessageParams message) {
    // Editors show it in a log of their own.
  }

  /// Ends without a word; the exit status of the server.
  int crash() throws IOException, InterruptedException {
    process.getOutputStream().close();
    return process.waitFor();
  }

  /// Ends it as editors do, and waits for its process.
  @Override
  public void close() throws IOException {
    try {
      server.shutdown().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      server.exit();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("arenad lsp does not end");
      }
    } catch (ExecutionException | TimeoutException | InterruptedException failure) {
      throw new IOException(failure);
    } finally {
      process.destroyForcibly();
    }
  }
}
