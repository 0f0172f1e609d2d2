package arenad.jvm.emit;

import arenad.jvm.abi.RuntimeEntry;
import arenad.jvm.layout.Kind;
import arenad.jvm.layout.Width;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/// Writes `<clinit>`: it tells the runtime what labels of regions are called, and fills the memory of literals. The field is final, so that the JIT takes its value for a constant.
///
/// The bytes stand in the class file as strings of chars from 0 to 255. Behind the literals stand pairs of offsets, where a
/// pointer is and what it leads to, which a loop turns into addresses.
final class StaticInitialiser {

  /// A char above 127, and 0, take two bytes in a class file, where a string has at most 65,535.
  private static final int CHARS_PER_STRING = 32_000;

  private static final int PAIR_BYTES = 8;

  private static final int ACCESS = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;

  private StaticInitialiser() {}

  static void emit(ClassDraft draft) {
    if (draft.literals().isEmpty() && draft.labels().isEmpty() && draft.channels().isEmpty()) {
      return;
    }
    MethodVisitor method =
        draft.writer().visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
    method.visitCode();
    Code code = new Code(method, 0);
    for (String label : draft.labels()) {
      code.constant(label);
      code.call(RuntimeEntry.REGIONS_NAME);
    }
    if (!draft.literals().isEmpty()) {
      literals(draft, code);
    }
    for (int i = 0; i < draft.channels().size(); i++) {
      String field = ClassDraft.channelField(i);
      draft.writer().visitField(ACCESS, field, RuntimeEntry.CHANNEL, null, null).visitEnd();
      code.constant(draft.channels().get(i));
      code.call(RuntimeEntry.CHANNELS_OF);
      code.putStaticObject(draft.className(), field, RuntimeEntry.CHANNEL);
    }
    code.operation(Opcodes.RETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
  }

  private static void literals(ClassDraft draft, Code code) {
    Literals literals = draft.literals();
    draft.writer().visitField(ACCESS, ClassDraft.LITERALS, "J", null, null).visitEnd();
    byte[] all = withPointers(literals);
    int base = code.newSlot(Kind.LONG);
    code.constant((long) all.length);
    code.call(RuntimeEntry.LITERALS_ALLOCATE);
    code.duplicate(Kind.LONG);
    code.duplicate(Kind.LONG);
    code.store(Kind.LONG, base);
    code.putStaticLong(draft.className(), ClassDraft.LITERALS);
    for (int from = 0; from < all.length; from += CHARS_PER_STRING) {
      int length = Math.min(CHARS_PER_STRING, all.length - from);
      code.constant(new String(all, from, length, StandardCharsets.ISO_8859_1));
      code.call(RuntimeEntry.LITERALS_STORE);
    }
    code.pop(Kind.LONG);
    if (!literals.pointers().isEmpty()) {
      int pairs = PAIR_BYTES * literals.pointers().size();
      relocate(code, base, all.length - pairs, all.length);
    }
  }

  private static byte[] withPointers(Literals literals) {
    byte[] bytes = literals.bytes();
    List<Literals.Pointer> pointers = literals.pointers();
    ByteBuffer all =
        ByteBuffer.allocate(bytes.length + PAIR_BYTES * pointers.size())
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(bytes);
    for (Literals.Pointer pointer : pointers) {
      all.putInt(pointer.at()).putInt(pointer.target());
    }
    return all.array();
  }

  private static void relocate(Code code, int base, int from, int to) {
    int at = code.newSlot(Kind.LONG);
    Label again = new Label();
    Label end = new Label();
    code.load(Kind.LONG, base);
    code.advance(from);
    code.store(Kind.LONG, at);
    code.place(again);
    code.load(Kind.LONG, at);
    code.load(Kind.LONG, base);
    code.advance(to);
    code.operation(Opcodes.LCMP);
    code.jump(Opcodes.IFGE, end);
    pushAddress(code, base, at, 0);
    pushAddress(code, base, at, Integer.BYTES);
    code.write(Width.I64);
    code.load(Kind.LONG, at);
    code.advance(PAIR_BYTES);
    code.store(Kind.LONG, at);
    code.jump(again);
    code.place(end);
  }

  private static void pushAddress(Code code, int base, int at, int offset) {
    code.load(Kind.LONG, base);
    code.load(Kind.LONG, at);
    code.advance(offset);
    code.read(Width.I32);
    code.operation(Opcodes.I2L);
    code.operation(Opcodes.LADD);
  }
}
