package arenad.lower;

import arenad.symbol.SymbolId;
import arenad.type.Type;
import arenad.typed.TypedFunction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where lowering finds the bodies of functions that take functions: each call of one is a call of an
/// instance of its own, made from its typed tree.
@FunctionalInterface
public interface Templates {

  /// There are none: for bodies that pass no functions.
  Templates NONE = (_, _) -> null;

  /// The body with the type arguments in place; null where there is none, of which somebody complains.
  @Nullable TypedFunction of(SymbolId function, List<Type> typeArguments);
}
