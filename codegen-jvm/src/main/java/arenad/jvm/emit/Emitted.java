package arenad.jvm.emit;

import arenad.symbol.SymbolId;

/// What became of a module.
public sealed interface Emitted {

  /// @param internalName the class's name with slashes
  record ClassFile(String internalName, byte[] bytes) implements Emitted {}

  /// A function that does not fit a method of the JVM.
  ///
  /// @param reason lower case, says what is too large
  record FunctionTooLarge(SymbolId function, String reason) implements Emitted {}

  /// A module whose functions together need more constants than a class may have.
  record ModuleTooLarge(String module) implements Emitted {}
}
