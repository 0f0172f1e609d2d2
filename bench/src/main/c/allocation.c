/* Objects of 32 bytes, linked so that all stay alive until all are freed: a bump arena in chained chunks of 64 KiB, and malloc with
 * free. A million of them, then (`-retained`) forty million. Prints `name nanoseconds-per-object`, the median of the measured rounds. */
#define _POSIX_C_SOURCE 199309L
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { MILLION = 1000000, WARM_UP = 3, ROUNDS = 11, CHUNK = 64 << 10 };

struct object {
  struct object *next;
  int64_t a, b, c;
};

struct chunk {
  struct chunk *next;
  char bytes[CHUNK - sizeof(struct chunk *)];
};

struct arena {
  char *top, *end;
  struct chunk *chunks;
};

static struct chunk *pool;

static void *slow(struct arena *arena, size_t size) {
  struct chunk *chunk = pool;
  if (chunk) {
    pool = chunk->next;
  } else {
    chunk = malloc(sizeof *chunk);
    if (!chunk) abort();
  }
  chunk->next = arena->chunks;
  arena->chunks = chunk;
  arena->top = chunk->bytes + size;
  arena->end = (char *)(chunk + 1);
  return chunk->bytes;
}

static inline void *allocate(struct arena *arena, size_t size) {
  char *top = arena->top;
  if ((size_t)(arena->end - top) < size) return slow(arena, size);
  arena->top = top + size;
  return top;
}

static void release(struct arena *arena) {
  while (arena->chunks) {
    struct chunk *chunk = arena->chunks;
    arena->chunks = chunk->next;
    chunk->next = pool;
    pool = chunk;
  }
  arena->top = arena->end = NULL;
}

static int64_t bump(int objects) {
  static struct arena arena;
  struct object *head = NULL;
  for (int i = 0; i < objects; i++) {
    struct object *object = allocate(&arena, sizeof *object);
    object->next = head;
    object->a = i;
    object->b = 0;
    object->c = 0;
    head = object;
  }
  int64_t last = head->a;
  release(&arena);
  return last;
}

static int64_t with_malloc(int objects) {
  struct object *head = NULL;
  for (int i = 0; i < objects; i++) {
    struct object *object = malloc(sizeof *object);
    if (!object) abort();
    object->next = head;
    object->a = i;
    object->b = 0;
    object->c = 0;
    head = object;
  }
  int64_t last = head->a;
  while (head) {
    struct object *next = head->next;
    free(head);
    head = next;
  }
  return last;
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1e9 + time.tv_nsec;
}

static int by_size(const void *left, const void *right) {
  double a = *(const double *)left, b = *(const double *)right;
  return (a > b) - (a < b);
}

static void measure(const char *name, int64_t (*run)(int), int objects) {
  static volatile int64_t sink;
  double times[ROUNDS];
  for (int i = -WARM_UP; i < ROUNDS; i++) {
    double start = now();
    sink = run(objects);
    if (i >= 0) times[i] = (now() - start) / objects;
  }
  (void)sink;
  qsort(times, ROUNDS, sizeof *times, by_size);
  printf("%s %.3f\n", name, times[ROUNDS / 2]);
}

int main(void) {
  measure("c-bump", bump, MILLION);
  measure("c-malloc", with_malloc, MILLION);
  measure("c-bump-retained", bump, 40 * MILLION);
  measure("c-malloc-retained", with_malloc, 40 * MILLION);
  return 0;
}
