package arenad.jvm.emit;

import arenad.ir.Value;
import arenad.jvm.abi.RuntimeEntry;
import arenad.jvm.layout.Shape;
import arenad.type.Type;
import arenad.typed.Operation;
import java.util.List;
import org.objectweb.asm.Opcodes;

/// The operations that the language brings.
final class Intrinsics {

  private final BodyEmitting body;
  private final Code code;
  private final ArrayOperations arrays;
  private final MapOperations maps;
  private final SpanOperations spans;
  private final ByteBuffers bytes;
  private final Mathematics mathematics;
  private final OwnerOperations owners;
  private final ChannelOperations channels;

  Intrinsics(BodyEmitting body) {
    this.body = body;
    code = body.code();
    arrays = new ArrayOperations(body);
    maps = new MapOperations(body);
    bytes = new ByteBuffers(body);
    spans = new SpanOperations(body);
    mathematics = new Mathematics(body);
    owners = new OwnerOperations(body);
    channels = new ChannelOperations(body);
  }

  MapOperations maps() {
    return maps;
  }

  SpanOperations spans() {
    return spans;
  }

  /// Writes the result of an operation to a fresh place; only containers have elements in memory.
  void buildInto(Value.Intrinsic intrinsic, Location.Memory fresh) {
    if (intrinsic.operation() == Operation.MAP_GET
        || intrinsic.operation() == Operation.MAP_VALUE_AT) {
      maps.buildInto(intrinsic, fresh);
    } else if (OwnerOperations.keepsValue(intrinsic.operation())) {
      owners.buildInto(intrinsic, fresh);
    } else {
      arrays.buildInto(intrinsic, fresh);
    }
  }

  /// Pushes the components of the result.
  void push(Value.Intrinsic intrinsic) {
    emitting(intrinsic).run();
  }

