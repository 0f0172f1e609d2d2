package arenad.elaborate;

import arenad.resolve.TypeNames;
import arenad.type.Declaration;
import arenad.type.Type;
import arenad.type.Type.Scalar;

/// The requirements that the language brings, since no member is what they ask for: `Equatable` for `==` and
/// `!=`, `Ordered` for `<`, `<=`, `>` and `>=`, `Printable` for what is written as text.
///
/// Numbers, characters and strings are ordered, and so is a struct that has
/// `compareTo(other: T): i32`, which is below, at or above 0. They and `bool` are printed, null too.
final class LanguageRequirements {
  static final String COMPARE_TO = "compareTo";

  private LanguageRequirements() {}

  static boolean isOne(Type.Named bound) {
    return bound.symbol().equals(TypeNames.requirement(bound.symbol().name()));
  }

  /// Whether the language orders values of the type itself.
  static boolean isOrdered(Type type) {
    return type instanceof Type.Text || type instanceof Scalar scalar && scalar != Scalar.BOOL;
  }

  /// Whether `==` is required of the type parameter.
  static boolean requiresEquality(Body body, Type.Parameter parameter) {
    return requires(body, parameter, TypeNames.EQUATABLE);
  }

  /// Whether `<` is required of the type parameter.
  static boolean requiresOrder(Body body, Type.Parameter parameter) {
    return requires(body, parameter, TypeNames.ORDERED);
  }

  /// Whether a value of the type can be written as text.
  static boolean isPrintable(Body body, Type type) {
    Type value = Type.withoutNull(type);
    return value instanceof Scalar
        || value instanceof Type.Text
        || value instanceof Type.Parameter parameter
            && requires(body, parameter, TypeNames.PRINTABLE);
  }

  private static boolean requires(Body body, Type.Parameter parameter, String name) {
    for (Declaration.TypeParameter declared : body.parameters) {
      if (declared.name().equals(parameter.name())) {
        return declared.bounds().stream()
            .anyMatch(
                bound ->
                    bound instanceof Type.Named named
                        && isOne(named)
                        && named.symbol().name().equals(name));
      }
    }
    return false;
  }
}
