package arenad.jvm.emit;

import arenad.ir.Instruction;
import arenad.ir.IrFunction;
import arenad.ir.Place;
import arenad.ir.Value;
import arenad.ir.Values;
import java.util.HashSet;
import java.util.Set;

/// Finds the locals on which methods are called: those whose address is taken, and those that are lent component by component.
///
/// @param byAddress the methods need the address
/// @param lent all of them, whether by address or not: what they hold may change while a value is evaluated
record Addressed(Set<Integer> byAddress, Set<Integer> lent) {

  static Addressed of(IrFunction function, ClassDraft draft) {
    Addressed locals = new Addressed(new HashSet<>(), new HashSet<>());
    for (IrFunction.Block block : function.blocks()) {
      for (Instruction instruction : block.instructions()) {
        Values.valuesOf(instruction).forEach(value -> locals.visit(value, draft));
      }
      Values.valuesOf(block.end()).forEach(value -> locals.visit(value, draft));
    }
    return locals;
  }

  private void visit(Value value, ClassDraft draft) {
    if (value instanceof Value.Call call && Calls.receiverOf(call, draft) != null) {
      add(((Value.Borrow) call.arguments().getFirst()).place(), lent);
      Values.operandsOf(call.arguments().getFirst()).forEach(one -> visit(one, draft));
      call.arguments().stream().skip(1).forEach(one -> visit(one, draft));
      return;
    }
    if (value instanceof Value.Borrow(Place place, _, _)) {
      add(place, byAddress);
      add(place, lent);
    }
    Values.operandsOf(value).forEach(one -> visit(one, draft));
  }

  private static void add(Place place, Set<Integer> locals) {
    IrFunction.Local root = Roots.of(place);
    if (root != null) {
      locals.add(root.index());
    }
  }
}
