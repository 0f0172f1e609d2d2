/* reverse-complement of the Computer Language Benchmarks Game: each sequence of a file backwards, each letter as its complement. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WIDTH = 60 };

static unsigned char complement[256];

static void fill_complement(void) {
  static const char from[] = "ACGTUMRWSYKVHDBN", to[] = "TGCAAKYWSRMBDHVN";
  for (int i = 0; from[i]; i++) {
    complement[(unsigned char)from[i]] = to[i];
    complement[from[i] | 0x20] = to[i];
  }
}

static unsigned char *read_all(size_t *length) {
  size_t capacity = 1 << 16, used = 0, got;
  unsigned char *bytes = malloc(capacity);
  if (!bytes) abort();
  while ((got = fread(bytes + used, 1, capacity - used, stdin)) > 0) {
    used += got;
    if (used == capacity) {
      bytes = realloc(bytes, capacity *= 2);
      if (!bytes) abort();
    }
  }
  *length = used;
  return bytes;
}

/* Writes the letters from the last to the first. */
static void write_reversed(const unsigned char *first, const unsigned char *end) {
  char line[WIDTH + 1];
  int width = 0;
  while (end > first) {
    unsigned char letter = *--end;
    if (letter == '\n') continue;
    line[width++] = complement[letter];
    if (width == WIDTH) {
      line[width] = '\n';
      fwrite(line, 1, width + 1, stdout);
      width = 0;
    }
  }
  if (width > 0) {
    line[width] = '\n';
    fwrite(line, 1, width + 1, stdout);
  }
}

int main(void) {
  size_t length;
  unsigned char *bytes = read_all(&length), *end = bytes + length;
  fill_complement();
  for (unsigned char *at = bytes; at < end;) {
    unsigned char *first = memchr(at, '\n', end - at);
    if (!first) break;
    first++;
    fwrite(at, 1, first - at, stdout);
    unsigned char *next = memchr(first, '>', end - first);
    if (!next) next = end;
    write_reversed(first, next);
    at = next;
  }
  free(bytes);
  return 0;
}
