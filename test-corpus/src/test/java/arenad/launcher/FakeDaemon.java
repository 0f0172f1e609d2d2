package arenad.launcher;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/// Listens where a workspace's daemon would, reads one request and gives one answer, byte for byte as the test wants it.
final class FakeDaemon implements AutoCloseable {

  /// What it does after its answer.
  enum Then {
    /// Closes the connection.
    CLOSE,
    /// Waits for the client to close it.
    WAIT
  }

  private final ServerSocketChannel channel;

  /// The request, up to its empty line.
  final CompletableFuture<String> request = new CompletableFuture<>();

  /// Done when the client has closed the connection.
  final CountDownLatch left = new CountDownLatch(1);

  private FakeDaemon(ServerSocketChannel channel) {
    this.channel = channel;
  }

  static FakeDaemon of(Installation installation, String answer, Then then) throws IOException {
    Path socket = socket(installation);
    Files.createDirectories(socket.getParent());
    Files.setPosixFilePermissions(socket.getParent(), PosixFilePermissions.fromString("rwx------"));
    ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    channel.bind(UnixDomainSocketAddress.of(socket));
    FakeDaemon daemon = new FakeDaemon(channel);
    Thread.ofVirtual().start(() -> daemon.serve(answer.getBytes(StandardCharsets.UTF_8), then));
    return daemon;
  }

  static Path socket(Installation installation) throws IOException {
    byte[] root = installation.project().toRealPath().toString().getBytes(StandardCharsets.UTF_8);
    try {
      String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(root));
      return installation
          .folder()
          .resolve("r/arenad")
          .resolve(hash.substring(0, 16))
          .resolve("socket");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void serve(byte[] answer, Then then) {
    try (SocketChannel client = channel.accept()) {
      InputStream in = Channels.newInputStream(client);
      ByteArrayOutputStream read = new ByteArrayOutputStream();
      while (!read.toString(StandardCharsets.UTF_8).endsWith("\n\n")) {
        read.write(in.read());
      }
      request.complete(read.toString(StandardCharsets.UTF_8));
      // In two pieces, so that no frame happens to arrive whole.
      OutputStream out = Channels.newOutputStream(client);
      out.write(answer, 0, answer.length / 2);
      Thread.yield();
      out.write(answer, answer.length / 2, answer.length - answer.length / 2);
      if (then == Then.WAIT && in.read() < 0) {
        left.countDown();
      }
    } catch (IOException e) {
      request.completeExceptionally(new UncheckedIOException(e));
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
