package arenad.ir;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which frames for temporaries are open at the entry of each block, the innermost last.
public final class FrameStacks {

  private final List<@Nullable List<Integer>> atEntry;

  private FrameStacks(List<@Nullable List<Integer>> atEntry) {
    this.atEntry = atEntry;
  }

  /// Every way to a block opens the same frames ([IrVerifier] sees to that), so the first way found
  /// will do.
  public static FrameStacks of(IrFunction function) {
    List<@Nullable List<Integer>> atEntry = new ArrayList<>();
    for (int i = 0; i < function.blocks().size(); i++) {
      atEntry.add(null);
    }
    Deque<Integer> work = new ArrayDeque<>();
    atEntry.set(0, List.of());
    work.push(0);
    while (!work.isEmpty()) {
      int block = work.pop();
      List<Integer> after = atExit(function.blocks().get(block), atEntry.get(block));
      for (int successor : function.blocks().get(block).end().successors()) {
        if (atEntry.get(successor) == null) {
          atEntry.set(successor, after);
          work.push(successor);
        }
      }
    }
    return new FrameStacks(atEntry);
  }

  public List<Integer> atEntry(int block) {
    List<Integer> stack = atEntry.get(block);
    return stack == null ? List.of() : stack;
  }

  /// What the instruction does to the stack.
  public static void pass(Instruction instruction, List<Integer> stack) {
    switch (instruction) {
      case Instruction.EnterFrame(int frame, _) -> stack.add(frame);
      case Instruction.LeaveFrame _ -> stack.removeLast();
      case Instruction.Assign _,
          Instruction.Evaluate _,
          Instruction.Free _,
          Instruction.Reset _,
          Instruction.BeginTurns _ -> {}
    }
  }

  private static List<Integer> atExit(IrFunction.Block block, @Nullable List<Integer> entry) {
    List<Integer> stack = new ArrayList<>(entry == null ? List.of() : entry);
    for (Instruction instruction : block.instructions()) {
      pass(instruction, stack);
    }
    return List.copyOf(stack);
  }
}
