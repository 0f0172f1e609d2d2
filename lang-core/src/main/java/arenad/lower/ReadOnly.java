package arenad.lower;

import arenad.type.Type;
import arenad.typed.Expr;
import arenad.typed.Storage;
import arenad.typed.Variable;

/// Which objects are not to be written: values of what is `const`, and what is reached through a `&const T`.
final class ReadOnly {
  private ReadOnly() {}

  static boolean is(Expr object) {
    if (object.type() instanceof Type.Ref ref) {
      return ref.readOnly();
    }
    return switch (Storage.of(object)) {
      // What the compiler holds itself has no name.
      case Storage.OfVariable(Variable variable, var _) ->
          !variable.mutable() && !variable.name().isEmpty();
      case Storage.Constant _ -> true;
      case Storage.Behind(Expr reference) -> is(reference);
      case Storage.Element _, Storage.Nobodys _, Storage.Unknown _ -> false;
    };
  }
}
