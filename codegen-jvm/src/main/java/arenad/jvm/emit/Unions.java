package arenad.jvm.emit;

import arenad.jvm.layout.Component;
import arenad.jvm.layout.Kind;
import arenad.jvm.layout.Shape;
import arenad.jvm.layout.Shapes;
import arenad.jvm.layout.Width;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/// Puts values into unions and takes them out. In memory a variant is laid out behind the tag as it always is; a split
/// union has that memory in words, and what a variant holds is shifted into them and out of them.
final class Unions {

  private static final int WORD_BITS = 64;

  private final Code code;
  private final Moves moves;

  Unions(Code code) {
    this.code = code;
    moves = new Moves(code);
  }

  /// Pushes the components of a split union whose payload is held in local variables.
  void pushSplit(int tag, Location.Slots payload, Shape variant, Shape union) {
    code.constant(tag);
    for (int word = 0; word < union.components().size() - 1; word++) {
      pushWord(word, payload, variant);
    }
  }

  private void pushWord(int word, Location.Slots payload, Shape variant) {
    boolean empty = true;
    for (int i = 0; i < variant.components().size(); i++) {
      Component component = variant.components().get(i);
      if (component.offset() / 8 == word) {
        code.load(component.kind(), payload.slots().get(i));
        pushBits(component);
        if (!empty) {
          code.operation(Opcodes.LOR);
        }
        empty = false;
      }
    }
    if (empty) {
      code.constant(0L);
    }
  }

  /// From the value of a component to its bits where they stand in their word.
  private void pushBits(Component component) {
    switch (component.kind()) {
      case INT -> code.operation(Opcodes.I2L);
      case LONG -> {}
      case FLOAT -> {
        code.call("java/lang/Float", "floatToRawIntBits", "(F)I");
        code.operation(Opcodes.I2L);
      }
      case DOUBLE -> code.call("java/lang/Double", "doubleToRawLongBits", "(D)J");
    }
    int bits = component.width().bytes() * 8;
    if (bits < WORD_BITS) {
      code.constant(-1L >>> WORD_BITS - bits);
      code.operation(Opcodes.LAND);
      shift(component, Opcodes.LSHL);
    }
  }

  private void shift(Component component, int operation) {
    int distance = (int) (component.offset() % 8) * 8;
    if (distance > 0) {
      code.constant(distance);
      code.operation(operation);
    }
  }

  /// Where what a union holds is, if it is that variant; for one use.
  Location payload(Location union, Shape variant) {
    return union instanceof Location.Slots slots
        ? unpacked(slots, variant)
        : Moves.behind(union, Shapes.PAYLOAD);
  }

  private Location.Slots unpacked(Location.Slots union, Shape variant) {
    List<Integer> slots = new ArrayList<>();
    for (Component component : variant.components()) {
      code.load(Kind.LONG, union.slots().get(1 + (int) (component.offset() / 8)));
      pushValue(component);
      int slot = code.newSlot(component.kind());
      code.store(component.kind(), slot);
      slots.add(slot);
    }
    return new Location.Slots(slots);
  }

  /// From a word to the value of a component in it.
  private void pushValue(Component component) {
    if (component.kind() == Kind.LONG) {
      return;
    }
    if (component.kind() == Kind.DOUBLE) {
      code.call("java/lang/Double", "longBitsToDouble", "(J)D");
      return;
    }
    shift(component, Opcodes.LUSHR);
    code.operation(Opcodes.L2I);
    switch (component.width()) {
      case I8 -> code.operation(Opcodes.I2B);
      case U8 -> {
        code.constant(0xFF);
        code.operation(Opcodes.IAND);
      }
      case I16 -> code.operation(Opcodes.I2S);
      case U16 -> code.operation(Opcodes.I2C);
      case F32 -> code.call("java/lang/Float", "intBitsToFloat", "(I)F");
      case I32, I64, F64 -> {}
    }
  }

  /// Pushes the tag of a union; of a reference to one it is the second component.
  void pushTag(Location location, Shape shape, boolean reference) {
    if (location instanceof Location.Slots(List<Integer> slots)) {
      code.load(Kind.INT, slots.get(reference ? 1 : 0));
      return;
    }
    moves.pushAddress(
        reference ? Moves.behind(location, shape.components().get(1).offset()) : location);
    code.read(Width.I32);
  }

  /// Writes the tag of a union in memory.
  void writeTag(Location union, int tag) {
    moves.pushAddress(union);
    code.constant(tag);
    code.write(Width.I32);
  }

  /// Jumps to the label of the tag on the operand stack, the first being that of 1.
  void jumpByTag(List<Label> labels) {
    code.jumpByNumber(1, labels.getLast(), labels);
  }
}
