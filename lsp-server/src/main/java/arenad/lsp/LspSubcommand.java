package arenad.lsp;

import arenad.cli.Subcommand;
import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/// `arenad lsp`: joins an editor on standard input and output to its workspace's daemon.
public final class LspSubcommand implements Subcommand {
  private static final int USAGE = 2;
  private static final int FAULT = 3;

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
        return USAGE;
      }
    }
    try {
      return join(
          new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
          new FileOutputStream(FileDescriptor.out));
    } catch (Message.NotTheProtocol wrong) {
      System.err.println(
          "arenad lsp: this is for editors, which speak the language server protocol on standard"
              + " input: "
              + wrong.getMessage());
      return USAGE;
    } catch (IOException failure) {
      System.err.println("arenad lsp: " + failure.getMessage());
      return FAULT;
    }
  }

  private static int join(InputStream editor, OutputStream answers) throws IOException {
    Message first = Message.read(editor);
    if (first == null) {
      return 0;
    }
    if (first.method().equals("exit")) {
      return 1;
    }
    if (!first.method().equals("initialize") || first.id() == null) {
      throw new Message.NotTheProtocol("the first message is not the request `initialize`");
    }
    return new Relay(EditorWorkspace.addresses(first.params(), Path.of("")), first, editor, answers)
        .run();
  }
}
