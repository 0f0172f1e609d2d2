package arenad.bench.game;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// reverse-complement: each sequence of a file backwards, each letter as its complement.
public final class ReverseComplement {
  private static final int WIDTH = 60;
  private static final byte[] COMPLEMENT = new byte[256];

  static {
    String from = "ACGTUMRWSYKVHDBN";
    String to = "TGCAAKYWSRMBDHVN";
    for (int i = 0; i < from.length(); i++) {
      COMPLEMENT[from.charAt(i)] = (byte) to.charAt(i);
      COMPLEMENT[from.charAt(i) | 0x20] = (byte) to.charAt(i);
    }
  }

  private ReverseComplement() {}

  private static int find(byte[] bytes, char wanted, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != wanted) {
      at++;
    }
    return at;
  }

  /// Writes the letters from the last to the first.
  private static void writeReversed(byte[] bytes, int first, int end, OutputStream out)
      throws IOException {
    byte[] line = new byte[WIDTH + 1];
    int width = 0;
    for (int at = end - 1; at >= first; at--) {
      byte letter = bytes[at];
      if (letter != '\n') {
        line[width++] = COMPLEMENT[letter];
        if (width == WIDTH) {
          line[width] = '\n';
          out.write(line, 0, width + 1);
          width = 0;
        }
      }
    }
    if (width > 0) {
      line[width] = '\n';
      out.write(line, 0, width + 1);
    }
  }

  /// `ReverseComplement < FILE`.
  public static void main(String[] arguments) throws IOException {
    byte[] bytes = System.in.readAllBytes();
    try (OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out))) {
      for (int at = 0; at < bytes.length; ) {
        int first = Math.min(find(bytes, '\n', at) + 1, bytes.length);
        out.write(bytes, at, first - at);
        int next = find(bytes, '>', first);
        writeReversed(bytes, first, next, out);
        at = next;
      }
    }
  }
}
