package arenad.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A template that is one edit away from a legal program.
record Gadget(String name, Function<Moves, List<Piece>> make) {

  static final List<Gadget> ALL = all();

  private static List<Gadget> all() {
    List<Gadget> gadgets = new ArrayList<>();
    gadgets.addAll(StoreGadgets.ALL);
    gadgets.addAll(FlowGadgets.ALL);
    gadgets.addAll(EndGadgets.ALL);
    gadgets.addAll(HandleGadgets.ALL);
    gadgets.addAll(TextGadgets.ALL);
    gadgets.addAll(ContainerGadgets.ALL);
    gadgets.addAll(TouchGadgets.ALL);
    gadgets.addAll(LawGadgets.ALL);
    gadgets.addAll(MapGadgets.ALL);
    gadgets.addAll(UnionGadgets.ALL);
    return List.copyOf(gadgets);
  }

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
