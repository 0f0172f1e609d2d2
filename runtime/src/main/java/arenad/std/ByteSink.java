package arenad.std;

import arenad.memory.Memory;
import java.io.IOException;
import java.io.OutputStream;

/// Bytes to a file, written in pieces.
final class ByteSink {
  private static final int SIZE = 1 << 16;

  private final OutputStream stream;
  private final byte[] buffer = new byte[SIZE];
  private int used;

  ByteSink(OutputStream stream) {
    this.stream = stream;
  }

  synchronized void write(long address, int length) throws IOException {
    int done = 0;
    while (done < length) {
      int part = Math.min(length - done, SIZE - used);
      Memory.copyOut(address + done, buffer, used, part);
      used += part;
      done += part;
      if (used == SIZE) {
        flush();
      }
    }
  }

  /// Writes out what is buffered.
  synchronized void flush() throws IOException {
    int bytes = used;
    used = 0;
    stream.write(buffer, 0, bytes);
  }

  synchronized void close() throws IOException {
    try {
      flush();
    } finally {
      stream.close();
    }
  }
}
