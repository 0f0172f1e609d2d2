package arenad.lsp;

import arenad.daemon.BuildId;
import arenad.daemon.Host;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.SaveOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageClientAware;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;

/// The language server of one editor: what it can do, and how it begins and ends.
final class ArenaServer implements LanguageServer, LanguageClientAware, AutoCloseable {
  private final Publisher publisher;
  private final Documents documents;
  private final TextRequests textRequests;
  private final WorkspaceNotices workspaceNotices;
  private List<Path> folders = List.of();
  private Runnable exit = () -> {};

  ArenaServer(Host host, Executor executor) {
    this.publisher = new Publisher();
    this.documents = new Documents(host, publisher);
    this.textRequests = new TextRequests(documents, executor);
    this.workspaceNotices = new WorkspaceNotices(documents);
  }

  /// Called when the editor says `exit`.
  void onExit(Runnable exit) {
    this.exit = exit;
  }

  @Override
  public void connect(LanguageClient client) {
    publisher.connect(client);
  }

  @Override
  public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
    folders = folders(params);
    textRequests.meet(EditorAbilities.of(params));
    TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
    sync.setOpenClose(true);
    sync.setChange(TextDocumentSyncKind.Incremental);
    sync.setSave(new SaveOptions(false));
    ServerCapabilities capabilities = new ServerCapabilities();
    capabilities.setTextDocumentSync(sync);
    capabilities.setHoverProvider(true);
    capabilities.setDefinitionProvider(true);
    capabilities.setDocumentSymbolProvider(true);
    capabilities.setCodeActionProvider(new CodeActionOptions(List.of(CodeActionKind.QuickFix)));
    return CompletableFuture.completedFuture(
        new InitializeResult(capabilities, new ServerInfo("arenad", BuildId.current().hash())));
  }

  @Override
  public void initialized(InitializedParams params) {
    documents.begin(folders);
  }

  private static List<Path> folders(InitializeParams params) {
    List<WorkspaceFolder> named = params.getWorkspaceFolders();
    return named == null
        ? List.of()
        : named.stream()
            .map(each -> EditorPaths.file(each.getUri()))
            .filter(Objects::nonNull)
            .toList();
  }

  @Override
  public void setTrace(SetTraceParams params) {
    // Nothing is traced over the protocol; `arenad logs` has the log.
  }

  @Override
  public CompletableFuture<Object> shutdown() {
    documents.close();
    return CompletableFuture.completedFuture(new Object());
  }

  @Override
  public void exit() {
    exit.run();
  }

  @Override
  public TextDocumentService getTextDocumentService() {
    return textRequests;
  }

  @Override
  public WorkspaceService getWorkspaceService() {
    return workspaceNotices;
  }

  @Override
  public void close() {
    documents.close();
  }
}
