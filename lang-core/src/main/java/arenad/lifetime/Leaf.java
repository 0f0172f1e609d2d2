package arenad.lifetime;

import arenad.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A place inside a value that holds a reference, a string, a handle or a container: what has a
/// lifetime of its own.
///
/// @param path names of the members that lead to it from the value
/// @param type without `?`, `const` and region, so that equal types hold the same kind of thing
public record Leaf(List<String> path, Type type) {
  public Leaf {
    path = List.copyOf(path);
  }

  Leaf under(String member) {
    var longer = new ArrayList<String>();
    longer.add(member);
    longer.addAll(path);
    return new Leaf(longer, type);
  }

  /// `transform.target`.
  public String spelling() {
    return path.stream()
        .filter(member -> !member.startsWith(Shapes.VARIANT) && !Shapes.isBehind(List.of(member)))
        .collect(Collectors.joining("."));
  }
}
