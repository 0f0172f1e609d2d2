package arenad.type;

import arenad.type.Declaration.TypeParameter;
import java.util.ArrayList;
import java.util.List;

/// Puts type arguments in the place of type parameters, all at once.
///
/// @param parameters of a declaration
/// @param arguments as many, or the substitution changes nothing
public record Substitution(List<TypeParameter> parameters, List<Type> arguments) {

  public Substitution {
    parameters = List.copyOf(parameters);
    arguments = List.copyOf(arguments);
  }

  public static Type in(Type type, List<TypeParameter> parameters, List<Type> arguments) {
    return new Substitution(parameters, arguments).in(type);
  }

  /// Whether every type stays as it is.
  public boolean isNothing() {
    return parameters.isEmpty() || parameters.size() != arguments.size();
  }

  public Type in(Type type) {
    return isNothing() ? type : replaced(type);
  }

  public List<Type> in(List<Type> types) {
    return isNothing() ? types : types.stream().map(this::replaced).toList();
  }

  /// The struct with the arguments in its fields, without parameters.
  public Declaration.Struct in(Declaration.Struct struct) {
    if (isNothing()) {
      return struct;
    }
    List<Declaration.Field> fields = new ArrayList<>();
    for (Declaration.Field field : struct.fields()) {
      ConstantValue value = field.defaultValue();
      fields.add(
          new Declaration.Field(
              field.name(),
              replaced(field.type()),
              value == null ? null : in(value),
              field.span()));
    }
    return new Declaration.Struct(
        struct.symbol(),
        struct.exported(),
        List.of(),
        struct.regionParameters(),
        fields,
        struct.forwards());
  }

  public ConstantValue in(ConstantValue value) {
    return value instanceof ConstantValue.Aggregate(Type type, var members)
        ? new ConstantValue.Aggregate(in(type), members.stream().map(this::in).toList())
        : value;
  }

  /// How deep types are nested in a type; 0 of one that holds no other.
  public static int depth(Type type) {
    return switch (type) {
      case Type.Scalar _, Type.Unit _, Type.Text _, Type.Arena _, Type.Parameter _ -> 0;
      case Type.Optional(Type of) -> 1 + depth(of);
      case Type.Ref(Type target, _, _) -> 1 + depth(target);
      case Type.FixedArray(Type element, _) -> 1 + depth(element);
      case Type.Tuple(var elements) -> deepest(elements);
      case Type.Named(_, var arguments, _) -> deepest(arguments);
      case Type.Builtin(_, var arguments) -> deepest(arguments);
      case Type.Function(var inputs, Type result) -> Math.max(deepest(inputs), 1 + depth(result));
    };
  }

  private static int deepest(List<Type> types) {
    return types.stream().mapToInt(type -> 1 + depth(type)).max().orElse(0);
  }

  private Type replaced(Type type) {
    return switch (type) {
      case Type.Scalar _, Type.Unit _, Type.Text _, Type.Arena _ -> type;
      case Type.Optional(Type of) ->
          replaced(of) instanceof Type.Optional inner ? inner : new Type.Optional(replaced(of));
      case Type.Ref(Type target, boolean readOnly, String region) ->
          new Type.Ref(replaced(target), readOnly, region);
      case Type.Named(var symbol, var inner, var regions) ->
          new Type.Named(symbol, in(inner), regions);
      case Type.Parameter parameter -> argument(parameter);
      case Type.FixedArray(Type element, int length) ->
          new Type.FixedArray(replaced(element), length);
      case Type.Tuple(var elements) -> new Type.Tuple(in(elements));
      case Type.Function(var inputs, Type result) ->
          new Type.Function(in(inputs), replaced(result));
      case Type.Builtin(var container, var inner) -> new Type.Builtin(container, in(inner));
    };
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
