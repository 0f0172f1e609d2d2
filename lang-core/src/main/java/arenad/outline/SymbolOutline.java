package arenad.outline;

import arenad.symbol.SymbolId;
import org.jspecify.annotations.Nullable;

/// A symbol as its module's outline lists it.
///
/// @param owner the struct of a method; null of anything else
/// @param exported whether it says `export`; a method does as its struct does
/// @param forward whether it is a `forward` method
/// @param broken whether it has a mistake of syntax; then its body is not to be elaborated
/// @param documented whether it has a doc comment (which counts in no fingerprint)
/// @param declaration fingerprint of what others see as written
/// @param body fingerprint of the rest; [Fingerprint#EMPTY] where there is none
public record SymbolOutline(
    SymbolId id,
    @Nullable SymbolId owner,
    boolean exported,
    boolean forward,
    boolean broken,
    boolean documented,
    Fingerprint declaration,
    Fingerprint body) {

  /// Whether others see the same.
  public boolean sameDeclaration(SymbolOutline other) {
    return exported == other.exported
        && forward == other.forward
        && declaration.equals(other.declaration);
  }

  /// Whether the rest is the same.
  public boolean sameBody(SymbolOutline other) {
    return broken == other.broken && body.equals(other.body);
  }
}
