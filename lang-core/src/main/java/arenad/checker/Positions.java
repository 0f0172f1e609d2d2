package arenad.checker;

import arenad.lifetime.Element;
import arenad.lifetime.Inclusions;
import arenad.lifetime.Leaf;
import arenad.lifetime.Position;
import arenad.lifetime.Shape;
import arenad.lifetime.Shapes;
import arenad.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Finds what the positions of a callee's contract are at one call.
///
/// A position in a recursive structure stands for everything of its type behind the entry, so the
/// references to all of it are gathered.
final class Positions {

  /// What stands at a root: the leaves of a value.
  private record Root(Shape shape, int[] leaves) {}

  /// The slots that a position stands for.
  ///
  /// @param reference the variable of the objects; of no meaning when they are leaves of a root
  /// @param type of the reference; null when they are leaves of a root
  /// @param first the first leaf, of `count`
  private record Slots(
      int reference, @Nullable Type type, int first, int count, int @Nullable [] leaves) {}

  /// The references to all objects of a type behind an entry.
  record Gathered(int entry, Type type) {}

  private final BodyWriter body;
  private final Map<Gathered, Integer> gathered;
  private final TypeMembers members;
  private final Map<List<Integer>, Reachables> reachables = new HashMap<>();
  private final Map<String, Root> roots = new HashMap<>();
  private final Map<Position, int[]> found = new HashMap<>();

  /// @param gathered what earlier calls of this function have gathered
  /// @param members what the type arguments of the call have
  Positions(BodyWriter body, Map<Gathered, Integer> gathered, TypeMembers members) {
    this.body = body;
    this.gathered = gathered;
    this.members = members;
  }

  void root(String name, Type type, int[] leaves) {
    roots.put(name, new Root(body.shapeOf(type), leaves));
  }

  /// A name that stands for what is at several positions.
  void name(Position name, int variable) {
    found.put(name, new int[] {variable});
  }

  /// What the call makes stands for itself.
  void root(Position made, Type type, Element element) {
    int variable = body.newVariable();
    body.system().seed(variable, element, 0);
    root(made.root(), type, new int[] {variable});
  }

  /// The variables of what is found at a position: one, or where a type parameter stands for a
  /// larger type, one for each of its leaves.
  int[] found(Position position, int why) {
    int[] known = found.get(position);
    if (known == null) {
      known = find(position, why);
      found.put(position, known);
    }
    return known;
  }

  private int[] find(Position position, int why) {
    Slots slots = slots(position);
    if (slots == null) {
      return new int[0];
    }
    int[] variables = new int[slots.count()];
    for (int i = 0; i < variables.length; i++) {
      if (slots.leaves() != null) {
        variables[i] = slots.leaves()[slots.first() + i];
      } else {
        variables[i] = body.newVariable();
        body.system().load(slots.reference(), slots.type(), slots.first() + i, variables[i], why);
      }
    }
    return variables;
  }

  /// What is in the variables comes to be at the position: `wholes` says whether the objects do, or
  /// only what lives where they do.
  void put(int[] from, Position position, boolean whole, int why) {
    Slots slots = slots(position);
    if (slots == null || from.length == 0) {
      return;
    }
    boolean pairs = from.length == slots.count();
    int all = pairs ? 0 : joined(from, why);
    for (int i = 0; i < slots.count(); i++) {
      int value = pairs ? from[i] : all;
      int moved = whole ? value : atomsOf(value, why);
      if (slots.leaves() != null) {
        body.system().flow(moved, slots.leaves()[slots.first() + i], why);
      } else {
        body.system().store(slots.reference(), slots.type(), slots.first() + i, moved, why);
      }
    }
  }

  private int joined(int[] variables, int why) {
    if (variables.length == 1) {
      return variables[0];
    }
    int joined = body.newVariable();
    for (int variable : variables) {
      body.system().flow(variable, joined, why);
    }
    return joined;
  }

  private int atomsOf(int variable, int why) {
    int atoms = body.newVariable();
    body.system().atoms(variable, atoms, why);
    return atoms;
  }

  /// The slots, or null when the actual type has none there (a type parameter that is a scalar).
  private @Nullable Slots slots(Position position) {
    Root root = roots.get(position.root());
    if (root == null) {
      return null;
    }
    List<String> path = new ArrayList<>();
    for (String name : position.path()) {
      String renamed = Shapes.isRequired(name) ? members.renamed(name) : null;
      path.add(renamed == null ? name : renamed);
    }
    return among(root.shape(), root.leaves(), path);
  }

  /// From the leaves of a value on.
  private @Nullable Slots among(Shape shape, int[] leaves, List<String> path) {
    int leaf = shape.leafAt(path, 0);
    int at = leaf < 0 ? path.size() : shape.leaf(leaf).path().size();
    int required = required(path, leaf < 0 ? null : shape.leaf(leaf));
    if (required >= 0) {
      return behindRequired(shape, leaves, path, required);
    }
    return at == path.size()
        ? range(Inclusions.STATIC, null, shape, leaf, path, leaves)
        : inside(leaves[leaf], shape.leaf(leaf).type(), path.subList(at, path.size()));
  }

