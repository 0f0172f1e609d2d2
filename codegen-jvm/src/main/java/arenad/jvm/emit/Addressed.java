package arenad.jvm.emit;

import arenad.ir.Instruction;
import arenad.ir.IrFunction;
import arenad.ir.Place;
import arenad.ir.Terminator;
import arenad.ir.Value;
import java.util.HashSet;
import java.util.Set;

/// Finds the locals whose address is taken: those on which a method is called.
final class Addressed {

  private final Set<Integer> locals = new HashSet<>();

  private Addressed() {}

  static Set<Integer> localsOf(IrFunction function) {
    Addressed search = new Addressed();
    for (IrFunction.Block block : function.blocks()) {
      for (Instruction instruction : block.instructions()) {
        Parts.valuesOf(instruction).forEach(search::visit);
        Parts.placesOf(instruction).forEach(search::visit);
      }
      Terminator end = block.end();
      Parts.valuesOf(end).forEach(search::visit);
    }
    return search.locals;
  }

  private void visit(Value value) {
    if (value instanceof Value.Borrow(Place place, _, _)) {
      addRoot(place);
    }
    Parts.valuesOf(value).forEach(this::visit);
    Parts.placesOf(value).forEach(this::visit);
  }

  private void visit(Place place) {
    Parts.valuesOf(place).forEach(this::visit);
    Parts.placesOf(place).forEach(this::visit);
  }

  private void addRoot(Place place) {
    switch (place) {
      case Place.OfLocal(var local) -> locals.add(local.index());
      case Place.Member(var container, _, _, _) -> addRoot(container);
      case Place.Slot(var array, _, _) -> addRoot(array);
      case Place.Object _, Place.Element _ -> {}
    }
  }
}
