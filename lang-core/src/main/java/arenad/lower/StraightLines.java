package arenad.lower;

import arenad.ir.Instruction;
import arenad.ir.IrFunction;
import arenad.ir.Terminator;
import java.util.ArrayList;
import java.util.List;

/// Joins a block to its only predecessor, where that goes nowhere else, and keeps the order.
final class StraightLines {

  private StraightLines() {}

  static IrFunction joined(IrFunction function) {
    List<IrFunction.Block> blocks = function.blocks();
    int[] predecessors = predecessors(blocks);
    int[] numbers = new int[blocks.size()];
    List<Integer> heads = new ArrayList<>();
    boolean[] isTail = tails(blocks, predecessors);
    for (int i = 0; i < blocks.size(); i++) {
      if (!isTail[i]) {
        numbers[i] = heads.size();
        heads.add(i);
      }
    }
    List<IrFunction.Block> result = new ArrayList<>();
    for (int head : heads) {
      result.add(line(blocks, head, isTail, numbers));
    }
    return function.withBlocks(result);
  }

  private static IrFunction.Block line(
      List<IrFunction.Block> blocks, int head, boolean[] isTail, int[] numbers) {
    List<Instruction> instructions = new ArrayList<>(blocks.get(head).instructions());
    Terminator end = blocks.get(head).end();
    while (end instanceof Terminator.Goto(int target, _) && isTail[target]) {
      instructions.addAll(blocks.get(target).instructions());
      end = blocks.get(target).end();
    }
    return new IrFunction.Block(instructions, BlockOrder.retarget(end, numbers));
  }

  /// Which blocks belong to the block before them. The entry never does, so no circle is all tails.
  private static boolean[] tails(List<IrFunction.Block> blocks, int[] predecessors) {
    boolean[] isTail = new boolean[blocks.size()];
    for (IrFunction.Block block : blocks) {
      if (block.end() instanceof Terminator.Goto(int target, _)) {
        isTail[target] = target != 0 && predecessors[target] == 1;
      }
    }
    return isTail;
  }

  private static int[] predecessors(List<IrFunction.Block> blocks) {
    int[] count = new int[blocks.size()];
    for (IrFunction.Block block : blocks) {
      for (int successor : block.end().successors()) {
        count[successor]++;
      }
    }
    return count;
  }
}
