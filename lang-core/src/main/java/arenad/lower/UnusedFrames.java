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
    BitSet used = usedFrames(function);
    List<IrFunction.Block> blocks = new ArrayList<>();
    for (IrFunction.Block block : function.blocks()) {
      List<Instruction> kept =
          block.instructions().stream().filter(each -> !isUnused(each, used)).toList();
      blocks.add(new IrFunction.Block(kept, block.end()));
    }
    return function.withBlocks(blocks);
  }

  private static BitSet usedFrames(IrFunction function) {
    FrameStacks stacks = FrameStacks.of(function);
    BitSet used = new BitSet();
    for (int i = 0; i < function.blocks().size(); i++) {
      List<Integer> stack = new ArrayList<>(stacks.atEntry(i));
      for (Instruction instruction : function.blocks().get(i).instructions()) {
        if (Temporaries.areMadeBy(instruction)) {
          used.set(stack.getLast());
        }
        FrameStacks.pass(instruction, stack);
      }
      // What a branch computes counts; what a panic says does not, since nothing is released after
      // it.
      if (Temporaries.areMadeBy(function.blocks().get(i).end())) {
        used.set(stack.getLast());
      }
    }
    return used;
  }

  private static boolean isUnused(Instruction instruction, BitSet used) {
    return switch (instruction) {
      case Instruction.EnterFrame(int frame, _) -> !used.get(frame);
      case Instruction.LeaveFrame(int frame, _) -> !used.get(frame);
      case Instruction.Assign _, Instruction.Evaluate _, Instruction.Free _, Instruction.Reset _ ->
          false;
    };
  }
}
