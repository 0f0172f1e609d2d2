package arenad.jvm.listing;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.util.Textifier;
import org.objectweb.asm.util.TraceClassVisitor;

/// The instructions of a class file, in the form of ASM's `Textifier`.
public final class BytecodeListing {

  private BytecodeListing() {}

  /// The whole class.
  public static String of(byte[] classFile) {
    return of(classFile, _ -> true);
  }

  /// @param methods the names of the methods to show
  public static String of(byte[] classFile, Predicate<String> methods) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    ClassVisitor printer = new TraceClassVisitor(null, new Textifier(), out);
    new ClassReader(classFile).accept(new Chosen(printer, methods), 0);
    return text.toString();
  }

  private static final class Chosen extends ClassVisitor {
    private final Predicate<String> methods;

    Chosen(ClassVisitor next, Predicate<String> methods) {
      super(Opcodes.ASM9, next);
      this.methods = methods;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      return methods.test(name)
          ? super.visitMethod(access, name, descriptor, signature, exceptions)
          : null;
    }
  }
}
