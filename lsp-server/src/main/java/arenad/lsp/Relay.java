package arenad.lsp;

import arenad.daemon.Addresses;
import arenad.daemon.Connection;
import arenad.daemon.Daemons;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Passes messages between an editor and the daemon, and outlives the daemon: when that has ended (it was
/// killed, stopped, or gave way to a newer build) another one is started as soon as the editor says
/// something, and told what the editor has open, unsaved texts included; what was asked and not answered
/// yet is asked again.
///
/// The editor's messages are passed on under the lock, so that none falls between two daemons. What
/// the daemon says is passed on without it: a daemon that waits to be heard must not wait for one that
/// waits to be listened to.
final class Relay {

  /// How many daemons in a row may end at once before it is given up.
  private static final int PATIENCE = 5;

  private static final long A_WHILE_NANOS = 10_000_000_000L;

  private final Addresses addresses;
  private final InputStream editor;
  private final OutputStream answers;
  private final Message initialize;
  private @Nullable Message initialized;
  private final OpenTexts texts = new OpenTexts();

  /// Requests of the editor that are not answered yet, by id.
  private final Map<String, Message> asked = Collections.synchronizedMap(new LinkedHashMap<>());

  /// The documents that the editor shows diagnostics of.
  private final Set<String> marked = new TreeSet<>();

  private @Nullable Connection connection;
  private volatile boolean shutDown;
  private volatile boolean over;
  private boolean wanted;

  /// Whether a text was passed on that the daemon has said nothing about.
  private volatile boolean unjudged;

  /// @param initialize the editor's first message
  Relay(Addresses addresses, Message initialize, InputStream editor, OutputStream answers) {
    this.addresses = addresses;
    this.initialize = initialize;
    this.editor = editor;
    this.answers = answers;
  }

  /// Passes messages until the editor ends.
  ///
  /// @return the exit status that the protocol asks for
  /// @throws IOException when no daemon can be had
  int run() throws IOException {
    ask(initialize);
    Connection daemon = join(true);
    Thread.ofPlatform().daemon().name("arenad-lsp-in").start(this::passOn);
    int inARow = 0;
    while (true) {
      long start = System.nanoTime();
      listen(daemon);
      if (!awaitNeed()) {
        return shutDown ? 0 : 1;
      }
      inARow = System.nanoTime() - start > A_WHILE_NANOS ? 1 : inARow + 1;
      if (inARow > PATIENCE) {
        throw new IOException("the daemon ends again and again; its log is " + addresses.log());
      }
      daemon = rejoin();
    }
  }

  /// What the editor says, until it stops.
  private void passOn() {
    try {
      Message message = Message.read(editor);
      while (message != null && !message.method().equals("exit")) {
        pass(message);
        message = Message.read(editor);
      }
    } catch (IOException broken) {
      System.err.println("arenad lsp: " + broken.getMessage());
    }
    end();
  }

  /// Waits until another daemon is needed.
  ///
  /// @return false when none ever will be
  private synchronized boolean awaitNeed() {
    connection = null;
    wanted |= unjudged || !asked.isEmpty();
    while (!wanted && !over && !shutDown) {
      try {
        wait();
      } catch (InterruptedException nobodyInterruptsUs) {
        throw new IllegalStateException(nobodyInterruptsUs);
      }
    }
    wanted = false;
    return !over && !shutDown;
  }

  private synchronized void end() {
    over = true;
    notifyAll();
    if (connection != null) {
      connection.close();
    }
  }

  private synchronized void pass(Message message) {
    texts.follow(message);
    ask(message);
    switch (message.method()) {
      case "initialized" -> initialized = message;
      case "textDocument/didOpen", "textDocument/didChange" -> unjudged = true;
      case "shutdown" -> shutDown = true;
      default -> {}
    }
    try {
      if (connection != null) {
        message.writeTo(connection.out());
        return;
      }
    } catch (IOException daemonIsGone) {
      connection = null;
    }
    wanted = true;
    notifyAll();
  }

  private void ask(Message message) {
    String id = message.id();
    if (id != null && !message.method().isEmpty()) {
      asked.put(id, message);
    }
  }

  /// Passes on what the daemon says, until its end.
  private void listen(Connection daemon) {
    try {
      Message message = Message.read(daemon.in());
      while (message != null) {
        note(message);
        answer(message);
        message = Message.read(daemon.in());
      }
    } catch (IOException daemonIsGone) {
      return;
    }
  }

  private void answer(Message message) {
    try {
      message.writeTo(answers);
    } catch (IOException editorIsGone) {
      end();
    }
  }

  private void note(Message message) {
    String id = message.id();
    if (id != null && message.method().isEmpty()) {
      asked.remove(id);
    }
    JsonObject params = message.params();
    if (message.method().equals("textDocument/publishDiagnostics")
        && params.get("diagnostics") instanceof JsonArray diagnostics) {
      unjudged = false;
      String uri = params.get("uri").getAsString();
      if (diagnostics.isEmpty()) {
        marked.remove(uri);
      } else {
        marked.add(uri);
      }
    }
  }

  private synchronized Connection rejoin() throws IOException {
    for (String uri : List.copyOf(marked)) {
      JsonObject params = new JsonObject();
      params.addProperty("uri", uri);
      params.add("diagnostics", new JsonArray());
      answer(Message.notification("textDocument/publishDiagnostics", params));
    }
    marked.clear();
    return join(false);
  }

  /// Joins the daemon, and tells it what the last one knew.
  ///
  /// @param first whether there was none before
  private synchronized Connection join(boolean first) throws IOException {
    for (int attempt = 0; attempt < PATIENCE; attempt++) {
      Connection daemon = Daemons.findOrStart(addresses);
      try {
        Daemons.greet(daemon, LspProtocol.GREETING);
        tell(daemon);
        connection = daemon;
        if (!first) {
          log("the daemon had ended; going on with another");
        }
        return daemon;
      } catch (IOException gone) {
        // One of another build gives way to ours.
        daemon.close();
      }
    }
    throw new IOException("the daemon ends before it answers; its log is " + addresses.log());
  }

  private void tell(Connection daemon) throws IOException {
    OutputStream out = daemon.out();
    initialize.writeTo(out);
    Message answer = Message.read(daemon.in());
    if (answer == null) {
      throw new IOException("the daemon ends before it answers");
    }
    if (asked.remove(String.valueOf(initialize.id())) != null) {
      answer(answer);
    }
    if (initialized != null) {
      initialized.writeTo(out);
    }
    for (Message opened : texts.opened()) {
      opened.writeTo(out);
    }
    for (Message question : List.copyOf(asked.values())) {
      question.writeTo(out);
    }
  }

  private void log(String text) {
    JsonObject params = new JsonObject();
    params.addProperty("type", 3);
    params.addProperty("message", text);
    answer(Message.notification("window/logMessage", params));
  }
}
