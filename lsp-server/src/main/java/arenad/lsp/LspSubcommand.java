package arenad.lsp;

import arenad.cli.Subcommand;
import arenad.daemon.Addresses;
import arenad.daemon.Connection;
import arenad.daemon.Daemons;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/// `arenad lsp`: joins an editor on standard input and output to its workspace's daemon.
///
/// The editor's first message says which workspace that is; after it the bytes go through unread.
public final class LspSubcommand implements Subcommand {

  /// How often a daemon may go away before it answers: one of another build does so once.
  private static final int ATTEMPTS = 5;

  @Override
  public String name() {
    return "lsp";
  }

  @Override
  public String description() {
    return "the language server, on standard input and output";
  }

  @Override
  public int run(List<String> arguments) {
    for (String argument : arguments) {
      if (!argument.equals("--stdio") && !argument.startsWith("--clientProcessId=")) {
        System.err.println("arenad lsp: `" + argument + "` is no option of it; type `arenad lsp`");
        return 2;
      }
    }
    try {
      return join(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
    } catch (IOException failure) {
      System.err.println("arenad lsp: " + failure.getMessage());
      return 3;
    }
  }

  private static int join(InputStream editor, OutputStream answers) throws IOException {
    FirstMessage first = FirstMessage.read(editor);
    if (first == null) {
      return 0;
    }
    Addresses addresses = first.addresses(Path.of(""));
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try (Connection connection = Daemons.findOrStart(addresses)) {
        OutputStream daemon = connection.out();
        Daemons.greet(connection, LspProtocol.GREETING);
        daemon.write(first.bytes());
        byte[] buffer = new byte[1 << 16];
        int count = connection.in().read(buffer);
        if (count < 0) {
          continue;
        }
        Thread.ofPlatform().daemon().name("arenad-lsp-in").start(() -> forward(editor, connection));
        while (count >= 0) {
          answers.write(buffer, 0, count);
          answers.flush();
          count = connection.in().read(buffer);
        }
        return 0;
      }
    }
    throw new IOException("the daemon ends before it answers; its log is " + addresses.log());
  }

  /// What the editor sends, until it stops; then the daemon is told by the end of the connection.
  private static void forward(InputStream editor, Connection connection) {
    try {
      editor.transferTo(connection.out());
    } catch (IOException ended) {
      // Either side is gone; closing the connection ends the other.
      connection.close();
    }
    connection.close();
  }
}
