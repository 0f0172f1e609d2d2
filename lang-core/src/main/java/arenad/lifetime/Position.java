package arenad.lifetime;

import java.util.List;

/// A reference-holding position of a function's interface: `obj`, `obj.next.name`, `Return`.
///
/// @param root a parameter's name, `Return`, or a declared region's name
/// @param path field names from there; a type argument's slot is `<0>`, an array's or optional's element `[]`
/// @param part whether the pointer itself is meant, or what a slot yields or accepts
public record Position(String root, List<String> path, Part part) implements Comparable<Position> {

  /// The root of the result.
  public static final String RETURN = "Return";

  public Position {
    path = List.copyOf(path);
  }

  public enum Part {
    /// The value at the root: how long it may be used.
    POINTER,
    /// What may be read from the slot.
    READ,
    /// What may be written into the slot.
    WRITE
  }

  /// `obj.next.name`.
  public String spelling() {
    return path.isEmpty() ? root : root + "." + String.join(".", path);
  }

  @Override
  public int compareTo(Position other) {
    int byRoot = root.compareTo(other.root);
    if (byRoot != 0) {
      return byRoot;
    }
    int byPath = spelling().compareTo(other.spelling());
    return byPath != 0 ? byPath : part.compareTo(other.part);
  }
}
