package arenad.jvm.link;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/// What becomes of the methods of a class of the runtime when it is changed for a mode.
interface Weave {
  int API = Opcodes.ASM9;

  /// What writes a method down instead of `code`, which writes it as it is; or `code`.
  MethodVisitor method(int access, String name, String descriptor, MethodVisitor code);

  /// The class with its methods changed.
  static byte[] into(byte[] type, Weave weave) {
    ClassReader reader = new ClassReader(type);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(
        new ClassVisitor(API, writer) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String generic, String[] thrown) {
            MethodVisitor code = super.visitMethod(access, name, descriptor, generic, thrown);
            return weave.method(access, name, descriptor, code);
          }
        },
        0);
    return writer.toByteArray();
  }
}
