package arenad.jvm.emit;

import arenad.jvm.abi.RuntimeEntry;
import arenad.jvm.layout.Component;
import arenad.jvm.layout.Shapes;
import arenad.type.Binding;
import arenad.type.Type;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/// Writes the method of an `extern` function: it hands its arguments over as the other side wants them.
final class ExternEmitting {
  private final ExternCode source;
  private final Signature signature;
  private final MethodVisitor method;
  private final Code code;

  private ExternEmitting(ExternCode source, Signature signature, MethodVisitor method) {
    this.source = source;
    this.signature = signature;
    this.method = method;
    this.code = new Code(method, signature.slots());
  }

  /// The signature by which other functions call it. A text that Java gives back is left in the context,
  /// and the caller is given a number instead.
  static Signature signature(ExternCode source, ClassDraft draft) {
    boolean leavesText = isJava(source) && JavaSignature.isText(source.result());
    Type result = leavesText ? Type.Scalar.I32 : source.result();
    return Signature.of(source.parameters(), result, draft.shapes());
  }

  private static boolean isJava(ExternCode source) {
    return source.binding().convention() == Binding.Convention.JAVA;
  }

  static void emit(ExternCode source, Signature signature, MethodVisitor method) {
    ExternEmitting emitting = new ExternEmitting(source, signature, method);
    method.visitCode();
    Label start = new Label();
    method.visitLabel(start);
    method.visitLineNumber(source.line(), start);
    switch (source.binding().convention()) {
      case JAVA -> emitting.java();
      case RUNTIME, ENDING -> emitting.runtime();
      case INTRINSIC -> throw new IllegalArgumentException("has no method: " + source.symbol());
    }
    method.visitMaxs(0, 0);
    method.visitEnd();
  }

  private String owner() {
    return source.binding().owner().replace('.', '/');
  }

  private void runtime() {
    code.context();
    for (Signature.Parameter parameter : signature.parameters()) {
      push(parameter);
    }
    code.call(owner(), source.binding().method(), signature.descriptor());
    leave();
  }

  /// Pushes the components of a parameter.
  private void push(Signature.Parameter parameter) {
    int slot = parameter.slot();
    for (Component component : parameter.shape().components()) {
      code.load(component.kind(), slot);
      slot += component.kind().slots();
    }
  }

  private void java() {
    Label begin = new Label();
    Label end = new Label();
    Label handler = new Label();
    method.visitTryCatchBlock(begin, end, handler, "java/lang/Throwable");
    code.place(begin);
    List<Type> parameters = source.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      pass(parameters.get(i), signature.parameters().get(i));
    }
    code.call(
        owner(), source.binding().method(), JavaSignature.descriptor(parameters, source.result()));
    code.place(end);
    takeBack();
    fromJava(source.result());
    leave();
    code.place(handler);
    int failure = signature.slots();
    method.visitVarInsn(Opcodes.ASTORE, failure);
    takeBack();
    code.constant(name());
    method.visitVarInsn(Opcodes.ALOAD, failure);
    code.raise(RuntimeEntry.EXTERNS_FAILED);
  }

  private String name() {
    return source.binding().owner() + "." + source.binding().method();
  }

  /// Ends what Java may see of spans.
  private void takeBack() {
    if (source.parameters().stream().anyMatch(JavaSignature::isSpan)) {
      code.context();
      code.call(RuntimeEntry.EXTERNS_TAKE_BACK);
    }
  }

  /// Pushes a parameter as Java wants it.
  private void pass(Type type, Signature.Parameter parameter) {
    if (type instanceof Type.Builtin span) {
      code.context();
      push(parameter);
      code.constant(Shapes.widthOf((Type.Scalar) span.arguments().getFirst()).bytes());
      code.call(RuntimeEntry.EXTERNS_LEND);
      return;
    }
    push(parameter);
    if (type == Type.Scalar.U32) {
      code.operation(Opcodes.I2L);
      code.constant(0xffffffffL);
      code.operation(Opcodes.LAND);
    } else if (JavaSignature.isText(type)) {
      code.call(RuntimeEntry.EXTERNS_TEXT);
    }
  }

  private void fromJava(Type type) {
    switch (type) {
      case Type.Scalar scalar -> fromJava(scalar);
      case Type.Text _ -> keep(RuntimeEntry.EXTERNS_KEEP_TEXT);
      case Type.Optional _ -> keep(RuntimeEntry.EXTERNS_KEEP_OPTIONAL_TEXT);
      case Type _ -> {}
    }
  }

  private void fromJava(Type.Scalar scalar) {
    switch (scalar) {
      case U8 -> mask(0xff);
      case U16 -> mask(0xffff);
      case U32 -> code.operation(Opcodes.L2I);
      case CHAR -> {
        code.operation(Opcodes.I2L);
        code.call(RuntimeEntry.NUMBERS_TO_CHAR);
      }
      case BOOL, I8, I16, I32, I64, U64, F32, F64 -> {}
    }
  }

  private void mask(int bits) {
    code.constant(bits);
    code.operation(Opcodes.IAND);
  }

  private void keep(RuntimeEntry entry) {
    code.context();
    code.operation(Opcodes.SWAP);
    if (entry == RuntimeEntry.EXTERNS_KEEP_TEXT) {
      code.constant(name());
    }
    code.call(entry);
  }

  private void leave() {
    if (signature.returned().isEmpty()) {
      code.operation(Opcodes.RETURN);
    } else {
      code.result(signature.returned().getFirst().kind());
    }
  }
}
