package arenad.jvm.layout;

import arenad.type.Type;
import java.util.List;

/// How values of one type stand in memory and on the operand stack.
///
/// A value is either *split*, its components each a JVM value of their own, or *in memory*: then the JVM value is the
/// address of frame memory, or of wherever it was read from, and an assignment copies bytes.
///
/// @param size bytes, a multiple of `align`
/// @param components of a split value, in the order in which they stand on the operand stack; an in-memory value has
///     one, its address
/// @param members of a struct or tuple, the payload of an optional that has a presence flag, or the variants of a union
/// @param presence offset of the flag of such an optional, else -1; on the operand stack the flag comes last
public record Shape(
    long size,
    int align,
    boolean inMemory,
    List<Component> components,
    List<Member> members,
    long presence) {
  public Shape {
    components = List.copyOf(components);
    members = List.copyOf(members);
  }

  /// A part of a value.
  ///
  /// @param firstComponent which of the container's components is the part's first; meaningless in memory and of a variant
  public record Member(String name, Type type, Shape shape, long offset, int firstComponent) {}

  /// Whether null is told by a flag and not by the address 0.
  public boolean hasFlag() {
    return presence >= 0;
  }

  /// The bytes that an object of this shape takes in an arena.
  public long objectSize() {
    return Math.max(Shapes.roundUp(size, Shapes.OBJECT_ALIGN), Shapes.OBJECT_ALIGN);
  }

  /// The distance between elements of this shape in an array.
  public long stride() {
    return Math.max(size, 1);
  }
}
