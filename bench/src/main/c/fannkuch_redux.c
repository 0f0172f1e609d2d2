/* fannkuch-redux of the Computer Language Benchmarks Game: flips of the prefixes of all permutations. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

enum { MOST = 16 };

static int permutation[MOST], work[MOST], count[MOST];

static int flips(int n) {
  for (int i = 0; i < n; i++) work[i] = permutation[i];
  int flips = 0;
  for (int top = work[0]; top != 0;) {
    for (int low = 1, high = top - 1; low < high; low++, high--) {
      int moved = work[low];
      work[low] = work[high];
      work[high] = moved;
    }
    int next = work[top];
    work[top] = top;
    top = next;
    flips++;
  }
  return flips;
}

/* Goes on to the next permutation; false if there is none. */
static bool advance(int n, int *rotated) {
  for (int r = *rotated;; r++) {
    if (r == n) return false;
    int front = permutation[0];
    for (int i = 0; i < r; i++) permutation[i] = permutation[i + 1];
    permutation[r] = front;
    if (--count[r] > 0) {
      *rotated = r;
      return true;
    }
  }
}

int main(int argc, char **argv) {
  int n = argc > 1 ? atoi(argv[1]) : 7;
  if (n < 1 || n > MOST) return 1;
  for (int i = 0; i < n; i++) permutation[i] = i;
  int most = 0, checksum = 0, r = n;
  bool even = true;
  do {
    for (; r != 1; r--) count[r - 1] = r;
    if (permutation[0] != 0) {
      int done = flips(n);
      if (done > most) most = done;
      checksum += even ? done : -done;
    }
    even = !even;
  } while (advance(n, &r));
  printf("%d\nPfannkuchen(%d) = %d\n", checksum, n, most);
  return 0;
}
