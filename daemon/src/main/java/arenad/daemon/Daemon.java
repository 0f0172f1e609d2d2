package arenad.daemon;

import arenad.trace.Log;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;

/// The process that serves one workspace: it owns the lock, listens on the socket, and gives each
/// connection to the protocol that its first line names.
public final class Daemon implements AutoCloseable {
  private static final long LAST_WORDS_NANOS = 500_000_000L;

  private final Addresses addresses;
  private final Log log;
  private final Map<String, ConnectionProtocol> protocols = new HashMap<>();
  private final FileChannel lock;
  private final ServerSocketChannel server;
  private final UserPrincipal user;
  private final Host host;
  private final Observer observer;
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private final AtomicLong lastActivity = new AtomicLong(System.nanoTime());
  private final CountDownLatch ended = new CountDownLatch(1);
  private boolean closed;

  private Daemon(
      Addresses addresses,
      Log log,
      List<ConnectionProtocol> protocols,
      FileChannel lock,
      ServerSocketChannel server)
      throws IOException {
    this.addresses = addresses;
    this.log = log;
    this.lock = lock;
    this.server = server;
    this.user = Addresses.user();
    protocols.forEach(each -> this.protocols.put(each.greeting(), each));
    this.host = Host.open(addresses, log);
    this.observer = new Observer(host, log);
  }

  /// Starts serving; null when another daemon serves this workspace already.
  ///
  /// @throws IOException when the socket cannot be made
  public static @Nullable Daemon start(
      Addresses addresses, Log log, List<ConnectionProtocol> protocols) throws IOException {
    addresses.makeRuntimeFolder();
    FileChannel lock =
        FileChannel.open(addresses.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock held = lock.tryLock();
    if (held == null) {
      lock.close();
      return null;
    }
    // Whoever holds the lock is the only daemon, so a socket that lies here is a dead one's.
    Path socket = addresses.socket();
    Files.deleteIfExists(socket);
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    Daemon daemon = new Daemon(addresses, log, protocols, lock, server);
    Thread.ofPlatform().name("arenad-accept").daemon().start(daemon::accept);
    Thread.ofPlatform().name("arenad-idle").daemon().start(daemon::endWhenIdle);
    daemon.observer.start();
    log.line("started: build " + BuildId.current().hash() + ", process " + processNumber());
    return daemon;
  }

  static long processNumber() {
    return ProcessHandle.current().pid();
  }

  public Host host() {
    return host;
  }

  /// How many clients are connected now.
  public int clients() {
    return connections.size();
  }

  /// Waits until the daemon has ended, and a moment longer for answers that are on their way: that
  /// of `stop` among them.
  public void join() throws InterruptedException {
    ended.await();
    long end = System.nanoTime() + LAST_WORDS_NANOS;
    while (!connections.isEmpty() && System.nanoTime() < end) {
      Thread.sleep(5);
    }
  }

  private void accept() {
    while (server.isOpen()) {
      try {
        SocketChannel channel = server.accept();
        Connection connection = new Connection(channel);
        connections.add(connection);
        Threads.deep("arenad-client", () -> serve(channel, connection)).start();
      } catch (AsynchronousCloseException closing) {
        return;
      } catch (ClosedChannelException closing) {
        return;
      } catch (IOException failure) {
        log.line("a connection could not be accepted", failure);
      }
    }
  }

  private void serve(SocketChannel channel, Connection connection) {
    try (connection) {
      if (!isOurs(channel)) {
        log.line("refused a connection of another user");
        return;
      }
      String greeting = Request.line(connection.in());
      ConnectionProtocol protocol = protocols.get(greeting);
      if (protocol == null) {
        log.line("refused a connection that begins with `" + abbreviated(greeting) + "`");
        return;
      }
      if (BuildId.current().isReplaced()) {
        log.line("ending: this build has been replaced by another");
        close();
        return;
      }
      protocol.serve(connection, this);
    } catch (IOException broken) {
      // The client went away. That is its right.
      return;
    } catch (RuntimeException | Error failure) {
      host.report("serving a connection", failure);
    } finally {
      lastActivity.set(System.nanoTime());
      connections.remove(connection);
    }
  }

  private static String abbreviated(String text) {
    String shown = text.length() <= 80 ? text : text.substring(0, 80) + "...";
    return shown.replaceAll("[^ -~]", "?");
  }

  /// The folder lets nobody else in; this is for a folder whose rights somebody has changed.
  private boolean isOurs(SocketChannel channel) throws IOException {
    if (!channel.supportedOptions().contains(ExtendedSocketOptions.SO_PEERCRED)) {
      return true;
    }
    return channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user().equals(user);
  }

  private void endWhenIdle() {
    long limit = idleNanos();
    while (!isClosed()) {
      try {
        if (ended.await(5, TimeUnit.SECONDS)) {
          return;
        }
      } catch (InterruptedException nobodyInterruptsUs) {
        throw new IllegalStateException(nobodyInterruptsUs);
      }
      boolean idle = connections.isEmpty() && System.nanoTime() - lastActivity.get() > limit;
      boolean orphan = !Files.exists(addresses.socket()) || !Files.isDirectory(addresses.root());
      if (idle || orphan) {
        log.line(idle ? "ending: nobody has asked for a while" : "ending: the workspace is gone");
        close();
      }
    }
  }

  private static long idleNanos() {
    String minutes = System.getenv("ARENAD_IDLE_MINUTES");
    double value = 120;
    try {
      value = minutes == null ? value : Double.parseDouble(minutes);
    } catch (NumberFormatException notANumber) {
      value = 120;
    }
    return (long) (Math.clamp(value, 0.01, 1e6) * 60e9);
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  /// Ends it: no new clients, the cache durable, socket and lock free for the next. Connections that
  /// are open stay open until the process ends.
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    try {
      Files.deleteIfExists(addresses.socket());
      server.close();
      observer.close();
      host.close();
      lock.close();
    } catch (IOException failure) {
      log.line("ended in disorder", failure);
    }
    log.line("ended");
    ended.countDown();
  }
}
