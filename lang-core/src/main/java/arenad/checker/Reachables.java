package arenad.checker;

import arenad.lifetime.Cell;
import arenad.lifetime.Shape;
import arenad.lifetime.Shapes;
import arenad.type.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the method of a type argument may return where a requirement asks for it: what it is called on,
/// everything that can be reached from there, and fresh objects beside those. More its promise does
/// not allow, and which of it, only its own body says, which a template does not know.
final class Reachables {
  private final BodyWriter body;
  private final Shapes shapes;

  /// One variable for each type of leaf, which is all that can be reached of it.
  private final Map<Type, Integer> variables = new LinkedHashMap<>();

  private Reachables(BodyWriter body) {
    this.body = body;
    this.shapes = body.out().shapes;
  }

  /// @param entries leaves of what the method is called on, one variable for each leaf of the shape
  static Reachables of(BodyWriter body, Shape shape, int[] entries) {
    Reachables reachables = new Reachables(body);
    reachables.enter(shape, entries);
    reachables.follow();
    reachables.addFresh();
    return reachables;
  }

  /// All of that type that can be reached, or null if none can.
  @Nullable Integer of(Type leaf) {
    return variables.get(leaf);
  }

  /// Everything that can be reached, as far as it says where things live.
  int anywhere() {
    int all = body.newVariable();
    variables.values().forEach(variable -> body.system().atoms(variable, all, 0));
    return all;
  }

  private void enter(Shape shape, int[] entries) {
    for (int i = 0; i < entries.length; i++) {
      body.system().flow(entries[i], variable(shape.leaf(i).type()), 0);
    }
  }

  private int variable(Type type) {
    return variables.computeIfAbsent(type, _ -> body.newVariable());
  }

  private void follow() {
    List<Type> open = new ArrayList<>(variables.keySet());
    for (int next = 0; next < open.size(); next++) {
      Type type = open.get(next);
      Shape inside = shapes.inside(type);
      for (int leaf = 0; leaf < inside.size(); leaf++) {
        Type found = inside.leaf(leaf).type();
        if (!variables.containsKey(found)) {
          open.add(found);
        }
        body.system().load(variable(type), type, leaf, variable(found), 0);
      }
    }
  }

  /// Fresh objects live where something lives that can be reached, and lead to copies or to what was there.
  private void addFresh() {
    int home = anywhere();
    int site = body.values().newSite();
    for (Map.Entry<Type, Integer> entry : variables.entrySet()) {
      Type type = entry.getKey();
      body.system().atoms(home, entry.getValue(), 0);
      if (!shapes.leadsOn(type)) {
        continue;
      }
      Cell fresh = body.system().heap().copy(type, body.loop(), home, site, null);
      body.system().seed(entry.getValue(), fresh, 0);
      for (int leaf = 0; leaf < fresh.shape().size(); leaf++) {
        int there = variable(fresh.shape().leaf(leaf).type());
        body.system().heap().hold(fresh, leaf, there);
      }
    }
  }
}
