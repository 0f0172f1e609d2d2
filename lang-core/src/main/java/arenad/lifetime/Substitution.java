package arenad.lifetime;

import arenad.type.Declaration.TypeParameter;
import arenad.type.Type;
import java.util.List;

/// Puts type arguments in the place of type parameters.
final class Substitution {

  private final List<TypeParameter> parameters;
  private final List<Type> arguments;

  private Substitution(List<TypeParameter> parameters, List<Type> arguments) {
    this.parameters = parameters;
    this.arguments = arguments;
  }

  static Type in(Type type, List<TypeParameter> parameters, List<Type> arguments) {
    boolean nothing = parameters.isEmpty() || parameters.size() != arguments.size();
    return nothing ? type : new Substitution(parameters, arguments).in(type);
  }

  private Type in(Type type) {
    return switch (type) {
      case Type.Scalar _, Type.Unit _, Type.Text _, Type.Arena _ -> type;
      case Type.Optional(Type of) -> in(of) instanceof Type.Optional inner ? inner : optional(of);
      case Type.Ref(Type target, boolean readOnly, String region) ->
          new Type.Ref(in(target), readOnly, region);
      case Type.Named(var symbol, var inner) -> new Type.Named(symbol, all(inner));
      case Type.Parameter parameter -> argument(parameter);
      case Type.FixedArray(Type element, int length) -> new Type.FixedArray(in(element), length);
      case Type.Tuple(var elements) -> new Type.Tuple(all(elements));
      case Type.Function(var inputs, Type result) -> new Type.Function(all(inputs), in(result));
      case Type.Builtin(var container, var inner) -> new Type.Builtin(container, all(inner));
    };
  }

  private Type optional(Type of) {
    return new Type.Optional(in(of));
  }

  private List<Type> all(List<Type> types) {
    return types.stream().map(this::in).toList();
  }

  private Type argument(Type.Parameter parameter) {
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).name().equals(parameter.name())) {
        return arguments.get(i);
      }
    }
    return parameter;
  }
}
