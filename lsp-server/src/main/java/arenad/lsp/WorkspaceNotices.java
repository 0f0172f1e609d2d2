package arenad.lsp;

import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.services.WorkspaceService;

/// What an editor tells of the workspace.
final class WorkspaceNotices implements WorkspaceService {
  private final Documents documents;

  WorkspaceNotices(Documents documents) {
    this.documents = documents;
  }

  @Override
  public void didChangeConfiguration(DidChangeConfigurationParams params) {
    // There are no settings on the server's side.
  }

  @Override
  public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
    documents.refresh();
  }
}
