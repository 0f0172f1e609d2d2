package arenad.oracle;

import arenad.type.Type;
import arenad.typed.Operation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The operations that the language brings.
final class Builtins {

  private final SimulatedMemory memory;
  private final StringBuilder output;
  private final SpanOperations.Fields fields;
  private final Supplier<Home> frame;

  /// @param frame where temporaries go at the moment
  Builtins(
      SimulatedMemory memory,
      StringBuilder output,
      SpanOperations.Fields fields,
      Supplier<Home> frame) {
    this.fields = fields;
    this.memory = memory;
    this.output = output;
    this.frame = frame;
  }

  @Nullable Datum of(Operation operation, List<Datum> data, List<Type> types, Type type) {
    return switch (operation) {
      case PRINT -> {
        output.append(TextForm.of(data.getFirst(), types.getFirst(), null));
        yield null;
      }
      case LOG -> {
        TextForm.of(data.getFirst(), types.getFirst(), null);
        yield null;
      }
      case ENV_EXIT -> throw new Interpreter.Exit(whole(data, 0));
      case ENV_ARGS -> memory.newArray(arena(data, 0).generation());
      case TIME_MONOTONIC_NANOS, TIME_NOW -> new Datum.Whole(0);
      case ARENA_USED, ARENA_CAPACITY -> {
        SimulatedMemory.requireLive(arena(data, 0));
        yield new Datum.Whole(arena(data, 0).used());
      }
      case FIXED_LENGTH -> new Datum.Whole(((Datum.Aggregate) data.getFirst()).members().size());
      case SPAN_NEW, SPAN_LENGTH, SPAN_FILL, SPAN_SLICE ->
          SpanOperations.of(operation, data, () -> zero(type));
      default -> {
        String name = operation.name();
        yield name.startsWith("STRING_")
            ? ofString(operation, data)
            : name.startsWith("BUFFER_")
                ? ofBuffer(operation, data, types)
                : name.startsWith("BYTES_")
                    ? ByteOperations.of(operation, data, types, memory)
                    : name.startsWith("MAP_")
                        ? MapOperations.of(operation, data, memory, frame.get())
                        : name.startsWith("ARRAY_")
                            ? ofArray(operation, data)
                            : mathematics(operation, data, type);
      }
    };
  }

  private Datum zero(Type span) {
    return SpanOperations.zero(((Type.Builtin) span).arguments().getFirst(), fields);
  }

  private @Nullable Datum ofString(Operation operation, List<Datum> data) {
    Datum.Text text = text(data, 0);
    if (operation == Operation.STRING_LENGTH) {
      return new Datum.Whole(text.length());
    }
    SimulatedMemory.requireLive(text.home(), "a string");
    return switch (operation) {
      case STRING_CONCAT -> temporary(text.string() + string(data, 1));
      case STRING_SLICE -> slice(text, whole(data, 1), whole(data, 2));
      case STRING_SPLIT -> split(text, data.get(1));
      case STRING_TRIM -> trim(text);
      case STRING_CONTAINS -> truth(indexOf(text, string(data, 1)) >= 0);
      case STRING_STARTS_WITH -> truth(text.string().startsWith(string(data, 1)));
      case STRING_ENDS_WITH -> truth(text.string().endsWith(string(data, 1)));
      case STRING_COMPARE -> new Datum.Whole(compare(text.string(), string(data, 1)));
      case STRING_INDEX_OF -> new Datum.Whole(indexOf(text, string(data, 1)));
      case STRING_REPLACE -> temporary(text.string().replace(string(data, 1), string(data, 2)));
      case STRING_UPPER -> temporary(text.string().toUpperCase(Locale.ROOT));
      case STRING_LOWER -> temporary(text.string().toLowerCase(Locale.ROOT));
      case STRING_TO_I32 -> parsed(() -> new Datum.Whole(Integer.parseInt(text.string())));
      case STRING_TO_I64 -> parsed(() -> new Datum.Whole(Long.parseLong(text.string())));
      case STRING_TO_F64 -> parsed(() -> new Datum.Real(Double.parseDouble(text.string())));
      case STRING_CHAR_AT -> new Datum.Whole(codePointAt(text, (int) whole(data, 1)));
      case STRING_CHAR_END -> new Datum.Whole(characterEnd(text, (int) whole(data, 1)));
      default -> throw unknown(operation);
    };
  }

