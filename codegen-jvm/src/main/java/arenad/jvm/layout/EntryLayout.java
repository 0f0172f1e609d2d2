package arenad.jvm.layout;

import arenad.type.Type;
import java.util.List;

/// How an entry of a map stands in memory: as a tuple of its hash, its key and its value.
///
/// @param entry the type of the tuple
/// @param shape of the tuple
public record EntryLayout(Type entry, Shape shape) {

  /// The kinds of keys that the runtime tells apart.
  public enum KeyKind {
    /// Everything of at most 32 bits, stored in 32.
    I32,
    I64,
    TEXT
  }

  /// The layout of a `Map<key, value>`.
  static EntryLayout of(Type key, Type value, Shapes shapes) {
    Type stored = kindOf(key) == KeyKind.I32 ? Type.Scalar.I32 : key;
    Type entry = new Type.Tuple(List.of(Type.Scalar.U32, stored, value));
    return new EntryLayout(entry, shapes.of(entry));
  }

  public static KeyKind kindOf(Type key) {
    if (key instanceof Type.Text) {
      return KeyKind.TEXT;
    }
    return ((Type.Scalar) key).bytes() == Type.Scalar.I64.bytes() ? KeyKind.I64 : KeyKind.I32;
  }

  public Shape.Member key() {
    return shape.members().get(1);
  }

  public Shape.Member value() {
    return shape.members().get(2);
  }

  public int stride() {
    return Math.toIntExact(shape.size());
  }
}
