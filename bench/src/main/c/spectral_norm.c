/* spectral-norm of the Computer Language Benchmarks Game: the spectral norm of an endless matrix, by the power method. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static double cell(int i, int j) {
  return 1.0 / ((i + j) * (i + j + 1) / 2 + i + 1);
}

static void multiply(int n, const double *v, double *out) {
  for (int i = 0; i < n; i++) {
    double sum = 0;
    for (int j = 0; j < n; j++) sum += cell(i, j) * v[j];
    out[i] = sum;
  }
}

static void multiply_transposed(int n, const double *v, double *out) {
  for (int i = 0; i < n; i++) {
    double sum = 0;
    for (int j = 0; j < n; j++) sum += cell(j, i) * v[j];
    out[i] = sum;
  }
}

int main(int argc, char **argv) {
  int n = argc > 1 ? atoi(argv[1]) : 100;
  double *u = malloc(n * sizeof *u), *v = malloc(n * sizeof *v), *between = malloc(n * sizeof *between);
  if (!u || !v || !between) abort();
  for (int i = 0; i < n; i++) u[i] = 1;
  for (int i = 0; i < 10; i++) {
    multiply(n, u, between);
    multiply_transposed(n, between, v);
    multiply(n, v, between);
    multiply_transposed(n, between, u);
  }
  double uv = 0, vv = 0;
  for (int i = 0; i < n; i++) {
    uv += u[i] * v[i];
    vv += v[i] * v[i];
  }
  printf("%.9f\n", sqrt(uv / vv));
  free(u);
  free(v);
  free(between);
  return 0;
}