  private @Nullable Datum ofBuffer(Operation operation, List<Datum> data, List<Type> types) {
    if (operation == Operation.BUFFER_NEW) {
      SimulatedMemory.requireLive(arena(data, 0));
      return new Datum.Buffer(arena(data, 0).generation());
    }
    Datum.Buffer buffer = (Datum.Buffer) data.getFirst();
    SimulatedMemory.requireLive(buffer.home, "a buffer");
    return switch (operation) {
      case BUFFER_APPEND -> {
        buffer.text.append(TextForm.of(data.get(1), types.get(1), null));
        yield null;
      }
      case BUFFER_LENGTH ->
          new Datum.Whole(buffer.text.toString().getBytes(StandardCharsets.UTF_8).length);
      case BUFFER_CLEAR -> {
        buffer.text.setLength(0);
        yield null;
      }
      case BUFFER_TO_STRING -> {
        SimulatedMemory.requireLive(arena(data, 1));
        yield Datum.Text.of(buffer.text.toString(), arena(data, 1).generation());
      }
      default -> throw unknown(operation);
    };
  }

  private @Nullable Datum ofArray(Operation operation, List<Datum> data) {
    if (operation == Operation.ARRAY_NEW) {
      SimulatedMemory.requireLive(arena(data, 0));
      return memory.newArray(arena(data, 0).generation());
    }
    Datum.Growable array = (Datum.Growable) data.getFirst();
    SimulatedMemory.requireLive(array.home, "an array");
    List<Cell> elements = array.elements;
    return switch (operation) {
      case ARRAY_LENGTH -> new Datum.Whole(elements.size());
      case ARRAY_PUSH -> {
        SimulatedMemory.requireOutlives(data.get(1), array.home);
        elements.add(new Cell(data.get(1)));
        yield null;
      }
      case ARRAY_POP -> elements.isEmpty() ? new Datum.Absent() : elements.removeLast().get();
      case ARRAY_GET -> {
        long index = whole(data, 1);
        boolean inside = index >= 0 && index < elements.size();
        yield inside ? elements.get((int) index).get().copy() : new Datum.Absent();
      }
      case ARRAY_INSERT -> {
        SimulatedMemory.requireOutlives(data.get(2), array.home);
        elements.add(checked(whole(data, 1), elements.size() + 1), new Cell(data.get(2)));
        yield null;
      }
      case ARRAY_REMOVE_AT -> elements.remove(checked(whole(data, 1), elements.size())).get();
      case ARRAY_CLEAR -> {
        elements.clear();
        yield null;
      }
      case ARRAY_RESERVE -> null;
      case ARRAY_REVERSE -> {
        Collections.reverse(elements);
        yield null;
      }
      default -> throw unknown(operation);
    };
  }

  private static Datum mathematics(Operation operation, List<Datum> data, Type type) {
    if (data.getFirst() instanceof Datum.Whole) {
      return ofIntegers(operation, data, type);
    }
    double x = ((Datum.Real) data.getFirst()).value();
    double y = data.size() > 1 ? ((Datum.Real) data.getLast()).value() : 0;
    double result =
        switch (operation) {
          case MATH_SQRT -> Math.sqrt(x);
          case MATH_POW -> Math.pow(x, y);
          case MATH_ABS -> Math.abs(x);
          case MATH_MIN -> Math.min(x, y);
          case MATH_MAX -> Math.max(x, y);
          case MATH_FLOOR -> Math.floor(x);
          case MATH_CEIL -> Math.ceil(x);
          case MATH_ROUND -> Math.copySign(Math.floor(Math.abs(x) + 0.5), x);
          case MATH_SIN -> Math.sin(x);
          case MATH_COS -> Math.cos(x);
          case MATH_TAN -> Math.tan(x);
          case MATH_ATAN2 -> Math.atan2(x, y);
          case MATH_EXP -> Math.exp(x);
          case MATH_LOG -> Math.log(x);
          default -> throw unknown(operation);
        };
    return new Datum.Real(type == Type.Scalar.F32 ? (float) result : result);
  }

  private static Datum ofIntegers(Operation operation, List<Datum> data, Type type) {
    long x = whole(data, 0);
    boolean unsigned = type instanceof Type.Scalar scalar && scalar.isUnsigned();
    boolean less =
        data.size() > 1
            && (unsigned ? Long.compareUnsigned(x, whole(data, 1)) < 0 : x < whole(data, 1));
    return switch (operation) {
      case MATH_ABS -> new Datum.Whole(Computation.fit(unsigned ? x : Math.abs(x), type));
      case MATH_MIN -> data.get(less ? 0 : 1);
      case MATH_MAX -> data.get(less ? 1 : 0);
      default -> throw unknown(operation);
    };
  }

