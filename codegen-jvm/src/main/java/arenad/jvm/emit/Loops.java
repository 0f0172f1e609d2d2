package arenad.jvm.emit;

import arenad.ir.IrFunction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/// The loops of a graph. Blocks stand in reverse post-order and the language has no jumps into loops, so that an edge to a block
/// that is not further on leads back to the head of a loop.
final class Loops {

  private Loops() {}

  /// @param body the blocks from which the head is reached again, the head among them
  /// @param entry the block from which the loop is entered and nothing else, or -1 if there is none
  record Loop(int head, BitSet body, int entry) {}

  /// Outer loops come before those inside them.
  static List<Loop> of(IrFunction function) {
    List<IrFunction.Block> blocks = function.blocks();
    if (!leadsBack(blocks)) {
      return List.of();
    }
    List<List<Integer>> predecessors = predecessors(blocks);
    List<Loop> loops = new ArrayList<>();
    for (int head = 0; head < blocks.size(); head++) {
      BitSet body = body(head, predecessors);
      if (!body.isEmpty()) {
        loops.add(new Loop(head, body, entry(head, body, blocks, predecessors)));
      }
    }
    return loops;
  }

  private static boolean leadsBack(List<IrFunction.Block> blocks) {
    for (int i = 0; i < blocks.size(); i++) {
      for (int successor : blocks.get(i).end().successors()) {
        if (successor <= i) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<List<Integer>> predecessors(List<IrFunction.Block> blocks) {
    List<List<Integer>> predecessors = new ArrayList<>();
    blocks.forEach(_ -> predecessors.add(new ArrayList<>()));
    for (int i = 0; i < blocks.size(); i++) {
      for (int successor : blocks.get(i).end().successors()) {
        predecessors.get(successor).add(i);
      }
    }
    return predecessors;
  }

  /// Empty if no edge leads back to the block.
  private static BitSet body(int head, List<List<Integer>> predecessors) {
    BitSet body = new BitSet();
    Deque<Integer> open = new ArrayDeque<>();
    for (int predecessor : predecessors.get(head)) {
      if (predecessor >= head) {
        body.set(head);
        open.add(predecessor);
      }
    }
    while (!open.isEmpty()) {
      int block = open.remove();
      if (!body.get(block)) {
        body.set(block);
        open.addAll(predecessors.get(block));
      }
    }
    return body;
  }

  private static int entry(
      int head, BitSet body, List<IrFunction.Block> blocks, List<List<Integer>> predecessors) {
    int entry = -1;
    for (int predecessor : predecessors.get(head)) {
      if (!body.get(predecessor)) {
        boolean onlyThere = blocks.get(predecessor).end().successors().size() == 1;
        if (entry >= 0 || !onlyThere) {
          return -1;
        }
        entry = predecessor;
      }
    }
    return entry;
  }
}
