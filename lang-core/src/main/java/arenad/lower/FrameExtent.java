package arenad.lower;

import arenad.ir.FrameStacks;
import arenad.ir.Instruction;
import arenad.ir.IrFunction;
import arenad.ir.Place;
import arenad.ir.Value;
import arenad.ir.Values;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// What of a function happens while one frame is open.
///
/// @param atEnds the values of terminators in it
/// @param outside locals that occur elsewhere too
record FrameExtent(List<Instruction> inside, List<Value> atEnds, BitSet outside) {

  static FrameExtent of(IrFunction function, FrameStacks stacks, int frame) {
    FrameExtent extent = new FrameExtent(new ArrayList<>(), new ArrayList<>(), new BitSet());
    extent.outside.set(0, function.parameters());
    for (int i = 0; i < function.blocks().size(); i++) {
      IrFunction.Block block = function.blocks().get(i);
      List<Integer> stack = new ArrayList<>(stacks.atEntry(i));
      for (Instruction instruction : block.instructions()) {
        if (stack.contains(frame)) {
          extent.inside.add(instruction);
        } else {
          extent.mark(instruction);
        }
        FrameStacks.pass(instruction, stack);
      }
      List<Value> values = Values.valuesOf(block.end());
      if (stack.contains(frame)) {
        extent.atEnds.addAll(values);
      } else {
        values.forEach(extent::mark);
      }
    }
    return extent;
  }

  TemporaryFlow flow(BitSet keepable) {
    return TemporaryFlow.of(inside, atEnds, outside, keepable);
  }

  private void mark(Instruction instruction) {
    if (instruction instanceof Instruction.Assign(Place place, _, _, _)) {
      mark(place);
    }
    Values.valuesOf(instruction).forEach(this::mark);
  }

  private void mark(Value value) {
    Values.anyIn(
        value,
        each -> {
          if (each instanceof Value.Read(Place place, _, _)) {
            mark(place);
          } else if (each instanceof Value.Borrow(Place place, _, _)) {
            mark(place);
          }
          return false;
        });
  }

  private void mark(Place place) {
    IrFunction.Local local = TemporaryFlow.rootOf(place);
    if (local != null) {
      outside.set(local.index());
    }
  }
}
