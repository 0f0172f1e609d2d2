package arenad.jvm.emit;

import arenad.ir.IrFunction;
import arenad.jvm.layout.Declarations;
import arenad.jvm.layout.Shapes;
import arenad.symbol.SymbolId;
import arenad.type.Type;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/// Emits a module as one class.
public final class ClassEmitting {

  private static final int ACCESS = Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER;
  private static final int METHOD_ACCESS = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;

  private static final String TOO_MANY_SLOTS =
      "its parameters take more than the 255 slots of a JVM method";

  private ClassEmitting() {}

  /// @param declarations of the structs whose values the functions handle
  public static Emitted of(ModuleCode module, Declarations declarations) {
    String className = module.className();
    FrameWriter writer = new FrameWriter();
    writer.visit(Opcodes.V25, ACCESS, className, null, "java/lang/Object", null);
    writer.visitSource(module.sourceFile(), null);
    ClassDraft draft = new ClassDraft(className, new Shapes(declarations), writer);
    List<String> names = methodsOf(module);
    for (int i = 0; i < names.size(); i++) {
      FunctionCode source = module.functions().get(i);
      if (!emit(source, names.get(i), draft)) {
        return new Emitted.FunctionTooLarge(source.function().symbol(), TOO_MANY_SLOTS);
      }
    }
    for (ExternCode source : module.externs()) {
      Signature signature = ExternEmitting.signature(source, draft);
      if (!signature.fits()) {
        return new Emitted.FunctionTooLarge(source.symbol(), TOO_MANY_SLOTS);
      }
      String name = JvmNames.methodOf(source.symbol(), 0);
      ExternEmitting.emit(source, signature, method(name, signature, draft));
    }
    Equality.emitMethods(draft);
    StaticInitialiser.emit(draft);
    writer.visitEnd();
    try {
      return new Emitted.ClassFile(className, writer.toByteArray());
    } catch (MethodTooLargeException e) {
      int index = names.indexOf(e.getMethodName());
      return index < 0
          ? new Emitted.ModuleTooLarge(module.module())
          : new Emitted.FunctionTooLarge(
              module.functions().get(index).function().symbol(),
              "its code takes more than the 64 KiB of a JVM method");
    } catch (ClassTooLargeException e) {
      return new Emitted.ModuleTooLarge(module.module());
    }
  }

  /// The tests of a module, in order, with the methods that hold their bodies.
  public static List<TestMethod> testsOf(ModuleCode module) {
    List<String> names = methodsOf(module);
    List<TestMethod> tests = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      SymbolId symbol = module.functions().get(i).function().symbol();
      if (symbol.kind() == SymbolId.Kind.TEST) {
        tests.add(new TestMethod(symbol, names.get(i)));
      }
    }
    return tests;
  }

  /// A test and the method that holds its body.
  public record TestMethod(SymbolId test, String method) {}

  /// The name of each function's method.
  private static List<String> methodsOf(ModuleCode module) {
    List<String> names = new ArrayList<>();
    int tests = 0;
    for (FunctionCode source : module.functions()) {
      SymbolId symbol = source.function().symbol();
      names.add(JvmNames.methodOf(symbol, tests));
      tests += symbol.kind() == SymbolId.Kind.TEST ? 1 : 0;
    }
    return names;
  }

  /// Returns whether its parameters fit.
  private static boolean emit(FunctionCode source, String name, ClassDraft draft) {
    IrFunction function = source.function();
    List<Type> parameters = SplitReceiver.parametersOf(function);
    Signature signature = Signature.of(parameters, function.result(), draft.shapes());
    if (!signature.fits()) {
      return false;
    }
    emit(source, name, signature, draft);
    Type self = draft.splitReceiver(function.symbol(), parameters, function.result());
    if (self != null) {
      List<Type> byValue = SplitReceiver.byValue(self, parameters);
      emit(
          new FunctionCode(ReceiverRewriting.of(function, self), source.lines()),
          name,
          Signature.of(byValue, function.result(), self, draft.shapes()),
          draft);
    }
    return true;
  }

  private static void emit(
      FunctionCode source, String name, Signature signature, ClassDraft draft) {
    FunctionEmitting.emit(source, signature, draft, method(name, signature, draft));
  }

  private static MethodVisitor method(String name, Signature signature, ClassDraft draft) {
    return draft.writer().visitMethod(METHOD_ACCESS, name, signature.descriptor(), null, null);
  }

  /// The only object in a method is the context, so that two paths never meet with different classes.
  private static final class FrameWriter extends ClassWriter {
    FrameWriter() {
      super(COMPUTE_FRAMES);
    }

    @Override
    protected String getCommonSuperClass(String one, String other) {
      return "java/lang/Object";
    }
  }
}
