package arenad.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A template that is one edit away from a legal program.
record Gadget(String name, Function<Moves, List<Piece>> make) {

  /// Pieces in one list.
  @SafeVarargs
  static List<Piece> all(List<Piece>... parts) {
    List<Piece> pieces = new ArrayList<>();
    for (List<Piece> part : parts) {
      pieces.addAll(part);
    }
    return pieces;
  }
}
