package arenad.elaborate;

import arenad.lifetime.Contract;
import arenad.symbol.SymbolId;
import arenad.type.Declaration;
import arenad.type.Type;
import org.jspecify.annotations.Nullable;

/// All that elaboration and checking may know of the world outside the symbol at hand. Whoever hands
/// it in may record every question as a use, answers of "there is no such thing" included; so a
/// dependency cannot be forgotten.
public interface Environment {

  /// Whether a module of that name exists (its own or of the standard library).
  boolean hasModule(String module);

  /// The symbol that `name` means at the top level of `module`, or null. Methods are asked for as `Vec3.length`.
  @Nullable SymbolId find(String module, String name);

  /// What the imports of `module` bind `name` to, or null. The first one wins where two bind a name.
  /// Asked for name by name, so that a new import disturbs only who uses what it binds.
  @Nullable Import imported(String module, String name);

  /// What an imported name stands for.
  ///
  /// @param module the full name of the module, whether it exists or not
  /// @param name the symbol in it, or null when the name stands for the module itself
  record Import(String module, @Nullable String name) {}

  /// Whether the symbol says `export`.
  boolean isExported(SymbolId symbol);

  /// What is written of the symbol outside its body, or null when there is no such symbol.
  @Nullable Declaration declaration(SymbolId symbol);

  /// The result of a function that does not write it: inferred from its body. `UNKNOWN` when the body
  /// has errors; null when the answer is wanted while it is being found (recursion).
  @Nullable Type inferredResult(SymbolId function);

  /// The lifetime contract of a function.
  Contract contract(SymbolId function);
}