  /// A byte of a string or buffer.
  Datum unit(Datum sequence, long index) {
    if (sequence instanceof Datum.Text text) {
      SimulatedMemory.requireLive(text.home(), "a string");
      return new Datum.Whole(text.unit(checked(index, text.length())));
    }
    Datum.Buffer buffer = (Datum.Buffer) sequence;
    SimulatedMemory.requireLive(buffer.home, "a buffer");
    byte[] bytes = buffer.text.toString().getBytes(StandardCharsets.UTF_8);
    return new Datum.Whole(bytes[checked(index, bytes.length)] & 0xFF);
  }

  static Cell element(Datum.Growable array, long index) {
    SimulatedMemory.requireLive(array.home, "an array");
    return array.elements.get(checked(index, array.elements.size()));
  }

  static int checked(long index, int length) {
    if (index < 0 || index >= length) {
      throw new PanicSignal("index out of range: " + index + ", length " + length);
    }
    return (int) index;
  }

  private static Datum slice(Datum.Text text, long from, long to) {
    boolean inside = 0 <= from && from <= to && to <= text.length();
    if (!inside || !isBoundary(text, (int) from) || !isBoundary(text, (int) to)) {
      throw new PanicSignal("slice out of range");
    }
    return text.slice((int) from, (int) to);
  }

  private static boolean isBoundary(Datum.Text text, int index) {
    return index == text.length() || (text.unit(index) & 0xC0) != 0x80;
  }

  /// The array is a temporary, its parts live where the string lives.
  private Datum split(Datum.Text text, Datum separator) {
    String by =
        separator instanceof Datum.Whole(long character)
            ? Character.toString((int) character)
            : ((Datum.Text) separator).string();
    Datum.Growable parts = memory.newArray(frame.get());
    byte[] mark = by.getBytes(StandardCharsets.UTF_8);
    int from = 0;
    for (int at = find(text, mark, from); at >= 0; at = find(text, mark, from)) {
      parts.elements.add(new Cell(text.slice(from, at)));
      from = at + mark.length;
    }
    parts.elements.add(new Cell(text.slice(from, text.length())));
    return parts;
  }

  /// By bytes: the difference of the first that differ, else of the lengths' order, as the runtime says it.
  private static int compare(String left, String right) {
    byte[] one = left.getBytes(StandardCharsets.UTF_8);
    byte[] two = right.getBytes(StandardCharsets.UTF_8);
    int at = Arrays.mismatch(one, two);
    return at < 0
        ? 0
        : at < Math.min(one.length, two.length)
            ? Byte.toUnsignedInt(one[at]) - Byte.toUnsignedInt(two[at])
            : Integer.compare(one.length, two.length);
  }

  private static int indexOf(Datum.Text text, String part) {
    return find(text, part.getBytes(StandardCharsets.UTF_8), 0);
  }

  private static int find(Datum.Text text, byte[] part, int from) {
    for (int at = from; at + part.length <= text.length(); at++) {
      int start = text.from() + at;
      if (Arrays.equals(text.bytes(), start, start + part.length, part, 0, part.length)) {
        return at;
      }
    }
    return -1;
  }

  private static Datum trim(Datum.Text text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.unit(from))) {
      from++;
    }
    while (to > from && isSpace(text.unit(to - 1))) {
      to--;
    }
    return text.slice(from, to);
  }

  private static boolean isSpace(int unit) {
    return unit == ' ' || unit >= '\t' && unit <= '\r';
  }

  private static int codePointAt(Datum.Text text, int offset) {
    return text.slice(offset, characterEnd(text, offset)).string().codePointAt(0);
  }

  private static int characterEnd(Datum.Text text, int offset) {
    int end = offset + 1;
    while (end < text.length() && !isBoundary(text, end)) {
      end++;
    }
    return end;
  }

  private interface Parse {
    Datum get();
  }

  private static Datum parsed(Parse parse) {
    try {
      return parse.get();
    } catch (NumberFormatException _) {
      return new Datum.Absent();
    }
  }

  private Datum temporary(String text) {
    return Datum.Text.of(text, frame.get());
  }

  private static Datum truth(boolean truth) {
    return new Datum.Whole(truth ? 1 : 0);
  }

  private static long whole(List<Datum> data, int index) {
    return Computation.whole(data.get(index));
  }

  private static SimulatedArena arena(List<Datum> data, int index) {
    return ((Datum.Handle) data.get(index)).arena();
  }

  private static Datum.Text text(List<Datum> data, int index) {
    return (Datum.Text) data.get(index);
  }

  private static String string(List<Datum> data, int index) {
    Datum.Text text = text(data, index);
    SimulatedMemory.requireLive(text.home(), "a string");
    return text.string();
  }

  private static IllegalStateException unknown(Operation operation) {
    return new IllegalStateException("the oracle does not know " + operation);
  }
}