  /// What writes the operation.
  private Runnable emitting(Value.Intrinsic intrinsic) {
    List<Value> arguments = intrinsic.arguments();
    return switch (intrinsic.operation()) {
      case ARENA_USED -> direct(intrinsic, RuntimeEntry.ARENAS_USED);
      case ARENA_CAPACITY -> direct(intrinsic, RuntimeEntry.ARENAS_CAPACITY);
      case PRINT -> () -> body.texts().print(arguments.getFirst(), false);
      case LOG -> () -> body.texts().print(arguments.getFirst(), true);
      case STRING_CONCAT -> direct(intrinsic, RuntimeEntry.STRINGS_CONCAT);
      case STRING_LENGTH -> () -> length(arguments.getFirst());
      case STRING_SLICE -> direct(intrinsic, RuntimeEntry.STRINGS_SLICE);
      case STRING_SPLIT -> direct(intrinsic, RuntimeEntry.STRINGS_SPLIT);
      case STRING_TRIM -> direct(intrinsic, RuntimeEntry.STRINGS_TRIM);
      case STRING_CONTAINS -> direct(intrinsic, RuntimeEntry.STRINGS_CONTAINS);
      case STRING_STARTS_WITH -> direct(intrinsic, RuntimeEntry.STRINGS_STARTS_WITH);
      case STRING_ENDS_WITH -> direct(intrinsic, RuntimeEntry.STRINGS_ENDS_WITH);
      case STRING_INDEX_OF -> direct(intrinsic, RuntimeEntry.STRINGS_INDEX_OF);
      case STRING_COMPARE -> direct(intrinsic, RuntimeEntry.STRINGS_COMPARE);
      case STRING_REPLACE -> direct(intrinsic, RuntimeEntry.STRINGS_REPLACE);
      case STRING_UPPER -> direct(intrinsic, RuntimeEntry.STRINGS_UPPER);
      case STRING_LOWER -> direct(intrinsic, RuntimeEntry.STRINGS_LOWER);
      case STRING_TO_I32 -> direct(intrinsic, RuntimeEntry.STRINGS_TO_I32);
      case STRING_TO_I64 -> direct(intrinsic, RuntimeEntry.STRINGS_TO_I64);
      case STRING_TO_F64 -> direct(intrinsic, RuntimeEntry.STRINGS_TO_F64);
      case STRING_FROM_JAVA -> direct(intrinsic, RuntimeEntry.EXTERNS_TAKE_TEXT);
      case STRING_CHAR_AT -> () -> characterAt(arguments);
      case STRING_CHAR_END -> () -> characterEnd(arguments);
      case BUFFER_NEW -> direct(intrinsic, RuntimeEntry.STRING_BUFFERS_CREATE);
      case BUFFER_APPEND -> () -> body.texts().appendTo(arguments.getFirst(), arguments.getLast());
      case BUFFER_LENGTH -> direct(intrinsic, RuntimeEntry.STRING_BUFFERS_LENGTH);
      case BUFFER_CLEAR -> direct(intrinsic, RuntimeEntry.STRING_BUFFERS_CLEAR);
      case BUFFER_TO_STRING -> direct(intrinsic, RuntimeEntry.STRING_BUFFERS_TO_STRING);
      case BYTES_NEW -> direct(intrinsic, RuntimeEntry.STRING_BUFFERS_CREATE);
      case BYTES_APPEND -> () -> bytes.append(arguments.getFirst(), arguments.getLast());
      case BYTES_LENGTH -> () -> arrays.length(arguments.getFirst());
      case BYTES_CLEAR -> direct(intrinsic, RuntimeEntry.STRING_BUFFERS_CLEAR);
      case BYTES_TO_STRING -> direct(intrinsic, RuntimeEntry.BYTE_BUFFERS_TO_STRING);
      case ARRAY_NEW -> () -> arrays.create(intrinsic);
      case ARRAY_PUSH -> () -> arrays.write(intrinsic, 1, RuntimeEntry.ARRAYS_PUSH);
      case ARRAY_INSERT -> () -> arrays.write(intrinsic, 2, RuntimeEntry.ARRAYS_INSERT);
      case ARRAY_POP -> () -> arrays.pushFound(intrinsic, RuntimeEntry.ARRAYS_POP);
      case ARRAY_GET -> () -> arrays.pushFound(intrinsic, RuntimeEntry.ARRAYS_FIND);
      case ARRAY_REMOVE_AT -> () -> arrays.pushRemoved(intrinsic);
      case ARRAY_LENGTH -> () -> arrays.length(arguments.getFirst());
      case ARRAY_CLEAR -> direct(intrinsic, RuntimeEntry.ARRAYS_CLEAR);
      case ARRAY_RESERVE -> () -> arrays.reserve(arguments);
      case ARRAY_REVERSE -> () -> arrays.reverse(arguments.getFirst());
      case MAP_NEW -> () -> maps.create(intrinsic);
      case MAP_GET -> () -> maps.pushFound(intrinsic);
      case MAP_SET -> () -> maps.set(intrinsic);
      case MAP_HAS -> () -> maps.has(intrinsic);
      case MAP_REMOVE -> () -> maps.remove(intrinsic);
      case MAP_LENGTH -> direct(intrinsic, RuntimeEntry.MAPS_LENGTH);
      case MAP_CLEAR -> direct(intrinsic, RuntimeEntry.MAPS_CLEAR);
      case MAP_KEYS, MAP_VALUES -> () -> maps.pushColumn(intrinsic);
      case MAP_STAMP -> direct(intrinsic, RuntimeEntry.MAPS_STAMP);
      case MAP_NEXT -> direct(intrinsic, RuntimeEntry.MAPS_NEXT);
      case MAP_KEY_AT, MAP_VALUE_AT -> () -> maps.pushPart(intrinsic);
      case SPAN_NEW -> () -> spans.create(intrinsic);
      case SPAN_LENGTH -> () -> spans.length(arguments.getFirst());
      case SPAN_FILL -> () -> spans.fill(arguments.getFirst(), arguments.getLast());
      case SPAN_SLICE -> () -> spans.slice(intrinsic);
      case FIXED_LENGTH -> () -> fixedLength(arguments.getFirst());
      case MATH_ABS -> () -> mathematics.absolute(intrinsic);
      case MATH_MIN -> () -> mathematics.choose(intrinsic, "min");
      case MATH_MAX -> () -> mathematics.choose(intrinsic, "max");
      case MATH_SQRT -> () -> mathematics.ofDoubles(intrinsic, "sqrt");
      case MATH_POW -> () -> mathematics.ofDoubles(intrinsic, "pow");
      case MATH_FLOOR -> () -> mathematics.ofDoubles(intrinsic, "floor");
      case MATH_CEIL -> () -> mathematics.ofDoubles(intrinsic, "ceil");
      case MATH_ROUND -> () -> mathematics.round(intrinsic);
      case MATH_SIN -> () -> mathematics.ofDoubles(intrinsic, "sin");
      case MATH_COS -> () -> mathematics.ofDoubles(intrinsic, "cos");
      case MATH_TAN -> () -> mathematics.ofDoubles(intrinsic, "tan");
      case MATH_ATAN2 -> () -> mathematics.ofDoubles(intrinsic, "atan2");
      case MATH_EXP -> () -> mathematics.ofDoubles(intrinsic, "exp");
      case MATH_LOG -> () -> mathematics.ofDoubles(intrinsic, "log");
      case ENV_EXIT -> direct(intrinsic, RuntimeEntry.EXIT_NOW);
      case ENV_ARGS -> direct(intrinsic, RuntimeEntry.ARGS_ALL);
      case TIME_MONOTONIC_NANOS -> () -> code.call("java/lang/System", "nanoTime", "()J");
      case TIME_NOW -> () -> code.call("java/lang/System", "currentTimeMillis", "()J");
      case OWNER_VALUE,
          OWNER_MOVE,
          OWNER_COPY,
          OWNER_DROP,
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
          () -> owners.push(intrinsic);
      case THREAD_SPAWN -> () -> channels.spawn(intrinsic);
      case CHANNEL_SEND -> () -> channels.send(intrinsic);
      case REGION_SEND -> () -> channels.sendRegion(intrinsic);
      case CHANNEL_RECV -> () -> channels.receive(intrinsic, RuntimeEntry.CHANNELS_RECEIVE);
      case CHANNEL_TRY_RECV -> () -> channels.tryReceive(intrinsic);
      case REGION_RECV -> () -> channels.receive(intrinsic, RuntimeEntry.CHANNELS_RECEIVE_REGION);
      case REGION_TRY_RECV ->
          () -> channels.receive(intrinsic, RuntimeEntry.CHANNELS_TRY_RECEIVE_REGION);
      case ARENA_NEW_ROOT, ARENA_NEW_SUB, ARENA_FREE, ARENA_RESET, PANIC, OWNER_TAKE ->
          throw new IllegalArgumentException(
              "lowering has a form of its own for " + intrinsic.operation());
    };
  }

