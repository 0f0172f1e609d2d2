package arenad.instance;

import arenad.elaborate.Environment;
import arenad.type.Declaration;
import arenad.type.Substitution;
import arenad.typed.TypedFunction;

/// Makes the typed tree of an instance from that of its generic function.
public final class Instantiating {
  private Instantiating() {}

  /// The template with type arguments in the place of its type parameters, to be lowered like any
  /// function. What the template asks of its parameters is resolved to what the arguments have.
  ///
  /// @param template the elaborated body of the generic function, without holes
  /// @param declaration of the same function
  public static TypedFunction of(
      TypedFunction template,
      Declaration.Function declaration,
      Instance instance,
      Environment environment) {
    Substitution substitution =
        new Substitution(declaration.typeParameters(), instance.arguments());
    return new InstanceStatements(template, substitution, environment).function();
  }
}
