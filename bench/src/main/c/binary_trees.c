/* binary-trees of the Computer Language Benchmarks Game: makes and walks many trees. Without a macro each tree has an arena of its own, a
 * bump arena in chunks of 64 KiB that are pooled; with MALLOC each node is one malloc and one free. */
#include <stdio.h>
#include <stdlib.h>

struct node {
  struct node *left, *right;
};

#ifdef MALLOC

static struct node *grow(int depth) {
  struct node *node = malloc(sizeof *node);
  if (!node) abort();
  node->left = depth ? grow(depth - 1) : NULL;
  node->right = depth ? grow(depth - 1) : NULL;
  return node;
}

static void drop(struct node *node) {
  if (node->left) {
    drop(node->left);
    drop(node->right);
  }
  free(node);
}

#else

enum { CHUNK = 64 << 10 };

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

static struct node *grow(struct arena *arena, int depth) {
  struct node *left = depth ? grow(arena, depth - 1) : NULL;
  struct node *right = depth ? grow(arena, depth - 1) : NULL;
  struct node *node = allocate(arena, sizeof *node);
  node->left = left;
  node->right = right;
  return node;
}

#endif

static int count(const struct node *node) {
  return node->left ? 1 + count(node->left) + count(node->right) : 1;
}

/* The number of nodes of a tree that is gone afterwards. */
static int fleeting(int depth) {
#ifdef MALLOC
  struct node *tree = grow(depth);
  int nodes = count(tree);
  drop(tree);
#else
  struct arena arena = {0};
  int nodes = count(grow(&arena, depth));
  release(&arena);
#endif
  return nodes;
}

int main(int argc, char **argv) {
  int asked = argc > 1 ? atoi(argv[1]) : 10;
  int deepest = asked < 6 ? 6 : asked;
  printf("stretch tree of depth %d\t check: %d\n", deepest + 1, fleeting(deepest + 1));
#ifdef MALLOC
  struct node *longLived = grow(deepest);
#else
  struct arena arena = {0};
  struct node *longLived = grow(&arena, deepest);
#endif
  for (int depth = 4; depth <= deepest; depth += 2) {
    int trees = 1 << (deepest - depth + 4);
    int check = 0;
    for (int i = 0; i < trees; i++) check += fleeting(depth);
    printf("%d\t trees of depth %d\t check: %d\n", trees, depth, check);
  }
  printf("long lived tree of depth %d\t check: %d\n", deepest, count(longLived));
#ifdef MALLOC
  drop(longLived);
#else
  release(&arena);
#endif
  return 0;
}
