package arenad.lower;

import arenad.ir.IrFunction;
import arenad.ir.Terminator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/// Puts the blocks that can be reached in reverse post-order, the way on before the way out.
final class BlockOrder {

  private BlockOrder() {}

  static IrFunction of(IrFunction function) {
    List<Integer> order = reversePostOrder(function.blocks());
    int[] numbers = new int[function.blocks().size()];
    for (int i = 0; i < order.size(); i++) {
      numbers[order.get(i)] = i;
    }
    List<IrFunction.Block> blocks = new ArrayList<>();
    for (int old : order) {
      IrFunction.Block block = function.blocks().get(old);
      blocks.add(new IrFunction.Block(block.instructions(), retarget(block.end(), numbers)));
    }
    return function.withBlocks(blocks);
  }

  /// Without recursion: a body may have as many blocks in a row as it likes.
  private static List<Integer> reversePostOrder(List<IrFunction.Block> blocks) {
    List<Integer> postOrder = new ArrayList<>();
    int[] visited = new int[blocks.size()];
    Arrays.fill(visited, -1);
    Deque<Integer> path = new ArrayDeque<>();
    path.push(0);
    visited[0] = 0;
    while (!path.isEmpty()) {
      int block = path.peek();
      // From the last successor to the first, so that in the reversed order the first comes first.
      List<Integer> successors = blocks.get(block).end().successors().reversed();
      if (visited[block] == successors.size()) {
        postOrder.add(path.pop());
        continue;
      }
      int next = successors.get(visited[block]++);
      if (visited[next] < 0) {
        visited[next] = 0;
        path.push(next);
      }
    }
    return postOrder.reversed();
  }

  static Terminator retarget(Terminator end, int[] numbers) {
    return switch (end) {
      case Terminator.Goto(int target, var span) -> new Terminator.Goto(numbers[target], span);
      case Terminator.Branch(var condition, int then, int otherwise, var span) ->
          new Terminator.Branch(condition, numbers[then], numbers[otherwise], span);
      case Terminator.Switch(var union, var targets, var span) ->
          new Terminator.Switch(
              union, targets.stream().map(target -> numbers[target]).toList(), span);
      case Terminator.Return _, Terminator.Panic _, Terminator.Unreachable _ -> end;
    };
  }
}
