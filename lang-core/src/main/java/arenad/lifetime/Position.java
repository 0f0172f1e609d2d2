package arenad.lifetime;

import java.util.ArrayList;
import java.util.List;

/// A place of a function's interface that holds a reference: `obj`, `obj.next.name`, `Return`.
///
/// In a recursive structure everything of one type goes by the shortest path to it: `list.next.name`
/// stands for the name of every node behind the first.
///
/// @param root a parameter's name, `Return`, a declared region's name, or one of [#arena] and
///     [#object]
/// @param path member names from there; an element of a container is `[]`, what a reference leads to and
///     has no members is `()`
public record Position(String root, List<String> path) implements Comparable<Position> {

  /// The root of the result.
  public static final String RETURN = "Return";

  private static final String ARENA = "arena#";
  private static final String OBJECT = "object#";

  public Position {
    path = List.copyOf(path);
  }

  public static Position root(String name) {
    return new Position(name, List.of());
  }

  /// An arena that the call makes and hands out: a number among [Contract#arenas].
  public static Position arena(int number) {
    return root(ARENA + number);
  }

  /// The objects that the call makes and hands out: a number among [Contract#objects].
  public static Position object(int number) {
    return root(OBJECT + number);
  }

  public boolean isReturn() {
    return root.equals(RETURN);
  }

  public boolean isArena() {
    return root.startsWith(ARENA);
  }

  public boolean isObject() {
    return root.startsWith(OBJECT);
  }

  /// Whether it stands for what the call makes.
  public boolean isMade() {
    return isArena() || isObject();
  }

  /// Of [#isMade]: which one.
  public int number() {
    return Integer.parseInt(root.substring(root.indexOf('#') + 1));
  }

  public Position then(List<String> members) {
    List<String> longer = new ArrayList<>(path);
    longer.addAll(members);
    return new Position(root, longer);
  }

  /// What the name of a parameter begins with that is the address of a variable around a closure: what is
  /// behind it, its one element, goes by the name of the variable.
  public static final String ADDRESS = "&";

  /// What keeps apart parameters that would have the same name.
  public static final String APART = "'";

  /// `obj.next.name`; `*name` is the string that `name` refers to.
  public String spelling() {
    boolean behind = !path.isEmpty() && Shapes.isBehind(path.subList(path.size() - 1, path.size()));
    return behind ? "*" + new Position(root, path.subList(0, path.size() - 1)).named() : named();
  }

  private String named() {
    boolean address = root.startsWith(ADDRESS);
    String root = this.root.replace(ADDRESS, "").replace(APART, "");
    StringBuilder text = new StringBuilder(root);
    for (String member : address && !path.isEmpty() ? path.subList(1, path.size()) : path) {
      if (!member.startsWith(Shapes.VARIANT) && !Shapes.isBehind(List.of(member))) {
        String name =
            Shapes.isRequired(member) ? member.substring(member.indexOf('.') + 1) : member;
        text.append(name.startsWith("[") ? "" : ".").append(name);
      }
    }
    return text.toString();
  }

  @Override
  public int compareTo(Position other) {
    int byRoot = root.compareTo(other.root);
    if (byRoot != 0) {
      return byRoot;
    }
    for (int i = 0; i < Math.min(path.size(), other.path.size()); i++) {
      int byMember = path.get(i).compareTo(other.path.get(i));
      if (byMember != 0) {
        return byMember;
      }
    }
    return Integer.compare(path.size(), other.path.size());
  }
}
