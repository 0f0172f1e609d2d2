package arenad.typed;

/// The operations that the language brings, apart from those with a form of their own in [Expr].
/// The receiver is the first argument. Each line of `design` library text has one constant.
public enum Operation {
  // arenas
  ARENA_NEW_ROOT,
  ARENA_NEW_SUB,
  ARENA_FREE,
  ARENA_RESET,
  ARENA_USED,
  ARENA_CAPACITY,
  // output and ends
  PRINT,
  LOG,
  PANIC,
  // strings
  STRING_CONCAT,
  STRING_LENGTH,
  STRING_SLICE,
  STRING_SPLIT,
  STRING_TRIM,
  STRING_CONTAINS,
  STRING_STARTS_WITH,
  STRING_ENDS_WITH,
  STRING_INDEX_OF,
  STRING_COMPARE,
  STRING_REPLACE,
  STRING_UPPER,
  STRING_LOWER,
  STRING_TO_I32,
  STRING_TO_I64,
  STRING_TO_F64,
  // the characters of a string, made by lowering: the one at a byte offset, and the offset where it
  // ends
  STRING_CHAR_AT,
  STRING_CHAR_END,
  // what the call of an `extern` function, its argument, has given back as a Java string
  STRING_FROM_JAVA,
  // string buffers
  BUFFER_NEW,
  BUFFER_APPEND,
  BUFFER_LENGTH,
  BUFFER_CLEAR,
  BUFFER_TO_STRING,
  // byte buffers (`ArenaBuffer`)
  BYTES_NEW,
  BYTES_APPEND,
  BYTES_LENGTH,
  BYTES_CLEAR,
  BYTES_TO_STRING,
  // growable arrays
  ARRAY_NEW,
  ARRAY_PUSH,
  ARRAY_POP,
  ARRAY_LENGTH,
  ARRAY_GET,
  ARRAY_INSERT,
  ARRAY_REMOVE_AT,
  ARRAY_CLEAR,
  ARRAY_RESERVE,
  ARRAY_REVERSE,
  // maps
  MAP_NEW,
  MAP_GET,
  MAP_SET,
  MAP_HAS,
  MAP_REMOVE,
  MAP_LENGTH,
  MAP_CLEAR,
  MAP_KEYS,
  MAP_VALUES,
  // the entries of a map, made by lowering: what a loop remembers of it, the position of the first
  // entry from one on (-1: none), and the parts of the entry there
  MAP_STAMP,
  MAP_NEXT,
  MAP_KEY_AT,
  MAP_VALUE_AT,
  // spans: arena, count and alignment (0: what elements need)
  SPAN_NEW,
  SPAN_LENGTH,
  SPAN_FILL,
  SPAN_SLICE,
  // fixed arrays
  FIXED_LENGTH,
  // memory that a handle owns: what the handle leads to, as a reference; the rest is made by
  // lowering:
  // to take a handle out of its place, to count a copy of it, to drop what a place holds
  OWNER_VALUE,
  OWNER_MOVE,
  OWNER_COPY,
  OWNER_DROP,
  // takes a nullable handle out of a place and leaves null there
  OWNER_TAKE,
  OWNED_NEW,
  SHARED_NEW,
  SHARED_COUNT,
  SHARED_WEAK,
  WEAK_UPGRADE,
  // regions: a fresh one's arena; the handle, once its root is known; the arena of an open one
  REGION_BEGIN,
  REGION_SEAL,
  REGION_ARENA,
  REGION_COMPACT,
  REGION_BYTES,
  // threads and channels; the first argument is the function or the channel's identifier, as a
  // literal. A message is an object in an arena that REGION_BEGIN made
  THREAD_SPAWN,
  CHANNEL_SEND,
  CHANNEL_RECV,
  CHANNEL_TRY_RECV,
  // the same of a region, which is moved
  REGION_SEND,
  REGION_RECV,
  REGION_TRY_RECV,
  // mathematics, on f64 and f32; MATH_ABS, MATH_MIN and MATH_MAX on every numeric type
  MATH_SQRT,
  MATH_POW,
  MATH_ABS,
  MATH_MIN,
  MATH_MAX,
  MATH_FLOOR,
  MATH_CEIL,
  MATH_ROUND,
  MATH_SIN,
  MATH_COS,
  MATH_TAN,
  MATH_ATAN2,
  MATH_EXP,
  MATH_LOG,
  // environment and time
  ENV_EXIT,
  ENV_ARGS,
  TIME_MONOTONIC_NANOS,
  // milliseconds since 1970, as an i64
  TIME_NOW
}
