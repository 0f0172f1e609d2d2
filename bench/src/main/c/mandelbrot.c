/* mandelbrot of the Computer Language Benchmarks Game: the set as a portable bitmap, one bit a point. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { TURNS = 50 };

static int stays(double cr, double ci) {
  double zr = 0, zi = 0, rr = 0, ii = 0;
  for (int turn = 0; turn < TURNS; turn++) {
    zi = 2 * zr * zi + ci;
    zr = rr - ii + cr;
    rr = zr * zr;
    ii = zi * zi;
    if (rr + ii > 4) return 0;
  }
  return 1;
}

int main(int argc, char **argv) {
  int n = argc > 1 ? atoi(argv[1]) : 200;
  int bytes = (n + 7) / 8;
  uint8_t *row = malloc(bytes);
  if (!row) abort();
  printf("P4\n%d %d\n", n, n);
  for (int y = 0; y < n; y++) {
    double ci = 2.0 * y / n - 1;
    for (int byte = 0; byte < bytes; byte++) {
      int bits = 0;
      for (int x = 8 * byte; x < 8 * byte + 8; x++) bits = bits << 1 | (x < n && stays(2.0 * x / n - 1.5, ci));
      row[byte] = bits;
    }
    fwrite(row, 1, bytes, stdout);
  }
  free(row);
  return 0;
}
