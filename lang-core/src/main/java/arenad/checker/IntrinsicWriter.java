package arenad.checker;

import arenad.ir.Value;
import arenad.lifetime.Cell;
import arenad.type.Type;
import java.util.List;

/// Writes what the operations mean that the language brings.
final class IntrinsicWriter {

  private final BodyWriter body;

  IntrinsicWriter(BodyWriter body) {
    this.body = body;
  }

  int[] write(Value.Intrinsic intrinsic) {
    List<Value> arguments = intrinsic.arguments();
    return switch (intrinsic.operation()) {
      case ARENA_NEW_ROOT, ARENA_NEW_SUB, ARENA_FREE, ARENA_RESET ->
          throw new IllegalArgumentException("has a form of its own: " + intrinsic.operation());
      case PRINT, LOG, BUFFER_APPEND -> {
        arguments.forEach(body.values()::shown);
        yield BodyWriter.NOTHING;
      }
      case PANIC,
          ARENA_USED,
          ARENA_CAPACITY,
          STRING_LENGTH,
          STRING_CONTAINS,
          STRING_STARTS_WITH,
          STRING_ENDS_WITH,
          STRING_INDEX_OF,
          STRING_COMPARE,
          STRING_TO_I32,
          STRING_TO_I64,
          STRING_TO_F64,
          STRING_CHAR_AT,
          STRING_CHAR_END,
          BYTES_APPEND,
          BYTES_LENGTH,
          BYTES_CLEAR,
          BUFFER_LENGTH,
          BUFFER_CLEAR,
          ARRAY_LENGTH,
          ARRAY_CLEAR,
          ARRAY_RESERVE,
          ARRAY_REVERSE,
          SPAN_LENGTH,
          MAP_HAS,
          MAP_REMOVE,
          MAP_LENGTH,
          MAP_CLEAR,
          MAP_STAMP,
          MAP_NEXT,
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
          MATH_LOG,
          THREAD_SPAWN,
          ENV_EXIT,
          TIME_MONOTONIC_NANOS,
          TIME_NOW -> {
        arguments.forEach(body.values()::touched);
        yield BodyWriter.NOTHING;
      }
      case STRING_CONCAT, STRING_REPLACE, STRING_UPPER, STRING_LOWER, STRING_FROM_JAVA -> {
        arguments.forEach(body.values()::touched);
        yield new int[] {body.values().temporary(intrinsic)};
      }
      case STRING_SLICE, STRING_TRIM, SPAN_SLICE -> sameString(arguments);
      case STRING_SPLIT -> split(intrinsic, arguments);
      case BUFFER_NEW, BYTES_NEW -> new int[] {livesWith(touchedFirst(arguments), intrinsic)};
      case BUFFER_TO_STRING, BYTES_TO_STRING -> {
        body.values().touched(arguments.getFirst());
        yield new int[] {livesWith(body.values().touched(arguments.getLast())[0], intrinsic)};
      }
      case ARRAY_NEW, MAP_NEW, SPAN_NEW -> {
        int arena = touchedFirst(arguments);
        yield new int[] {array(arena, intrinsic)};
      }
      case ARRAY_PUSH -> put(arguments, 1);
      case SPAN_FILL -> fill(intrinsic, arguments);
      case ARRAY_INSERT -> put(arguments, 2);
      case ARRAY_POP, ARRAY_GET, ARRAY_REMOVE_AT -> taken(intrinsic, arguments);
      case MAP_SET -> set(arguments);
      case MAP_GET, MAP_VALUE_AT -> partOf(intrinsic, arguments, keyLeaves(arguments));
      case MAP_KEY_AT -> partOf(intrinsic, arguments, 0);
      case MAP_KEYS -> column(intrinsic, arguments, 0);
      case MAP_VALUES -> column(intrinsic, arguments, keyLeaves(arguments));
      case OWNER_VALUE,
          OWNER_MOVE,
          OWNER_COPY,
          OWNER_DROP,
          OWNER_TAKE,
          OWNED_NEW,
          SHARED_NEW,
          SHARED_COUNT,
          SHARED_WEAK,
          WEAK_UPGRADE,
          REGION_BEGIN,
          REGION_SEAL,
          REGION_ARENA,
          REGION_COMPACT,
          REGION_BYTES ->
          body.values().owners().write(intrinsic);
      case CHANNEL_SEND,
          CHANNEL_RECV,
          CHANNEL_TRY_RECV,
          REGION_SEND,
          REGION_RECV,
          REGION_TRY_RECV ->
          body.values().channels().write(intrinsic);
      case ENV_ARGS -> arguments(intrinsic, arguments);
    };
  }

  private int touchedFirst(List<Value> arguments) {
    int first = body.values().touched(arguments.getFirst())[0];
    arguments.stream().skip(1).forEach(body.values()::touched);
    return first;
  }

