package arenad.jvm.emit;

import arenad.jvm.abi.Context;
import arenad.jvm.abi.RuntimeEntry;
import arenad.jvm.layout.Kind;
import arenad.jvm.layout.Width;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/// Writes instructions of one method, the shortest form of each, and hands out local variable slots.
final class Code {

  private static final int CONTEXT_SLOT = 0;

  private final MethodVisitor method;
  private int nextSlot;

  Code(MethodVisitor method, int firstFreeSlot) {
    this.method = method;
    this.nextSlot = firstFreeSlot;
  }

  // ---- slots

  int newSlot(Kind kind) {
    int slot = nextSlot;
    nextSlot += kind.slots();
    return slot;
  }

  /// Slots handed out from here on may be taken back with [#releaseSlots].
  int markSlots() {
    return nextSlot;
  }

  void releaseSlots(int mark) {
    nextSlot = mark;
  }

  // ---- constants

  void constant(int value) {
    if (value >= -1 && value <= 5) {
      method.visitInsn(Opcodes.ICONST_0 + value);
    } else if (value == (byte) value) {
      method.visitIntInsn(Opcodes.BIPUSH, value);
    } else if (value == (short) value) {
      method.visitIntInsn(Opcodes.SIPUSH, value);
    } else {
      method.visitLdcInsn(value);
    }
  }

  void constant(long value) {
    if (value == 0 || value == 1) {
      method.visitInsn(Opcodes.LCONST_0 + (int) value);
    } else if (value == (short) value) {
      constant((int) value);
      method.visitInsn(Opcodes.I2L);
    } else {
      method.visitLdcInsn(value);
    }
  }

  void constant(float value) {
    int bits = Float.floatToRawIntBits(value);
    if (bits == 0) {
      method.visitInsn(Opcodes.FCONST_0);
    } else if (value == 1 || value == 2) {
      method.visitInsn(Opcodes.FCONST_0 + (int) value);
    } else {
      method.visitLdcInsn(value);
    }
  }

  void constant(double value) {
    long bits = Double.doubleToRawLongBits(value);
    if (bits == 0) {
      method.visitInsn(Opcodes.DCONST_0);
    } else if (value == 1) {
      method.visitInsn(Opcodes.DCONST_1);
    } else {
      method.visitLdcInsn(value);
    }
  }

  void constant(String value) {
    method.visitLdcInsn(value);
  }

  void zero(Kind kind) {
    switch (kind) {
      case INT -> constant(0);
      case LONG -> constant(0L);
      case FLOAT -> constant(0f);
      case DOUBLE -> constant(0d);
    }
  }

  // ---- moving values

  void load(Kind kind, int slot) {
    method.visitVarInsn(
        switch (kind) {
          case INT -> Opcodes.ILOAD;
          case LONG -> Opcodes.LLOAD;
          case FLOAT -> Opcodes.FLOAD;
          case DOUBLE -> Opcodes.DLOAD;
        },
        slot);
  }

  void store(Kind kind, int slot) {
    method.visitVarInsn(
        switch (kind) {
          case INT -> Opcodes.ISTORE;
          case LONG -> Opcodes.LSTORE;
          case FLOAT -> Opcodes.FSTORE;
          case DOUBLE -> Opcodes.DSTORE;
        },
        slot);
  }

  void pop(Kind kind) {
    method.visitInsn(kind.slots() == 1 ? Opcodes.POP : Opcodes.POP2);
  }

  void duplicate(Kind kind) {
    method.visitInsn(kind.slots() == 1 ? Opcodes.DUP : Opcodes.DUP2);
  }

  /// Adds a constant to the address on the stack.
  void advance(long bytes) {
    if (bytes != 0) {
      constant(bytes);
      method.visitInsn(Opcodes.LADD);
    }
  }

  /// Replaces the address on the stack by what stands there.
  void read(Width width) {
    call(
        switch (width) {
          case I8 -> RuntimeEntry.MEMORY_I8;
          case U8 -> RuntimeEntry.MEMORY_U8;
          case I16 -> RuntimeEntry.MEMORY_I16;
          case U16 -> RuntimeEntry.MEMORY_U16;
          case I32 -> RuntimeEntry.MEMORY_I32;
          case I64 -> RuntimeEntry.MEMORY_I64;
          case F32 -> RuntimeEntry.MEMORY_F32;
          case F64 -> RuntimeEntry.MEMORY_F64;
        });
  }

