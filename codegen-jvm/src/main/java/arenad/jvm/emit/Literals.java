package arenad.jvm.emit;

import arenad.jvm.layout.Component;
import arenad.jvm.layout.Shape;
import arenad.jvm.layout.Shapes;
import arenad.type.ConstantValue;
import arenad.type.Type;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The bytes that a class keeps outside the Java heap as long as the process lives: its string literals and its constants that are
/// in memory. Each content stands there once.
final class Literals {

  private static final int TABLE_ALIGN = 8;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Map<ByteBuffer, Integer> texts = new HashMap<>();
  private final Map<TableKey, Integer> tables = new HashMap<>();
  private final Map<ByteBuffer, Integer> wordTables = new HashMap<>();
  private final List<Pointer> pointers = new ArrayList<>();

  private record TableKey(ConstantValue constant, Type type) {}

  /// The eight bytes at `at` hold the address of what is at `target`; both are offsets.
  record Pointer(int at, int target) {}

  boolean isEmpty() {
    return bytes.size() == 0;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  List<Pointer> pointers() {
    return List.copyOf(pointers);
  }

  /// UTF-8; a lone surrogate that stands for a malformed byte of the source is that byte again.
  static byte[] bytesOf(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
    int at = 0;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      if (codePoint >= 0xDC80 && codePoint <= 0xDCFF) {
        out.write(codePoint - 0xDC00);
      } else {
        out.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
      }
      at += Character.charCount(codePoint);
    }
    return out.toByteArray();
  }

  /// Where the text stands. An empty one has an address too, because the address 0 is null.
  int text(byte[] text) {
    return texts.computeIfAbsent(
        ByteBuffer.wrap(text),
        _ -> {
          int offset = bytes.size();
          bytes.writeBytes(text.length == 0 ? new byte[1] : text);
          return offset;
        });
  }

  /// Where a constant in memory stands.
  int table(ConstantValue constant, Type type, Shapes shapes) {
    TableKey key = new TableKey(constant, type);
    Integer known = tables.get(key);
    if (known != null) {
      return known;
    }
    Shape shape = shapes.of(type);
    ByteBuffer table = ByteBuffer.allocate(Math.toIntExact(Math.max(shape.size(), 1)));
    table.order(ByteOrder.LITTLE_ENDIAN);
    List<Pointer> inside = new ArrayList<>();
    write(constant, type, shapes, table, 0, inside);
    align();
    int offset = bytes.size();
    bytes.writeBytes(table.array());
    inside.forEach(p -> pointers.add(new Pointer(offset + p.at(), p.target())));
    tables.put(key, offset);
    return offset;
  }

  /// Where a table of words stands.
  int words(byte[] words) {
    return wordTables.computeIfAbsent(
        ByteBuffer.wrap(words),
        _ -> {
          align();
          int offset = bytes.size();
          bytes.writeBytes(words);
          return offset;
        });
  }

  private void align() {
    while (bytes.size() % TABLE_ALIGN != 0) {
      bytes.write(0);
    }
  }

  private void write(
      ConstantValue constant,
      Type type,
      Shapes shapes,
      ByteBuffer table,
      int at,
      List<Pointer> inside) {
    if (constant instanceof ConstantValue.Null) {
      return;
    }
    Shape shape = shapes.of(type);
    if (type instanceof Type.Optional(Type of)) {
      write(constant, of, shapes, table, at, inside);
      if (shape.hasFlag()) {
        table.put(at + (int) shape.presence(), (byte) 1);
      }
      return;
    }
    switch (constant) {
      case ConstantValue.Int(long bits) -> scalar(shape, table, at, bits);
      case ConstantValue.Bool(boolean value) -> scalar(shape, table, at, value ? 1 : 0);
      case ConstantValue.Char(int codePoint) -> scalar(shape, table, at, codePoint);
      case ConstantValue.Float(double value) ->
          scalar(
              shape,
              table,
              at,
              type == Type.Scalar.F32
                  ? Float.floatToRawIntBits((float) value)
                  : Double.doubleToRawLongBits(value));
      case ConstantValue.Text(String value) -> {
        byte[] text = bytesOf(value);
        inside.add(new Pointer(at, text(text)));
        table.putInt(at + (int) shape.components().get(1).offset(), text.length);
      }
      case ConstantValue.Aggregate(_, List<ConstantValue> members) -> {
        for (int i = 0; i < members.size(); i++) {
          if (type instanceof Type.FixedArray(Type element, _)) {
            int offset = at + (int) (i * shapes.of(element).size());
            write(members.get(i), element, shapes, table, offset, inside);
          } else {
            Shape.Member member = shape.members().get(i);
            int offset = at + (int) member.offset();
            write(members.get(i), member.type(), shapes, table, offset, inside);
          }
        }
      }
      case ConstantValue.Null _ -> {}
      case ConstantValue.Unknown _ ->
          throw new IllegalArgumentException("a constant with an error reached emission: " + type);
    }
  }

  private static void scalar(Shape shape, ByteBuffer table, int at, long bits) {
    Component only = shape.components().getFirst();
    switch (only.width().bytes()) {
      case 1 -> table.put(at, (byte) bits);
      case 2 -> table.putShort(at, (short) bits);
      case 4 -> table.putInt(at, (int) bits);
      default -> table.putLong(at, bits);
    }
  }
}
