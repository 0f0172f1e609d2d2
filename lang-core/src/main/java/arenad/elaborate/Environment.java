package arenad.elaborate;

import arenad.lifetime.Contract;
import arenad.resolve.Names;
import arenad.symbol.SymbolId;
import arenad.type.Declaration;
import arenad.type.Type;
import org.jspecify.annotations.Nullable;

/// All that elaboration and checking may know of the world outside the symbol at hand. Whoever
/// hands it in may record every question as a use, answers of "there is no such thing" included; so
/// a dependency cannot be forgotten.
///
/// Two answers can depend on themselves: a constant on its own value, an inferred result on its own
/// body. To every question of one member of such a cycle about another, whichever is asked first,
/// the answer is null; so each member complains, and the order of questions cannot show. Who is no
/// member is answered with what became of it: an unknown value, an unknown type.
public interface Environment extends Names {

  /// What is written of the symbol outside its body; null when there is no such symbol, or when the
  /// answer is wanted while it is being found.
  @Nullable Declaration declaration(SymbolId symbol);

  /// The result of a function that does not write it: inferred from its body. `UNKNOWN` when the
  /// body has errors; null when the answer is wanted while it is being found (recursion).
  @Nullable Type inferredResult(SymbolId function);

  /// The lifetime contract of a function.
  Contract contract(SymbolId function);
}
