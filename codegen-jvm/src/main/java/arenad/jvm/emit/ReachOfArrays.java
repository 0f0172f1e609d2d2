package arenad.jvm.emit;

import arenad.jvm.layout.Shape;
import arenad.jvm.layout.Shapes;
import arenad.type.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Whether a growable array can be reached from a value of a type: held in it, or in what its references lead to.
final class ReachOfArrays {

  private final Shapes shapes;
  private final Map<Type, Boolean> known = new HashMap<>();

  ReachOfArrays(Shapes shapes) {
    this.shapes = shapes;
  }

  boolean leadsToArray(Type type) {
    return known.computeIfAbsent(type, _ -> search(type, new HashSet<>()));
  }

  private boolean search(Type type, Set<Type> seen) {
    if (!seen.add(type)) {
      return false;
    }
    return switch (type) {
      case Type.Scalar _, Type.Unit _, Type.Text _, Type.Arena _ -> false;
      case Type.Builtin(Type.Container container, _) -> container != Type.Container.STRING_BUFFER;
      case Type.Optional(Type of) -> search(of, seen);
      case Type.Ref(Type target, _, _) -> search(target, seen);
      case Type.FixedArray(Type element, _) -> search(element, seen);
      case Type.Named _, Type.Tuple _ -> {
        boolean found = false;
        for (Shape.Member member : shapes.of(type).members()) {
          found |= search(member.type(), seen);
        }
        yield found;
      }
      case Type.Parameter _, Type.Function _ -> true;
    };
  }
}
