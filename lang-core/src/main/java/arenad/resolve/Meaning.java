package arenad.resolve;

import arenad.symbol.SymbolId;

/// What a name that is no local stands for.
public sealed interface Meaning {

  record Symbol(SymbolId symbol) implements Meaning {}

  /// A module of the program.
  record Module(String name) implements Meaning {}

  /// A module that comes with the language.
  record Standard(StandardModule module) implements Meaning {}

  /// A member of a standard module that the compiler knows by name. What such a module declares in
  /// Arena is a [Symbol].
  record StandardMember(StandardModule module, String name) implements Meaning {}

  /// The word `std` before a module's name.
  record StandardRoot() implements Meaning {}

  /// Declared, but not for others.
  record Hidden(SymbolId symbol) implements Meaning {}

  /// An import that leads nowhere, or to what is not there yet. It is complained about where it
  /// stands, and nowhere else.
  record Broken() implements Meaning {}

  record Absent() implements Meaning {}
}
