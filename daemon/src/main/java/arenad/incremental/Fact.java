package arenad.incremental;

import arenad.symbol.SymbolId;

/// A question about the world outside a symbol: a name and which side of it was asked for.
public sealed interface Fact {

  /// Whether a module exists.
  record ModuleExists(String module) implements Fact {}

  /// Which symbol a module declares under a name, if any.
  record NameOf(String module, String name) implements Fact {}

  /// All names of a module.
  record NamesOf(String module) implements Fact {}

  /// What a module's imports bind a name to, if anything.
  record ImportOf(String module, String name) implements Fact {}

  /// Whether a symbol is exported.
  record Exported(SymbolId symbol) implements Fact {}

  /// What is written of a symbol outside its body.
  record Declared(SymbolId symbol) implements Fact {}

  /// The inferred result of a function.
  record Result(SymbolId symbol) implements Fact {}

  /// The typed tree of a function of which instances are made.
  record TemplateOf(SymbolId symbol) implements Fact {}

  /// The lifetime contract of a function.
  record ContractOf(SymbolId symbol) implements Fact {}
}
