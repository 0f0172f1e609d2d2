package arenad.jvm.link;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/// The runtime of a checked program: of the plain one, with two classes changed.
///
/// All access to memory goes through one class, `Memory`. Here each of its methods that has a twin in `Watch` begins with a call of that;
/// and `CheckedMode.on()` answers yes. So a plain program pays nothing, and the classes of a program are the same in both.
final class CheckedRuntime {

  private static final String MEMORY = "arenad/memory/Memory";
  private static final String WATCH = "arenad/memory/Watch";
  private static final String MODE = "arenad/memory/CheckedMode";

  private CheckedRuntime() {}

  static SortedMap<String, byte[]> of(SortedMap<String, byte[]> plain) {
    SortedMap<String, byte[]> checked = new TreeMap<>(plain);
    Map<String, String> twins = twins(bytes(plain, WATCH));
    checked.put(MEMORY + ".class", watched(bytes(plain, MEMORY), twins));
    checked.put(MODE + ".class", switchedOn(bytes(plain, MODE)));
    return checked;
  }

  private static byte[] bytes(Map<String, byte[]> files, String type) {
    return Objects.requireNonNull(files.get(type + ".class"), type);
  }

  /// Descriptors of the methods of `Watch`, by name and parameters.
  private static Map<String, String> twins(byte[] watch) {
    Map<String, String> twins = new HashMap<>();
    new ClassReader(watch)
        .accept(
            new ClassVisitor(Weave.API) {
              @Override
              public @Nullable MethodVisitor visitMethod(
                  int access, String name, String descriptor, String generic, String[] thrown) {
                twins.put(key(name, descriptor), descriptor);
                return null;
              }
            },
            ClassReader.SKIP_CODE);
    return twins;
  }

  private static String key(String name, String descriptor) {
    return name + descriptor.substring(0, descriptor.indexOf(')') + 1);
  }

  private static byte[] watched(byte[] memory, Map<String, String> twins) {
    return Weave.into(
        memory,
        (access, name, descriptor, code) -> {
          String twin = twins.get(key(name, descriptor));
          return twin == null || (access & Opcodes.ACC_PUBLIC) == 0
              ? code
              : new Watching(code, name, twin);
        });
  }

  /// Calls the twin with the arguments before anything else happens.
  private static final class Watching extends MethodVisitor {
    private final String name;
    private final String twin;

    Watching(MethodVisitor code, String name, String twin) {
      super(Weave.API, code);
      this.name = name;
      this.twin = twin;
    }

    @Override
    public void visitCode() {
      super.visitCode();
      int slot = 0;
      for (Type parameter : Type.getArgumentTypes(twin)) {
        visitVarInsn(parameter.getOpcode(Opcodes.ILOAD), slot);
        slot += parameter.getSize();
      }
      visitMethodInsn(Opcodes.INVOKESTATIC, WATCH, name, twin, false);
    }
  }

  private static byte[] switchedOn(byte[] mode) {
    return Weave.into(mode, (_, name, _, code) -> name.equals("on") ? new Yes(code) : code);
  }

  private static final class Yes extends MethodVisitor {
    Yes(MethodVisitor code) {
      super(Weave.API, code);
    }

    @Override
    public void visitInsn(int opcode) {
      super.visitInsn(opcode == Opcodes.ICONST_0 ? Opcodes.ICONST_1 : opcode);
    }
  }
}
