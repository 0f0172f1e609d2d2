package arenad.elaborate;

import arenad.diagnostic.Diagnostic;
import arenad.type.Type;
import arenad.typed.ChannelUse;
import arenad.typed.TypedFunction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of a body.
///
/// @param tree the typed program, with holes where something is wrong: for editors
/// @param whole whether there is no hole in it
/// @param channels the channels that the body names, in the order of the source
/// @param result the return type, written or inferred; `UNKNOWN` where it could not be inferred
public record Elaborated(
    TypedFunction tree,
    boolean whole,
    Type result,
    List<ChannelUse> channels,
    List<Diagnostic> diagnostics) {
  public Elaborated {
    channels = List.copyOf(channels);
    diagnostics = List.copyOf(diagnostics);
  }

  /// What can be lowered; null when there is a hole in it, of which a diagnostic speaks, here or
  /// where something that it uses is declared.
  public @Nullable TypedFunction function() {
    return whole ? tree : null;
  }
}
