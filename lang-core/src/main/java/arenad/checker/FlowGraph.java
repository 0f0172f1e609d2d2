package arenad.checker;

import arenad.ir.IrFunction;
import arenad.lifetime.BitRow;
import arenad.lifetime.LoopNest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/// Predecessors and loops of a function's blocks. Blocks stand in reverse post-order and every loop
/// has one head, so an edge that goes back leads to the head of the loop that it closes.
final class FlowGraph {

  private final IrFunction function;
  private final int[][] predecessors;
  private final int[] loopOfBlock;
  private final int[] headOfLoop;
  private final LoopNest nest;

  private FlowGraph(
      IrFunction function,
      int[][] predecessors,
      int[] loopOfBlock,
      int[] headOfLoop,
      LoopNest nest) {
    this.function = function;
    this.predecessors = predecessors;
    this.loopOfBlock = loopOfBlock;
    this.headOfLoop = headOfLoop;
    this.nest = nest;
  }

  static FlowGraph of(IrFunction function) {
    int blocks = function.blocks().size();
    List<List<Integer>> from = new ArrayList<>();
    for (int i = 0; i < blocks; i++) {
      from.add(new ArrayList<>());
    }
    for (int i = 0; i < blocks; i++) {
      for (int successor : function.blocks().get(i).end().successors()) {
        if (!from.get(successor).contains(i)) {
          from.get(successor).add(i);
        }
      }
    }
    int[][] predecessors = new int[blocks][];
    for (int i = 0; i < blocks; i++) {
      predecessors[i] = from.get(i).stream().mapToInt(Integer::intValue).toArray();
    }
    return withLoops(function, predecessors);
  }

  private static FlowGraph withLoops(IrFunction function, int[][] predecessors) {
    int blocks = predecessors.length;
    int[] loopOfBlock = new int[blocks];
    int[] parents = new int[1];
    int[] heads = {-1};
    for (int head = 0; head < blocks; head++) {
      boolean[] body = bodyOf(head, predecessors);
      if (body.length > 0) {
        int loop = parents.length;
        parents = Arrays.copyOf(parents, loop + 1);
        heads = Arrays.copyOf(heads, loop + 1);
        parents[loop] = loopOfBlock[head];
        heads[loop] = head;
        for (int i = 0; i < blocks; i++) {
          if (body[i]) {
            loopOfBlock[i] = loop;
          }
        }
      }
    }
    return new FlowGraph(function, predecessors, loopOfBlock, heads, new LoopNest(parents));
  }

  /// The blocks of the loop with that head; of length 0 when it is none.
  private static boolean[] bodyOf(int head, int[][] predecessors) {
    Deque<Integer> work = new ArrayDeque<>();
    for (int predecessor : predecessors[head]) {
      if (predecessor >= head) {
        work.push(predecessor);
      }
    }
    if (work.isEmpty()) {
      return new boolean[0];
    }
    boolean[] body = new boolean[predecessors.length];
    body[head] = true;
    while (!work.isEmpty()) {
      int block = work.pop();
      if (!body[block]) {
        body[block] = true;
        for (int predecessor : predecessors[block]) {
          work.push(predecessor);
        }
      }
    }
    return body;
  }

  IrFunction function() {
    return function;
  }

  int blockCount() {
    return predecessors.length;
  }

  int[] predecessors(int block) {
    return predecessors[block];
  }

  /// Whether the edge closes a loop.
  static boolean goesBack(int from, int to) {
    return from >= to;
  }

  /// The innermost loop around a block.
  int loopOf(int block) {
    return loopOfBlock[block];
  }

  boolean isHead(int block) {
    return loopOfBlock[block] != LoopNest.NONE && headOfLoop[loopOfBlock[block]] == block;
  }

  LoopNest nest() {
    return nest;
  }

  /// The blocks from which control may come to the end of `from`, and on to `to`, without beginning a
  /// new turn of a loop around `to`.
  BitRow before(int from, int to) {
    BitRow seen = new BitRow();
    Deque<Integer> work = new ArrayDeque<>(List.of(from));
    seen.add(from);
    while (!work.isEmpty()) {
      int at = work.pop();
      boolean around = isHead(at) && nest.isInside(loopOfBlock[to], loopOfBlock[at]);
      for (int predecessor : predecessors[at]) {
        if (!(around && goesBack(predecessor, at)) && seen.add(predecessor)) {
          work.push(predecessor);
        }
      }
    }
    return seen;
  }

  /// Whether each path to `block` goes through `other`.
  boolean dominates(int other, int block) {
    if (other == block) {
      return true;
    }
    boolean[] seen = new boolean[predecessors.length];
    seen[other] = true;
    Deque<Integer> work = new ArrayDeque<>(List.of(block));
    while (!work.isEmpty()) {
      int at = work.pop();
      if (at == 0) {
        return other == 0;
      }
      for (int predecessor : predecessors[at]) {
        if (!seen[predecessor]) {
          seen[predecessor] = true;
          work.push(predecessor);
        }
      }
    }
    return true;
  }
}
