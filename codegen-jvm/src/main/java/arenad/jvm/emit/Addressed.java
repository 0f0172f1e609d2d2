package arenad.jvm.emit;

import arenad.ir.Instruction;
import arenad.ir.IrFunction;
import arenad.ir.Place;
import arenad.ir.Value;
import arenad.ir.Values;
import java.util.HashSet;
import java.util.Set;

/// Finds the locals whose address is taken: those on which a method is called.
final class Addressed {

  private Addressed() {}

  static Set<Integer> localsOf(IrFunction function) {
    Set<Integer> locals = new HashSet<>();
    for (IrFunction.Block block : function.blocks()) {
      for (Instruction instruction : block.instructions()) {
        Values.valuesOf(instruction).forEach(value -> visit(value, locals));
      }
      Values.valuesOf(block.end()).forEach(value -> visit(value, locals));
    }
    return locals;
  }

  private static void visit(Value value, Set<Integer> locals) {
    if (value instanceof Value.Borrow(Place place, _, _)) {
      IrFunction.Local root = Roots.of(place);
      if (root != null) {
        locals.add(root.index());
      }
    }
    Values.operandsOf(value).forEach(operand -> visit(operand, locals));
  }
}
