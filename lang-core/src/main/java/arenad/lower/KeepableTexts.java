package arenad.lower;

import arenad.ir.Instruction;
import arenad.ir.IrFunction;
import arenad.ir.Place;
import arenad.ir.Value;
import arenad.ir.Values;
import arenad.type.Type;
import java.util.BitSet;

/// The locals that hold a string or null, hold something from their declaration on, and are never reached by their address: whose string
/// can be moved, because all that know where it lies are known.
final class KeepableTexts {

  private KeepableTexts() {}

  static BitSet of(IrFunction function) {
    BitSet texts = new BitSet();
    texts.set(0, function.parameters());
    BitSet borrowed = new BitSet();
    for (IrFunction.Block block : function.blocks()) {
      for (Instruction instruction : block.instructions()) {
        if (instruction instanceof Instruction.Assign(Place.OfLocal(var local), _, var initial, _)
            && initial) {
          texts.set(local.index());
        }
        Values.valuesOf(instruction).forEach(value -> findBorrowed(value, borrowed));
      }
      Values.valuesOf(block.end()).forEach(value -> findBorrowed(value, borrowed));
    }
    texts.andNot(borrowed);
    for (IrFunction.Local local : function.locals()) {
      if (!(Type.withoutNull(local.type()) instanceof Type.Text)) {
        texts.clear(local.index());
      }
    }
    return texts;
  }

  private static void findBorrowed(Value value, BitSet borrowed) {
    Values.anyIn(
        value,
        each -> {
          if (each instanceof Value.Borrow(Place place, _, _)) {
            IrFunction.Local local = TemporaryFlow.rootOf(place);
            if (local != null) {
              borrowed.set(local.index());
            }
          }
          return false;
        });
  }
}
