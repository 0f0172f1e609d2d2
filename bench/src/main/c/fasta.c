/* fasta of the Computer Language Benchmarks Game: DNA sequences, repeated and by a simple generator of random numbers. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WIDTH = 60 };

struct chance {
  double up_to;
  char letter;
};

static double next(void) {
  static int seed = 42;
  seed = (seed * 3877 + 29573) % 139968;
  return seed / 139968.0;
}

/* Makes sums of the probabilities. */
static void add_up(struct chance *table, int letters) {
  for (int i = 1; i < letters; i++) table[i].up_to += table[i - 1].up_to;
}

static void repeat(const char *title, const char *text, int n) {
  puts(title);
  char line[WIDTH + 1];
  int length = strlen(text), at = 0;
  while (n > 0) {
    int width = n < WIDTH ? n : WIDTH;
    for (int i = 0; i < width; i++) {
      line[i] = text[at];
      at = at + 1 == length ? 0 : at + 1;
    }
    line[width] = '\n';
    fwrite(line, 1, width + 1, stdout);
    n -= width;
  }
}

static void random_letters(const char *title, struct chance *table, int letters, int n) {
  puts(title);
  add_up(table, letters);
  char line[WIDTH + 1];
  while (n > 0) {
    int width = n < WIDTH ? n : WIDTH;
    for (int i = 0; i < width; i++) {
      double r = next();
      int at = 0;
      while (at < letters - 1 && r >= table[at].up_to) at++;
      line[i] = table[at].letter;
    }
    line[width] = '\n';
    fwrite(line, 1, width + 1, stdout);
    n -= width;
  }
}

int main(int argc, char **argv) {
  static const char alu[] =
      "GGCCGGGCGCGGTGGCTCACGCCTGTAATCCCAGCACTTTGGGAGGCCGAGGCGGGCGGATCACCTGAGGTCAGGAGTTCGAGACCAGCCTGGCCAACAT"
      "GGTGAAACCCCGTCTCTACTAAAAATACAAAAATTAGCCGGGCGTGGTGGCGCGCGCCTGTAATCCCAGCTACTCGGGAGGCTGAGGCAGGAGAATCGCT"
      "TGAACCCGGGAGGCGGAGGTTGCAGTGAGCCGAGATCGCGCCACTGCACTCCAGCCTGGGCGACAGAGCGAGACTCCGTCTCAAAAA";
  static struct chance iub[] = {{0.27, 'a'}, {0.12, 'c'}, {0.12, 'g'}, {0.27, 't'}, {0.02, 'B'}, {0.02, 'D'}, {0.02, 'H'}, {0.02, 'K'},
                                {0.02, 'M'}, {0.02, 'N'}, {0.02, 'R'}, {0.02, 'S'}, {0.02, 'V'}, {0.02, 'W'}, {0.02, 'Y'}};
  static struct chance human[] = {{0.3029549426680, 'a'}, {0.1979883004921, 'c'}, {0.1975473066391, 'g'}, {0.3015094502008, 't'}};
  int n = argc > 1 ? atoi(argv[1]) : 1000;
  repeat(">ONE Homo sapiens alu", alu, 2 * n);
  random_letters(">TWO IUB ambiguity codes", iub, sizeof iub / sizeof *iub, 3 * n);
  random_letters(">THREE Homo sapiens frequency", human, sizeof human / sizeof *human, 5 * n);
  return 0;
}
