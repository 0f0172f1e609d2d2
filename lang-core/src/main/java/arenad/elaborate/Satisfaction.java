package arenad.elaborate;

import arenad.text.Span;
import arenad.type.Declaration;
import arenad.type.Type;
import java.util.List;

/// Whether types have what is required of them.
final class Satisfaction {
  private Satisfaction() {}

  /// Whether the arguments of a struct have what it requires; complains if not.
  static boolean ofType(Body body, Type type, Span name) {
    return true;
  }

  /// Whether the type arguments of a call have what the callee requires; complains if not.
  static boolean ofCall(Body body, Declaration.Function function, List<Type> arguments, Span name) {
    return true;
  }
}
