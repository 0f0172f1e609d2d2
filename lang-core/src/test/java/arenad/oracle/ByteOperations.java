package arenad.oracle;

import arenad.type.Type;
import arenad.typed.Operation;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Buffers of bytes: arrays whose elements are numbers from 0 to 255.
final class ByteOperations {

  private ByteOperations() {}

  static @Nullable Datum of(
      Operation operation, List<Datum> data, List<Type> types, SimulatedMemory memory) {
    if (operation == Operation.BYTES_NEW) {
      SimulatedArena arena = ((Datum.Handle) data.getFirst()).arena();
      SimulatedMemory.requireLive(arena);
      return memory.newArray(arena.generation());
    }
    Datum.Growable buffer = (Datum.Growable) data.getFirst();
    SimulatedMemory.requireLive(buffer.home, "a buffer");
    return switch (operation) {
      case BYTES_APPEND -> {
        for (byte each : bytes(data.get(1), types.get(1))) {
          buffer.elements.add(new Cell(new Datum.Whole(each & 0xFF)));
        }
        yield null;
      }
      case BYTES_LENGTH -> new Datum.Whole(buffer.elements.size());
      case BYTES_CLEAR -> {
        buffer.elements.clear();
        yield null;
      }
      case BYTES_TO_STRING -> {
        SimulatedArena arena = ((Datum.Handle) data.get(1)).arena();
        SimulatedMemory.requireLive(arena);
        String text = new String(all(buffer.elements), StandardCharsets.UTF_8);
        yield Datum.Text.of(text, arena.generation());
      }
      default -> throw new IllegalStateException("the oracle does not know " + operation);
    };
  }

  private static byte[] bytes(Datum datum, Type type) {
    return switch (datum) {
      case Datum.Whole(long bits) when type == Type.Scalar.CHAR ->
          Character.toString((int) bits).getBytes(StandardCharsets.UTF_8);
      case Datum.Whole(long bits) -> lowest(bits, ((Type.Scalar) type).bytes());
      case Datum.Real(double value) when type == Type.Scalar.F32 ->
          lowest(Float.floatToRawIntBits((float) value), Float.BYTES);
      case Datum.Real(double value) -> lowest(Double.doubleToRawLongBits(value), Double.BYTES);
      case Datum.Text text -> {
        SimulatedMemory.requireLive(text.home(), "a string");
        yield text.string().getBytes(StandardCharsets.UTF_8);
      }
      case Datum.Growable other -> {
        SimulatedMemory.requireLive(other.home, "a buffer");
        yield all(new ArrayList<>(other.elements));
      }
      case Datum.Slice(List<Cell> cells, Home home) -> {
        SimulatedMemory.requireLive(home, "a span");
        yield all(cells);
      }
      case Datum other -> throw new IllegalStateException("no bytes of " + other);
    };
  }

  private static byte[] lowest(long bits, int count) {
    byte[] all = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(bits).array();
    return Arrays.copyOf(all, count);
  }

  private static byte[] all(List<Cell> cells) {
    byte[] bytes = new byte[cells.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Computation.whole(cells.get(i).get());
    }
    return bytes;
  }
}
