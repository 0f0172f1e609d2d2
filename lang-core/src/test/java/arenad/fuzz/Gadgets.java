package arenad.fuzz;

import java.util.ArrayList;
import java.util.List;

/// All gadgets.
final class Gadgets {

  static final List<Gadget> ALL = all();

  private Gadgets() {}

  private static List<Gadget> all() {
    List<Gadget> gadgets = new ArrayList<>();
    gadgets.addAll(StoreGadgets.ALL);
    gadgets.addAll(FlowGadgets.ALL);
    gadgets.addAll(EndGadgets.ALL);
    gadgets.addAll(HandleGadgets.ALL);
    gadgets.addAll(TextGadgets.ALL);
    gadgets.addAll(TurnGadgets.ALL);
    gadgets.addAll(ContainerGadgets.ALL);
    gadgets.addAll(TouchGadgets.ALL);
    gadgets.addAll(LawGadgets.ALL);
    gadgets.addAll(UnionGadgets.ALL);
    // Its programs are the most different ones.
    for (int i = 0; i < 6; i++) {
      gadgets.addAll(TierGadgets.ALL);
    }
    gadgets.addAll(TemplateGadgets.ALL);
    return List.copyOf(gadgets);
  }
}
