package arenad.type;

import java.util.List;

/// The regions in types, which equality does not see.
public final class TypeRegions {
  private TypeRegions() {}

  /// Whether a region stands in the type.
  public static boolean areIn(Type type) {
    return switch (type) {
      case Type.Scalar _, Type.Unit _, Type.Text _, Type.Arena _, Type.Parameter _ -> false;
      case Type.Optional(Type of) -> areIn(of);
      case Type.Ref(Type target, var _, String region) -> region != null || areIn(target);
      case Type.Named(var _, var arguments, var regions) -> !regions.isEmpty() || any(arguments);
      case Type.FixedArray(Type element, int _) -> areIn(element);
      case Type.Tuple(var elements) -> any(elements);
      case Type.Function(var inputs, Type result) -> any(inputs) || areIn(result);
      case Type.Builtin(var _, var arguments) -> any(arguments);
    };
  }

  private static boolean any(List<Type> types) {
    return types.stream().anyMatch(TypeRegions::areIn);
  }

  /// The same type, of which nothing is said of regions.
  public static Type without(Type type) {
    return areIn(type) ? removed(type) : type;
  }

  private static Type removed(Type type) {
    return switch (type) {
      case Type.Scalar _, Type.Unit _, Type.Text _, Type.Arena _, Type.Parameter _ -> type;
      case Type.Optional(Type of) -> new Type.Optional(removed(of));
      case Type.Ref(Type target, boolean readOnly, var _) ->
          new Type.Ref(removed(target), readOnly, null);
      case Type.Named(var symbol, var arguments, var _) ->
          new Type.Named(symbol, removed(arguments));
      case Type.FixedArray(Type element, int length) ->
          new Type.FixedArray(removed(element), length);
      case Type.Tuple(var elements) -> new Type.Tuple(removed(elements));
      case Type.Function(var inputs, Type result) ->
          new Type.Function(removed(inputs), removed(result));
      case Type.Builtin(var container, var arguments) ->
          new Type.Builtin(container, removed(arguments));
    };
  }

  private static List<Type> removed(List<Type> types) {
    return types.stream().map(TypeRegions::removed).toList();
  }
}
