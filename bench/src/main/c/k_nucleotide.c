/* k-nucleotide of the Computer Language Benchmarks Game: how often short sequences stand in the third sequence of a file. Counts them in
 * a hash table with open addressing, two bits a letter. */
#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char LETTERS[] = "ACGT";

struct entry {
  uint64_t key;
  int count;
};

struct table {
  struct entry *entries;
  size_t capacity, used;
};

static size_t place(const struct table *table, uint64_t key) {
  size_t at = (key * 0x9E3779B97F4A7C15u >> 20) & (table->capacity - 1);
  while (table->entries[at].count && table->entries[at].key != key) at = (at + 1) & (table->capacity - 1);
  return at;
}

static void open_table(struct table *table, size_t capacity) {
  table->entries = calloc(capacity, sizeof *table->entries);
  if (!table->entries) abort();
  table->capacity = capacity;
  table->used = 0;
}

static void enlarge(struct table *table) {
  struct table larger;
  open_table(&larger, 2 * table->capacity);
  for (size_t i = 0; i < table->capacity; i++) {
    if (table->entries[i].count) larger.entries[place(&larger, table->entries[i].key)] = table->entries[i];
  }
  larger.used = table->used;
  free(table->entries);
  *table = larger;
}

static void add(struct table *table, uint64_t key) {
  size_t at = place(table, key);
  if (table->entries[at].count++ == 0) {
    table->entries[at].key = key;
    if (2 * ++table->used > table->capacity) enlarge(table);
  }
}

static struct table counts(const uint8_t *sequence, int length, int k) {
  struct table table;
  open_table(&table, 16);
  uint64_t mask = (UINT64_C(1) << 2 * k) - 1, key = 0;
  for (int i = 0; i < length; i++) {
    key = (key << 2 | sequence[i]) & mask;
    if (i >= k - 1) add(&table, key);
  }
  return table;
}

static int by_count(const void *left, const void *right) {
  const struct entry *a = left, *b = right;
  return a->count != b->count ? (a->count < b->count) - (a->count > b->count) : (a->key > b->key) - (a->key < b->key);
}

static void print_shares(const uint8_t *sequence, int length, int k) {
  struct table table = counts(sequence, length, k);
  qsort(table.entries, table.capacity, sizeof *table.entries, by_count);
  for (size_t i = 0; i < table.used; i++) {
    for (int at = k - 1; at >= 0; at--) putchar(LETTERS[table.entries[i].key >> 2 * at & 3]);
    printf(" %.3f\n", 100.0 * table.entries[i].count / (length - k + 1));
  }
  putchar('\n');
  free(table.entries);
}

static void print_count(const uint8_t *sequence, int length, const char *wanted) {
  int k = strlen(wanted);
  uint64_t key = 0;
  for (int i = 0; i < k; i++) key = key << 2 | (strchr(LETTERS, wanted[i]) - LETTERS);
  struct table table = counts(sequence, length, k);
  printf("%d\t%s\n", table.entries[place(&table, key)].count, wanted);
  free(table.entries);
}

/* The letters of the sequence THREE as numbers from 0 to 3. */
static uint8_t *read_third(int *length) {
  char line[256];
  while (fgets(line, sizeof line, stdin) && strncmp(line, ">THREE", 6) != 0) {
  }
  size_t capacity = 1024, used = 0;
  uint8_t *sequence = malloc(capacity);
  if (!sequence) abort();
  while (fgets(line, sizeof line, stdin) && line[0] != '>') {
    if (used + sizeof line > capacity) {
      sequence = realloc(sequence, capacity *= 2);
      if (!sequence) abort();
    }
    for (const char *at = line; *at && *at != '\n'; at++) {
      char letter = toupper((unsigned char)*at);
      sequence[used++] = letter == 'A' ? 0 : letter == 'C' ? 1 : letter == 'G' ? 2 : 3;
    }
  }
  *length = used;
  return sequence;
}

int main(void) {
  static const char *const wanted[] = {"GGT", "GGTA", "GGTATT", "GGTATTTTAATT", "GGTATTTTAATTTATAGT"};
  int length;
  uint8_t *sequence = read_third(&length);
  print_shares(sequence, length, 1);
  print_shares(sequence, length, 2);
  for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) print_count(sequence, length, wanted[i]);
  free(sequence);
  return 0;
}
