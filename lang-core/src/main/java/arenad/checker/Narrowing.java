package arenad.checker;

import arenad.ir.Place;
import org.jspecify.annotations.Nullable;

/// What ends the knowledge that a nullable field is not null.
final class Narrowing {

  /// How an element of a container goes by.
  static final String ELEMENT = "[]";

  private Narrowing() {}

  /// The name of the field that a write of a place in memory changes, or null for a whole object.
  static @Nullable String fieldWritten(Place place) {
    return switch (place) {
      case Place.Member(_, _, String name, _) -> name;
      case Place.Slot(Place array, _, _) -> fieldWritten(array);
      case Place.Element _ -> ELEMENT;
      case Place.Object _, Place.OfLocal _ -> null;
    };
  }
}
