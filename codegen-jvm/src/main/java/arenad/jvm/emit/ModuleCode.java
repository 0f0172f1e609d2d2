package arenad.jvm.emit;

import java.util.List;

/// A module to emit.
///
/// @param module its dotted name
/// @param sourceFile what the class file says it was made from: the file's name without folders
/// @param functions its functions, methods and tests; they are emitted in this order
public record ModuleCode(String module, String sourceFile, List<FunctionCode> functions) {
  public ModuleCode {
    functions = List.copyOf(functions);
  }
}
