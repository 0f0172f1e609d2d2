package arenad.daemon;

import java.io.IOException;

/// A way to talk to the daemon, found by [java.util.ServiceLoader]. A client's first line names it.
public interface ConnectionProtocol {

  /// The first line of its connections, such as `arenad-lsp 1`.
  String greeting();

  /// Serves one connection until it ends, on a thread of its own. When it returns or throws, the
  /// connection is closed; nothing else is harmed.
  ///
  /// @throws IOException when the connection breaks
  void serve(Connection connection, Daemon daemon) throws IOException;
}
