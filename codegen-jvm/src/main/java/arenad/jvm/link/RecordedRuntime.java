package arenad.jvm.link;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/// The runtime of a recorded program: that of any other, with a call of `Recording` at each [Hook] and before the process ends.
///
/// So a plain program pays nothing, neither in time nor in size.
final class RecordedRuntime {
  private static final String RECORDING = "arenad/record/Recording";
  private static final String LAUNCHER = "arenad/launch/";

  private RecordedRuntime() {}

  /// @param plain the runtime, or that of a checked program
  /// @param recorder the classes that record
  static SortedMap<String, byte[]> of(
      SortedMap<String, byte[]> plain, Map<String, byte[]> recorder) {
    SortedMap<String, byte[]> recorded = new TreeMap<>(plain);
    Set<Hook> found = new HashSet<>();
    for (Map.Entry<String, byte[]> file : plain.entrySet()) {
      String type = file.getKey().substring(0, file.getKey().length() - ".class".length());
      List<Hook> hooks = Hook.ALL.stream().filter(hook -> hook.owner().equals(type)).toList();
      if (!hooks.isEmpty() || type.startsWith(LAUNCHER)) {
        recorded.put(file.getKey(), woven(file.getValue(), hooks, found));
      }
    }
    for (Hook hook : Hook.ALL) {
      if (!found.contains(hook)) {
        throw new IllegalStateException("the runtime has no " + hook);
      }
    }
    recorded.putAll(recorder);
    return recorded;
  }

  private static byte[] woven(byte[] type, List<Hook> hooks, Set<Hook> found) {
    return Weave.into(
        type,
        (access, name, descriptor, code) -> {
          List<Hook> here =
              hooks.stream()
                  .filter(h -> h.method().equals(name) && h.descriptor().equals(descriptor))
                  .toList();
          found.addAll(here);
          return new Weaving(code, here, (access & Opcodes.ACC_STATIC) != 0);
        });
  }

  private static final class Weaving extends MethodVisitor {
    private final List<Hook> hooks;
    private final boolean isStatic;

    Weaving(MethodVisitor code, List<Hook> hooks, boolean isStatic) {
      super(Weave.API, code);
      this.hooks = hooks;
      this.isStatic = isStatic;
    }

    @Override
    public void visitCode() {
      super.visitCode();
      hooks.stream().filter(hook -> !hook.atEnd()).forEach(this::call);
    }

    @Override
    public void visitInsn(int opcode) {
      if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
        hooks.stream().filter(Hook::atEnd).forEach(this::call);
      }
      super.visitInsn(opcode);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      if (owner.equals("java/lang/Runtime") && name.equals("halt")) {
        super.visitInsn(Opcodes.DUP);
        super.visitMethodInsn(Opcodes.INVOKESTATIC, RECORDING, "ending", "(I)V", false);
      }
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    }

    private void call(Hook hook) {
      if (hook.hasResult()) {
        int size = Type.getReturnType(hook.descriptor()).getSize();
        super.visitInsn(size == 2 ? Opcodes.DUP2 : Opcodes.DUP);
      }
      int slot = 0;
      if (!isStatic) {
        super.visitVarInsn(Opcodes.ALOAD, slot++);
      }
      for (Type parameter : Type.getArgumentTypes(hook.descriptor())) {
        super.visitVarInsn(parameter.getOpcode(Opcodes.ILOAD), slot);
        slot += parameter.getSize();
      }
      super.visitMethodInsn(
          Opcodes.INVOKESTATIC, RECORDING, hook.call(), hook.callDescriptor(isStatic), false);
    }
  }
}