  /// From what stands behind a reference on.
  private @Nullable Slots inside(int entered, Type entry, List<String> names) {
    int reference = entered;
    Type type = entry;
    List<String> rest = names;
    @Nullable Gathered group = null;
    while (true) {
      Shape shape = body.out().shapes.inside(type);
      if (Shapes.isBehind(rest) && !namesBehind(type)) {
        rest = rest.subList(1, rest.size());
      }
      int leaf = shape.leafAt(rest, 0);
      int at = leaf < 0 ? rest.size() : shape.leaf(leaf).path().size();
      int required = required(rest, leaf < 0 ? null : shape.leaf(leaf));
      if (required >= 0) {
        return behindRequired(shape, loadedAll(reference, type), rest, required);
      }
      if (at == rest.size()) {
        return range(reference, type, shape, leaf, rest, null);
      }
      Leaf next = shape.leaf(leaf);
      if (body.out().shapes.together(type, next.type())) {
        group = group == null ? new Gathered(reference, type) : group;
        reference = gather(group, next.type());
      } else {
        group = null;
        reference = loaded(reference, type, leaf);
      }
      type = next.type();
      rest = rest.subList(at, rest.size());
    }
  }

  /// Whether what the reference leads to has a name of its own: of a type parameter it has, of what that
  /// stands for perhaps not.
  private static boolean namesBehind(Type reference) {
    return reference instanceof Type.Ref(Type target, _, _) && !Shapes.behind(target).isEmpty();
  }

  /// Where in the path a type argument is asked for a member before another reference is followed, or -1.
  ///
  /// @param leaf the path begins with, or null
  private static int required(List<String> path, @Nullable Leaf leaf) {
    for (int i = 0; i < path.size() && (leaf == null || i <= leaf.path().size()); i++) {
      if (Shapes.isRequired(path.get(i))) {
        boolean known = leaf != null && i < leaf.path().size();
        boolean ofParameter =
            leaf != null && i == leaf.path().size() && leaf.type() instanceof Type.Parameter;
        return known || ofParameter ? -1 : i;
      }
    }
    return -1;
  }

  private int[] loadedAll(int reference, Type type) {
    int[] all = new int[body.out().shapes.inside(type).size()];
    for (int leaf = 0; leaf < all.length; leaf++) {
      all[leaf] = loaded(reference, type, leaf);
    }
    return all;
  }

  /// What a member is that a requirement asks of a type argument: anything of its type that can be reached.
  private @Nullable Slots behindRequired(
      Shape shape, int[] leaves, List<String> path, int required) {
    List<Leaf> entryLeaves = new ArrayList<>();
    List<Integer> entries = new ArrayList<>();
    for (int i = 0; i < shape.size(); i++) {
      List<String> to = shape.leaf(i).path();
      if (to.size() >= required && to.subList(0, required).equals(path.subList(0, required))) {
        entryLeaves.add(shape.leaf(i));
        entries.add(leaves[i]);
      }
    }
    if (entries.isEmpty()) {
      return null;
    }
    Reachables reachable = reachables.get(entries);
    if (reachable == null) {
      int[] variables = entries.stream().mapToInt(Integer::intValue).toArray();
      reachable = Reachables.of(body, new Shape(entryLeaves), variables);
      reachables.put(entries, reachable);
    }
    Shape member = body.shapeOf(members.type(path.get(required)));
    int[] found = new int[member.size()];
    for (int leaf = 0; leaf < found.length; leaf++) {
      Integer known = reachable.of(member.leaf(leaf).type());
      found[leaf] = known == null ? reachable.anywhere() : known;
    }
    return among(member, found, path.subList(required + 1, path.size()));
  }

  private static @Nullable Slots range(
      int reference,
      @Nullable Type type,
      Shape shape,
      int leaf,
      List<String> rest,
      int @Nullable [] leaves) {
    if (leaf >= 0) {
      return new Slots(reference, type, leaf, 1, leaves);
    }
    int first = -1;
    int count = 0;
    for (int i = 0; i < shape.size(); i++) {
      List<String> path = shape.leaf(i).path();
      if (path.size() >= rest.size() && path.subList(0, rest.size()).equals(rest)) {
        first = first < 0 ? i : first;
        count++;
      }
    }
    return first < 0 ? null : new Slots(reference, type, first, count, leaves);
  }

  private int loaded(int reference, Type type, int leaf) {
    int variable = body.newVariable();
    body.system().load(reference, type, leaf, variable, 0);
    return variable;
  }

  /// The references to all objects of one type that can be reached from the entry inside its group
  /// of recursive types.
  private int gather(Gathered entry, Type type) {
    Integer known = gathered.get(new Gathered(entry.entry(), type));
    if (known != null) {
      return known;
    }
    List<Type> types = new ArrayList<>();
    for (Type reached : body.out().shapes.recursive(entry.type())) {
      gathered.put(new Gathered(entry.entry(), reached), body.newVariable());
      types.add(reached);
    }
    step(entry, entry.entry(), entry.type());
    for (Type reached : types) {
      step(entry, variableOf(new Gathered(entry.entry(), reached)), reached);
    }
    return variableOf(new Gathered(entry.entry(), type));
  }

  private int variableOf(Gathered known) {
    return Objects.requireNonNull(gathered.get(known));
  }

  private void step(Gathered entry, int from, Type type) {
    Shape shape = body.out().shapes.inside(type);
    for (int leaf = 0; leaf < shape.size(); leaf++) {
      Integer to = gathered.get(new Gathered(entry.entry(), shape.leaf(leaf).type()));
      if (to != null) {
        body.system().load(from, type, leaf, to, 0);
      }
    }
  }
}