  /// A slice shares the bytes of its string, or the elements of its span.
  private int[] sameString(List<Value> arguments) {
    return new int[] {touchedFirst(arguments)};
  }

  /// An array that is a temporary, of slices that live as long as the string.
  private int[] split(Value.Intrinsic intrinsic, List<Value> arguments) {
    int string = touchedFirst(arguments);
    int home = body.values().temporary(intrinsic);
    int array = array(home, intrinsic);
    body.system().store(array, 0, string, body.reason(new Reason.Found(intrinsic)));
    return new int[] {array};
  }

  private int livesWith(int arena, Value value) {
    int variable = body.newVariable();
    body.system().atoms(arena, variable, body.reason(new Reason.Made(value)));
    return variable;
  }

  private int array(int home, Value.Intrinsic intrinsic) {
    Type type = body.shapeOf(intrinsic.type()).leaf(0).type();
    Cell cell = body.system().heap().made(type, body.loop(), home, body.handles().only(home));
    return body.values().reference(cell, home, intrinsic);
  }

  /// Methods may be at work on elements of the span.
  private int[] fill(Value.Intrinsic intrinsic, List<Value> arguments) {
    int[] nothing = put(arguments, 1);
    var written = Narrowing.membersIn(arguments.get(1).type(), body.out().shapes);
    body.places().overwrite(written, intrinsic.span());
    return nothing;
  }

  private int[] put(List<Value> arguments, int value) {
    int array = body.values().touched(arguments.getFirst())[0];
    for (int i = 1; i < value; i++) {
      body.values().write(arguments.get(i));
    }
    int[] leaves = body.values().write(arguments.get(value));
    stored(arguments, value, array, leaves, 0);
    return BodyWriter.NOTHING;
  }

  private int[] taken(Value.Intrinsic intrinsic, List<Value> arguments) {
    return partOf(intrinsic, arguments, 0);
  }

  /// What stands in the slots of a container from `offset` on.
  private int[] partOf(Value.Intrinsic intrinsic, List<Value> arguments, int offset) {
    int container = touchedFirst(arguments);
    int[] leaves = new int[body.shapeOf(intrinsic.type()).size()];
    int why = body.reason(new Reason.Found(intrinsic));
    for (int leaf = 0; leaf < leaves.length; leaf++) {
      leaves[leaf] = body.newVariable();
      body.system().load(container, offset + leaf, leaves[leaf], why);
    }
    return leaves;
  }

  /// The slots of a map are those of its keys, then those of its values.
  private int keyLeaves(List<Value> arguments) {
    Type.Builtin map = (Type.Builtin) arguments.getFirst().type();
    return body.shapeOf(map.arguments().getFirst()).size();
  }

  private int[] set(List<Value> arguments) {
    int map = body.values().touched(arguments.getFirst())[0];
    int[] key = body.values().touched(arguments.get(1));
    stored(arguments, 1, map, key, 0);
    int[] value = body.values().write(arguments.get(2));
    stored(arguments, 2, map, value, key.length);
    return BodyWriter.NOTHING;
  }

  private void stored(List<Value> arguments, int part, int holder, int[] leaves, int offset) {
    Reason reason = new Reason.Pushed(arguments.getFirst(), arguments.get(part));
    int why = leaves.length == 0 ? 0 : body.reason(reason);
    for (int leaf = 0; leaf < leaves.length; leaf++) {
      body.system().store(holder, offset + leaf, leaves[leaf], why);
    }
  }

  /// An array that is a temporary, of what stands in the slots of a map from `offset` on.
  private int[] column(Value.Intrinsic intrinsic, List<Value> arguments, int offset) {
    int map = touchedFirst(arguments);
    int home = body.values().temporary(intrinsic);
    int array = array(home, intrinsic);
    int why = body.reason(new Reason.Found(intrinsic));
    Type.Builtin type = (Type.Builtin) intrinsic.type();
    int count = body.shapeOf(type.arguments().getFirst()).size();
    for (int leaf = 0; leaf < count; leaf++) {
      int found = body.newVariable();
      body.system().load(map, offset + leaf, found, why);
      body.system().store(array, leaf, found, why);
    }
    return new int[] {array};
  }

  /// The program's arguments, as strings in the arena that is given, or for ever.
  private int[] arguments(Value.Intrinsic intrinsic, List<Value> arguments) {
    if (arguments.isEmpty()) {
      return new int[] {array(body.values().temporary(intrinsic), intrinsic)};
    }
    int arena = touchedFirst(arguments);
    int array = array(arena, intrinsic);
    body.system().store(array, 0, arena, body.reason(new Reason.Made(intrinsic)));
    return new int[] {array};
  }
}
