package arenad.lower;

import arenad.ir.FrameStacks;
import arenad.ir.Instruction;
import arenad.ir.IrFunction;
import arenad.ir.Temporaries;
import arenad.ir.Terminator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Drops the frames in which no instruction makes a temporary that a later one could release: what a block
/// makes that ends the program does not count. What a turn keeps belongs to the frame around it.
final class UnusedFrames {

  private UnusedFrames() {}

  static IrFunction dropped(IrFunction function) {
    FrameStacks stacks = FrameStacks.of(function);
    BitSet unused = new BitSet();
    BitSet used = new BitSet();
    for (int i = 0; i < function.blocks().size(); i++) {
      List<Integer> stack = new ArrayList<>(stacks.atEntry(i));
      boolean comesBack = comesBack(function.blocks().get(i).end());
      for (Instruction instruction : function.blocks().get(i).instructions()) {
        if (instruction instanceof Instruction.EnterFrame(int frame, _)) {
          unused.set(frame);
        }
        if (comesBack && Temporaries.areMadeBy(instruction)) {
          used.set(stack.getLast());
        }
        FrameStacks.pass(instruction, stack);
        if (instruction instanceof Instruction.LeaveFrame leave && !leave.kept().isEmpty()) {
          used.set(stack.getLast());
        }
      }
      if (Temporaries.areMadeBy(function.blocks().get(i).end())) {
        used.set(stack.getLast());
      }
    }
    unused.andNot(used);
    return FrameRemoval.without(unused, function);
  }

  private static boolean comesBack(Terminator end) {
    return switch (end) {
      case Terminator.Goto _, Terminator.Branch _, Terminator.Switch _, Terminator.Return _ -> true;
      case Terminator.Panic _, Terminator.Unreachable _ -> false;
    };
  }
}
