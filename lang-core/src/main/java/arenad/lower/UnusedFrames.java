package arenad.lower;

import arenad.ir.FrameStacks;
import arenad.ir.Instruction;
import arenad.ir.IrFunction;
import arenad.ir.Temporaries;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Drops the frames in which no instruction makes a temporary.
final class UnusedFrames {

  private UnusedFrames() {}

  static IrFunction dropped(IrFunction function) {
    FrameStacks stacks = FrameStacks.of(function);
    BitSet unused = new BitSet();
    BitSet used = new BitSet();
    for (int i = 0; i < function.blocks().size(); i++) {
      List<Integer> stack = new ArrayList<>(stacks.atEntry(i));
      for (Instruction instruction : function.blocks().get(i).instructions()) {
        if (instruction instanceof Instruction.EnterFrame(int frame, _)) {
          unused.set(frame);
        }
        if (Temporaries.areMadeBy(instruction)) {
          used.set(stack.getLast());
        }
        FrameStacks.pass(instruction, stack);
      }
      if (Temporaries.areMadeBy(function.blocks().get(i).end())) {
        used.set(stack.getLast());
      }
    }
    unused.andNot(used);
    return FrameRemoval.without(unused, function);
  }
}