  /// A call of the runtime with the arguments as they are, after the context if it asks for that.
  private Runnable direct(Value.Intrinsic intrinsic, RuntimeEntry entry) {
    return () -> {
      if (entry.takesContext()) {
        code.context();
      }
      intrinsic.arguments().forEach(body.values()::push);
      body.at(intrinsic.span());
      code.call(entry);
      body.calls().pushFurther(body.shape(intrinsic.type()));
    };
  }

  private void length(Value text) {
    Shape shape = body.shape(text.type());
    body.moves().load(body.values().holdOnce(text), shape, 1, 2);
  }

  private void fixedLength(Value array) {
    if (!Effects.isPlain(array)) {
      body.values().evaluate(array);
    }
    code.constant(((Type.FixedArray) array.type()).length());
  }

  /// Pushes the character of a text at a byte offset that is known to be a boundary.
  private void characterAt(List<Value> arguments) {
    Shape shape = body.shape(arguments.getFirst().type());
    body.moves().load(body.values().holdOnce(arguments.getFirst()), shape, 0, 1);
    body.values().push(arguments.getLast());
    code.operation(Opcodes.I2L);
    code.operation(Opcodes.LADD);
    code.call(RuntimeEntry.UTF8_DECODE);
  }

  /// Pushes the byte offset behind that character.
  private void characterEnd(List<Value> arguments) {
    body.values().push(arguments.getLast());
    characterAt(arguments);
    code.call(RuntimeEntry.UTF8_WIDTH);
    code.operation(Opcodes.IADD);
  }
}
