package arenad.jvm.emit;

import arenad.ir.IrFunction;
import arenad.ir.Place;
import org.jspecify.annotations.Nullable;

/// The local whose own storage a place is in.
final class Roots {

  private Roots() {}

  /// Null for what stands behind a reference or in a growable array.
  static IrFunction.@Nullable Local of(Place place) {
    return switch (place) {
      case Place.OfLocal(var local) -> local;
      case Place.Member(Place container, _, _, _) -> of(container);
      case Place.Payload(Place union, _, _) -> of(union);
      case Place.Slot(Place array, _, _) -> of(array);
      case Place.Object _, Place.Element _ -> null;
    };
  }
}
