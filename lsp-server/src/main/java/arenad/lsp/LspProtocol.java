package arenad.lsp;

import arenad.daemon.Connection;
import arenad.daemon.ConnectionProtocol;
import arenad.daemon.Daemon;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;

/// An editor's connection to the daemon: after its greeting, the bytes of the language server protocol.
public final class LspProtocol implements ConnectionProtocol {

  public static final String GREETING = "arenad-lsp 1";

  /// Bodies may be nested a thousand levels deep.
  private static final long STACK_BYTES = 64L << 20;

  @Override
  public String greeting() {
    return GREETING;
  }

  @Override
  public void serve(Connection connection, Daemon daemon) throws IOException {
    ExecutorService threads = Executors.newCachedThreadPool(LspProtocol::thread);
    try (ArenaServer server = new ArenaServer(daemon.host(), threads)) {
      Launcher<LanguageClient> launcher =
          new LSPLauncher.Builder<LanguageClient>()
              .setLocalService(server)
              .setRemoteInterface(LanguageClient.class)
              .setInput(connection.in())
              .setOutput(connection.out())
              .setExecutorService(threads)
              .create();
      server.connect(launcher.getRemoteProxy());
      Future<Void> listening = launcher.startListening();
      server.onExit(connection::close);
      listening.get();
    } catch (ExecutionException failure) {
      throw new IOException(failure);
    } catch (InterruptedException | CancellationException ended) {
      return;
    } finally {
      threads.shutdownNow();
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(null, work, "arenad-lsp", STACK_BYTES);
    thread.setDaemon(true);
    return thread;
  }
}
