package arenad.jvm.link;

import arenad.jvm.emit.Emitted;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.attribute.LocalVariableInfo;
import java.lang.classfile.attribute.LocalVariableTableAttribute;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;

/// The variables in which a program keeps what the runtime makes for it, for the report of a recorded run.
///
/// Each line tells class, method, the index of the calling instruction and the variable, separated by tabs. Read with the JDK's own
/// library: ASM does not tell at which index an instruction stands.
final class VariableNames {
  private static final String RUNTIME = "arenad/";

  private VariableNames() {}

  static byte[] of(List<Emitted.ClassFile> classes) {
    TreeSet<String> lines = new TreeSet<>();
    for (Emitted.ClassFile file : classes) {
      ClassModel type = ClassFile.of().parse(file.bytes());
      String name = type.thisClass().asInternalName().replace('/', '.');
      for (MethodModel method : type.methods()) {
        String prefix = name + "\t" + method.methodName().stringValue();
        method.code().ifPresent(code -> collect(code, prefix, lines));
      }
    }
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static void collect(CodeModel code, String prefix, TreeSet<String> lines) {
    if (!(code instanceof CodeAttribute bytes)) {
      return;
    }
    List<LocalVariableInfo> variables =
        bytes
            .findAttribute(Attributes.localVariableTable())
            .map(LocalVariableTableAttribute::localVariables)
            .orElse(List.of());
    int at = 0;
    int call = -1;
    for (CodeElement element : code) {
      if (element instanceof Instruction instruction) {
        int next = at + instruction.sizeInBytes();
        if (call >= 0 && instruction instanceof StoreInstruction store) {
          for (LocalVariableInfo variable : variables) {
            if (variable.slot() == store.slot() && variable.startPc() == next) {
              lines.add(prefix + "\t" + call + "\t" + variable.name().stringValue());
            }
          }
        }
        call =
            instruction instanceof InvokeInstruction invoke
                    && invoke.owner().asInternalName().startsWith(RUNTIME)
                ? at
                : -1;
        at = next;
      }
    }
  }
}
