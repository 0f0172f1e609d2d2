package arenad.jvm.run;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/// The answers of `flip()`: generated programs ask it which way to go.
public final class Choices {

  private static final int API = Opcodes.ASM9;

  private static String planned = "";
  private static int next;

  private Choices() {}

  /// What comes next, in digits; when they are used up the answer is no.
  static void plan(String digits) {
    planned = digits;
    next = 0;
  }

  /// Emitted code calls this.
  public static boolean next() {
    return next < planned.length() && planned.charAt(next++) == '1';
  }

  /// The class with a `flip` that asks for the choices, if it has one.
  static byte[] intoFlip(byte[] bytes) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(bytes)
        .accept(
            new ClassVisitor(API, writer) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String descriptor, String generic, String[] thrown) {
                MethodVisitor code = super.visitMethod(access, name, descriptor, generic, thrown);
                if (!name.equals("flip")
                    || !descriptor.endsWith(")Z") && !descriptor.endsWith(")I")) {
                  return code;
                }
                code.visitCode();
                code.visitMethodInsn(
                    Opcodes.INVOKESTATIC,
                    Choices.class.getName().replace('.', '/'),
                    "next",
                    "()Z",
                    false);
                code.visitInsn(Opcodes.IRETURN);
                code.visitMaxs(1, 1);
                code.visitEnd();
                return null;
              }
            },
            0);
    return writer.toByteArray();
  }
}
