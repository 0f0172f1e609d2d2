package arenad.bench.game;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// mandelbrot: the set as a portable bitmap, one bit a point.
public final class Mandelbrot {
  private static final int TURNS = 50;

  private Mandelbrot() {}

  private static boolean stays(double cr, double ci) {
    double zr = 0;
    double zi = 0;
    double rr = 0;
    double ii = 0;
    for (int turn = 0; turn < TURNS; turn++) {
      zi = 2 * zr * zi + ci;
      zr = rr - ii + cr;
      rr = zr * zr;
      ii = zi * zi;
      if (rr + ii > 4) {
        return false;
      }
    }
    return true;
  }

  /// `Mandelbrot SIZE`.
  public static void main(String[] arguments) throws IOException {
    int n = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
    byte[] row = new byte[(n + 7) / 8];
    try (OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out))) {
      out.write(("P4\n" + n + " " + n + "\n").getBytes(StandardCharsets.US_ASCII));
      for (int y = 0; y < n; y++) {
        double ci = 2.0 * y / n - 1;
        for (int at = 0; at < row.length; at++) {
          int bits = 0;
          for (int x = 8 * at; x < 8 * at + 8; x++) {
            bits = bits << 1 | (x < n && stays(2.0 * x / n - 1.5, ci) ? 1 : 0);
          }
          row[at] = (byte) bits;
        }
        out.write(row);
      }
    }
  }
}
