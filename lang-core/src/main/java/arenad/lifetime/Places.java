package arenad.lifetime;

import arenad.type.Declaration;
import arenad.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What stands at the positions of a signature.
final class Places {

  private final Shapes shapes;
  private final Map<String, Type> roots = new HashMap<>();

  Places(Declaration.Function function, Shapes shapes) {
    this.shapes = shapes;
    for (Declaration.Parameter parameter : function.parameters()) {
      boolean self = parameter.name().equals("self");
      Type type = parameter.type();
      roots.put(parameter.name(), self && !(type instanceof Type.Ref) ? new Type.Ref(type) : type);
    }
    if (function.result() != null) {
      roots.put(Position.RETURN, function.result());
    }
  }

  /// The leaves on the way to a position, the one at the position last.
  private List<Leaf> way(Position position) {
    List<Leaf> way = new ArrayList<>();
    Type root = roots.get(position.root());
    Shape shape = root == null ? Shape.EMPTY : shapes.of(root);
    int at = 0;
    do {
      int leaf = shape.leafAt(position.path(), at);
      if (leaf < 0) {
        return way;
      }
      way.add(shape.leaf(leaf));
      at += shape.leaf(leaf).path().size();
      shape = shapes.inside(shape.leaf(leaf).type());
    } while (at < position.path().size());
    return way;
  }

  boolean isArena(Position position) {
    List<Leaf> way = way(position);
    return !way.isEmpty() && way.getLast().type() instanceof Type.Arena;
  }

  /// Whether both are parts of one recursive structure, of which nobody wants to hear that its parts
  /// live as long as each other.
  boolean isInside(Position one, Position other) {
    if (!one.root().equals(other.root())) {
      return false;
    }
    List<Leaf> first = way(one);
    List<Leaf> second = way(other);
    if (first.isEmpty() || second.isEmpty()) {
      return false;
    }
    return isPart(first) && isPart(second) && !sameHolder(first, second);
  }

  /// Two members of one object are told apart, unless both lead back into the structure.
  private boolean sameHolder(List<Leaf> first, List<Leaf> second) {
    boolean same =
        first.size() == second.size()
            && first.subList(0, first.size() - 1).equals(second.subList(0, second.size() - 1));
    return same && !(leadsBack(first) && leadsBack(second));
  }

  private boolean leadsBack(List<Leaf> way) {
    return shapes.together(way.getFirst().type(), way.getLast().type());
  }

  /// The structure itself, what leads back into it, and what the objects behind the first hold.
  private boolean isPart(List<Leaf> way) {
    Type start = way.getFirst().type();
    return way.size() == 1
        || shapes.together(start, way.getLast().type())
        || way.size() > 2 && shapes.together(start, way.get(way.size() - 2).type());
  }
}
