package arenad.lower;

import arenad.ir.Instruction;
import arenad.ir.IrFunction;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Takes frames out of a graph; their temporaries then belong to the frame around.
final class FrameRemoval {

  private FrameRemoval() {}

  static IrFunction without(BitSet frames, IrFunction function) {
    if (frames.isEmpty()) {
      return function;
    }
    List<IrFunction.Block> blocks = new ArrayList<>();
    for (IrFunction.Block block : function.blocks()) {
      List<Instruction> kept =
          block.instructions().stream().filter(each -> !concerns(each, frames)).toList();
      blocks.add(new IrFunction.Block(kept, block.end()));
    }
    return function.withBlocks(blocks);
  }

  private static boolean concerns(Instruction instruction, BitSet frames) {
    return switch (instruction) {
      case Instruction.EnterFrame(int frame, _) -> frames.get(frame);
      case Instruction.LeaveFrame(int frame, _) -> frames.get(frame);
      case Instruction.Assign _, Instruction.Evaluate _, Instruction.Free _, Instruction.Reset _ ->
          false;
    };
  }
}
