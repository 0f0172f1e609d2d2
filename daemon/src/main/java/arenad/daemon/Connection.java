package arenad.daemon;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;

/// One client's stream in both directions.
///
/// Reading and writing may go on at the same time, on two threads. (The streams of
/// [java.nio.channels.Channels] would block each other.)
public final class Connection implements AutoCloseable {
  private final SocketChannel channel;
  private final InputStream in;
  private final OutputStream out;

  Connection(SocketChannel channel) {
    this.channel = channel;
    this.in = new BufferedInputStream(new FromChannel(channel), 1 << 16);
    this.out = new ToChannel(channel);
  }

  /// What the client sends, its greeting read already.
  public InputStream in() {
    return in;
  }

  /// What the client gets; not buffered.
  public OutputStream out() {
    return out;
  }

  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException alreadyBroken) {
      // It is closed all the same.
      return;
    }
  }

  private static final class FromChannel extends InputStream {
    private final ReadableByteChannel channel;

    FromChannel(ReadableByteChannel channel) {
      this.channel = channel;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return length == 0 ? 0 : channel.read(ByteBuffer.wrap(bytes, offset, length));
    }
  }

  private static final class ToChannel extends OutputStream {
    private final WritableByteChannel channel;

    ToChannel(WritableByteChannel channel) {
      this.channel = channel;
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    }
  }
}
