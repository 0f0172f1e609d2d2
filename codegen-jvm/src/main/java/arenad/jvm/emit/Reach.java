package arenad.jvm.emit;

import arenad.jvm.layout.Shape;
import arenad.jvm.layout.Shapes;
import arenad.type.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// What can be reached from a value of a type: held in it, or in what its references and containers lead to.
final class Reach {

  private final Shapes shapes;
  private final Map<Type, Boolean> arrays = new HashMap<>();

  Reach(Shapes shapes) {
    this.shapes = shapes;
  }

  /// Whether a growable array can be reached.
  boolean leadsToArray(Type type) {
    Boolean known = arrays.get(type);
    if (known == null) {
      known = search(type, Reach::isArray, new HashSet<>());
      arrays.put(type, known);
    }
    return known;
  }

  /// Whether a place that may hold a reference to an object of the target type can be reached.
  boolean leadsToReference(Type type, Type target) {
    return search(
        type,
        one ->
            one instanceof Type.Ref(Type to, _, _)
                && (to.equals(target) || shapes.variants(to).contains(target)),
        new HashSet<>());
  }

  private static boolean isArray(Type type) {
    return type instanceof Type.Builtin(Type.Container container, _)
        && (container == Type.Container.ARRAY || container == Type.Container.ARENA_BUFFER);
  }

  private boolean search(Type type, Predicate<Type> wanted, Set<Type> seen) {
    if (wanted.test(type)) {
      return true;
    }
    if (!seen.add(type)) {
      return false;
    }
    return switch (type) {
      case Type.Scalar _, Type.Unit _, Type.Text _, Type.Arena _ -> false;
      case Type.Builtin(_, List<Type> arguments) ->
          arguments.stream().anyMatch(argument -> search(argument, wanted, seen));
      case Type.Optional(Type of) -> search(of, wanted, seen);
      case Type.Ref(Type target, _, _) -> search(target, wanted, seen);
      case Type.FixedArray(Type element, _) -> search(element, wanted, seen);
      case Type.Named _, Type.Tuple _ ->
          shapes.of(type).members().stream()
              .map(Shape.Member::type)
              .anyMatch(member -> search(member, wanted, seen));
      case Type.Parameter _, Type.Function _ -> true;
    };
  }
}
