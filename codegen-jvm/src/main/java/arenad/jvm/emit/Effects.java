package arenad.jvm.emit;

import arenad.ir.IrFunction;
import arenad.ir.Place;
import arenad.ir.Value;
import arenad.ir.Values;
import arenad.typed.Operation;

/// What evaluating a value may do besides giving it.
final class Effects {

  private Effects() {}

  /// Whether it reads at most: it calls nothing of the program, allocates nothing, writes nothing. It may panic.
  static boolean isPlain(Value value) {
    boolean itself =
        switch (value) {
          case Value.Constant _,
              Value.Read _,
              Value.Operate _,
              Value.IsNull _,
              Value.Unwrap _,
              Value.Some _,
              Value.Inject _,
              Value.Project _,
              Value.Convert _,
              Value.Borrow _,
              Value.Aggregate _,
              Value.Fill _ ->
              true;
          case Value.Intrinsic(Operation operation, _, _, _) -> of(operation) == Effect.NONE;
          case Value.Call _,
              Value.Required _,
              Value.Format _,
              Value.New _,
              Value.Clone _,
              Value.NewArena _ ->
              false;
        };
    return itself && Values.operandsOf(value).stream().allMatch(Effects::isPlain);
  }

  /// Whether the value looks at that local.
  static boolean reads(Value value, int local) {
    return Values.anyIn(value, part -> looksAt(part, local));
  }

  private static boolean looksAt(Value value, int local) {
    return switch (value) {
      case Value.Read(Place place, _, _) -> isRoot(place, local);
      case Value.Borrow(Place place, _, _) -> isRoot(place, local);
      case Value.Constant _,
          Value.Operate _,
          Value.IsNull _,
          Value.Unwrap _,
          Value.Some _,
          Value.Inject _,
          Value.Project _,
          Value.Convert _,
          Value.Call _,
          Value.Required _,
          Value.Intrinsic _,
          Value.Aggregate _,
          Value.Fill _,
          Value.Format _,
          Value.New _,
          Value.Clone _,
          Value.NewArena _ ->
          false;
    };
  }

  private static boolean isRoot(Place place, int local) {
    IrFunction.Local root = Roots.of(place);
    return root != null && root.index() == local;
  }

  /// What an operation does besides giving its result.
  enum Effect {
    /// Nothing.
    NONE,
    /// It allocates, prints, or changes what only it looks at.
    OTHER,
    /// It may move the storage of an array, or change its length.
    CHANGES_ARRAY
  }

  static Effect of(Operation operation) {
    return switch (operation) {
      case ARRAY_PUSH,
          ARRAY_POP,
          ARRAY_INSERT,
          ARRAY_REMOVE_AT,
          ARRAY_CLEAR,
          ARRAY_RESERVE,
          BYTES_APPEND,
          BYTES_CLEAR ->
          Effect.CHANGES_ARRAY;
      case ARENA_NEW_ROOT,
          ARENA_NEW_SUB,
          ARENA_FREE,
          ARENA_RESET,
          PRINT,
          LOG,
          PANIC,
          STRING_CONCAT,
          STRING_SLICE,
          STRING_SPLIT,
          STRING_TRIM,
          STRING_REPLACE,
          STRING_UPPER,
          STRING_LOWER,
          STRING_FROM_JAVA,
          STRING_TO_I32,
          STRING_TO_I64,
          STRING_TO_F64,
          BUFFER_NEW,
          BYTES_NEW,
          BYTES_TO_STRING,
          BUFFER_APPEND,
          BUFFER_CLEAR,
          BUFFER_TO_STRING,
          ARRAY_NEW,
          ARRAY_GET,
          ARRAY_REVERSE,
          SPAN_NEW,
          SPAN_FILL,
          SPAN_SLICE,
          MAP_NEW,
          MAP_GET,
          MAP_SET,
          MAP_REMOVE,
          MAP_CLEAR,
          MAP_KEYS,
          MAP_VALUES,
          MAP_NEXT,
          MAP_KEY_AT,
          MAP_VALUE_AT,
          ENV_EXIT,
          ENV_ARGS,
          TIME_MONOTONIC_NANOS,
          TIME_NOW,
          OWNER_COPY,
          OWNER_DROP,
          OWNER_TAKE,
          OWNED_NEW,
          SHARED_NEW,
          SHARED_WEAK,
          WEAK_UPGRADE,
          REGION_BEGIN,
          REGION_SEAL,
          THREAD_SPAWN,
          CHANNEL_SEND,
          CHANNEL_RECV,
          CHANNEL_TRY_RECV,
          REGION_SEND,
          REGION_RECV,
          REGION_TRY_RECV,
          REGION_COMPACT ->
          Effect.OTHER;
      case ARENA_USED,
          ARENA_CAPACITY,
          OWNER_VALUE,
          OWNER_MOVE,
          SHARED_COUNT,
          REGION_ARENA,
          REGION_BYTES,
          STRING_LENGTH,
          STRING_CONTAINS,
          STRING_STARTS_WITH,
          STRING_ENDS_WITH,
          STRING_INDEX_OF,
          STRING_COMPARE,
          STRING_CHAR_AT,
          STRING_CHAR_END,
          BUFFER_LENGTH,
          BYTES_LENGTH,
          ARRAY_LENGTH,
          MAP_HAS,
          MAP_LENGTH,
          MAP_STAMP,
          SPAN_LENGTH,
          FIXED_LENGTH,
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
          MATH_LOG ->
          Effect.NONE;
    };
  }
}