  /// Writes the value on the stack to the address below it.
  void write(Width width) {
    call(
        switch (width) {
          case I8, U8 -> RuntimeEntry.MEMORY_PUT_I8;
          case I16, U16 -> RuntimeEntry.MEMORY_PUT_I16;
          case I32 -> RuntimeEntry.MEMORY_PUT_I32;
          case I64 -> RuntimeEntry.MEMORY_PUT_I64;
          case F32 -> RuntimeEntry.MEMORY_PUT_F32;
          case F64 -> RuntimeEntry.MEMORY_PUT_F64;
        });
  }

  // ---- calls

  void context() {
    method.visitVarInsn(Opcodes.ALOAD, CONTEXT_SLOT);
  }

  void call(RuntimeEntry entry) {
    method.visitMethodInsn(
        entry.isVirtual() ? Opcodes.INVOKEVIRTUAL : Opcodes.INVOKESTATIC,
        entry.owner().internalName(),
        entry.method(),
        entry.descriptor(),
        false);
  }

  void call(String owner, String name, String descriptor) {
    method.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, descriptor, false);
  }

  /// Makes the panic and throws it.
  void raise(RuntimeEntry entry) {
    call(entry);
    method.visitInsn(Opcodes.ATHROW);
  }

  /// Pushes a further component of the result that the last call left in the context.
  void readReturnSlot(int index, Kind kind) {
    context();
    method.visitFieldInsn(Opcodes.GETFIELD, Context.CLASS, Context.returnSlot(index), "J");
    switch (kind) {
      case INT -> operation(Opcodes.L2I);
      case LONG -> {}
      case FLOAT -> {
        operation(Opcodes.L2I);
        call("java/lang/Float", "intBitsToFloat", "(I)F");
      }
      case DOUBLE -> call("java/lang/Double", "longBitsToDouble", "(J)D");
    }
  }

  /// Writes the value on the stack, below which the context stands, as a further component of the result.
  void writeReturnSlot(int index, Kind kind) {
    switch (kind) {
      case INT -> operation(Opcodes.I2L);
      case LONG -> {}
      case FLOAT -> {
        call("java/lang/Float", "floatToRawIntBits", "(F)I");
        operation(Opcodes.I2L);
      }
      case DOUBLE -> call("java/lang/Double", "doubleToRawLongBits", "(D)J");
    }
    method.visitFieldInsn(Opcodes.PUTFIELD, Context.CLASS, Context.returnSlot(index), "J");
  }

  void result(Kind kind) {
    method.visitInsn(
        switch (kind) {
          case INT -> Opcodes.IRETURN;
          case LONG -> Opcodes.LRETURN;
          case FLOAT -> Opcodes.FRETURN;
          case DOUBLE -> Opcodes.DRETURN;
        });
  }

  // ---- everything else

  void operation(int opcode) {
    method.visitInsn(opcode);
  }

  void jump(int opcode, Label target) {
    method.visitJumpInsn(opcode, target);
  }

  void jump(Label target) {
    method.visitJumpInsn(Opcodes.GOTO, target);
  }

  /// Jumps to the label of the `int` on the stack, the first being that of `first`.
  void jumpByNumber(int first, Label otherwise, List<Label> labels) {
    method.visitTableSwitchInsn(
        first, first + labels.size() - 1, otherwise, labels.toArray(Label[]::new));
  }

  void place(Label label) {
    method.visitLabel(label);
  }

  void putStaticLong(String owner, String field) {
    method.visitFieldInsn(Opcodes.PUTSTATIC, owner, field, "J");
  }

  void staticObject(String owner, String field, String descriptor) {
    method.visitFieldInsn(Opcodes.GETSTATIC, owner, field, descriptor);
  }

  void putStaticObject(String owner, String field, String descriptor) {
    method.visitFieldInsn(Opcodes.PUTSTATIC, owner, field, descriptor);
  }

  void constantClass(String internalName) {
    method.visitLdcInsn(Type.getObjectType(internalName));
  }

  void staticLong(String owner, String field) {
    method.visitFieldInsn(Opcodes.GETSTATIC, owner, field, "J");
  }
}
