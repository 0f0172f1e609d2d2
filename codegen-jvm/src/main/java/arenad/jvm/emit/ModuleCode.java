package arenad.jvm.emit;

import arenad.symbol.SymbolId;
import arenad.type.Type;
import java.util.List;

/// What is emitted as one class: a module, or an instance of a generic function.
///
/// @param module the dotted name of the module that the source is in
/// @param className with slashes
/// @param sourceFile what the class file says it was made from: the file's name without folders
/// @param functions its functions, methods and tests; they are emitted in this order
/// @param externs its functions whose bodies are elsewhere
public record ModuleCode(
    String module,
    String className,
    String sourceFile,
    List<FunctionCode> functions,
    List<ExternCode> externs) {
  public ModuleCode {
    functions = List.copyOf(functions);
    externs = List.copyOf(externs);
  }

  /// A module without externs.
  public ModuleCode(String module, String sourceFile, List<FunctionCode> functions) {
    this(module, JvmNames.classOf(module), sourceFile, functions, List.of());
  }

  /// The same module with functions whose bodies are elsewhere.
  public ModuleCode with(List<ExternCode> externs) {
    return new ModuleCode(module, className, sourceFile, functions, externs);
  }

  /// An instance of a generic function of the module.
  public static ModuleCode ofInstance(
      SymbolId function,
      List<Type> typeArguments,
      String sourceFile,
      List<FunctionCode> functions) {
    return new ModuleCode(
        function.module(),
        JvmNames.classOf(function, typeArguments),
        sourceFile,
        functions,
        List.of());
  }
}
