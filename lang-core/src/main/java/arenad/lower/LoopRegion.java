package arenad.lower;

import arenad.ir.FrameStacks;
import arenad.ir.Instruction;
import arenad.ir.IrFunction;
import arenad.ir.Temporaries;
import arenad.ir.Terminator;
import arenad.ir.Value;
import arenad.ir.Values;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What of a function happens from the beginning of a loop to the end of its last turn: the turns, and between them the head with its
/// condition and the step.
final class LoopRegion {

  private final IrFunction function;
  private final FrameStacks stacks;
  private final int frame;

  /// How many frames are open where it begins.
  private final int depth;

  private final BitSet blocks;

  private LoopRegion(IrFunction function, FrameStacks stacks, int frame, int depth, BitSet blocks) {
    this.function = function;
    this.stacks = stacks;
    this.frame = frame;
    this.depth = depth;
    this.blocks = blocks;
  }

  /// The loop whose turns have the frame; null when no loop's have it, or it is never entered.
  static @Nullable LoopRegion of(IrFunction function, FrameStacks stacks, int frame) {
    int begin = -1;
    int depth = 0;
    int entered = -1;
    for (int i = 0; i < function.blocks().size(); i++) {
      List<Integer> stack = new ArrayList<>(stacks.atEntry(i));
      for (Instruction instruction : function.blocks().get(i).instructions()) {
        if (TurnFrames.begins(instruction, frame)) {
          begin = i;
          depth = stack.size();
        }
        FrameStacks.pass(instruction, stack);
        if (instruction instanceof Instruction.EnterFrame(int number, _) && number == frame) {
          entered = i;
        }
      }
    }
    if (begin < 0 || entered < 0) {
      return null;
    }
    return new LoopRegion(function, stacks, frame, depth, before(function, entered, begin));
  }

  /// The blocks from which control may come to a turn without beginning the loop anew.
  private static BitSet before(IrFunction function, int entered, int begin) {
    List<List<Integer>> predecessors = new ArrayList<>();
    function.blocks().forEach(_ -> predecessors.add(new ArrayList<>()));
    for (int i = 0; i < function.blocks().size(); i++) {
      for (int successor : function.blocks().get(i).end().successors()) {
        predecessors.get(successor).add(i);
      }
    }
    BitSet found = new BitSet();
    Deque<Integer> work = new ArrayDeque<>();
    if (entered != begin) {
      found.set(entered);
      work.push(entered);
    }
    while (!work.isEmpty()) {
      for (int predecessor : predecessors.get(work.pop())) {
        if (predecessor != begin && !found.get(predecessor)) {
          found.set(predecessor);
          work.push(predecessor);
        }
      }
    }
    return found;
  }

  /// Whether a temporary is made between the turns that stays there: one of no frame, or of a frame that goes.
  boolean makesTemporariesOutside(BitSet dropped) {
    for (int i = 0; i < function.blocks().size(); i++) {
      List<Integer> stack = new ArrayList<>(stacks.atEntry(i));
      boolean inLoop = blocks.get(i);
      for (Instruction instruction : function.blocks().get(i).instructions()) {
        inLoop |= TurnFrames.begins(instruction, frame);
        if (inLoop && staysBetween(stack, dropped) && Temporaries.areMadeBy(instruction)) {
          return true;
        }
        FrameStacks.pass(instruction, stack);
      }
      Terminator end = function.blocks().get(i).end();
      if (inLoop && staysBetween(stack, dropped) && Temporaries.areMadeBy(end)) {
        return true;
      }
    }
    return false;
  }

  private boolean staysBetween(List<Integer> stack, BitSet dropped) {
    return !stack.contains(frame) && (stack.size() <= depth || dropped.get(stack.getLast()));
  }

  /// Where the temporaries of the turns go, and what their variables hold, between turns too.
  TemporaryFlow flow(BitSet keepable) {
    FrameExtent turn = FrameExtent.of(function, stacks, frame);
    List<Instruction> instructions = new ArrayList<>(turn.inside());
    List<Value> atEnds = new ArrayList<>(turn.atEnds());
    for (int i = 0; i < function.blocks().size(); i++) {
      boolean inLoop = blocks.get(i);
      for (Instruction instruction : function.blocks().get(i).instructions()) {
        inLoop |= TurnFrames.begins(instruction, frame);
        if (inLoop) {
          instructions.add(instruction);
        }
      }
      if (inLoop) {
        atEnds.addAll(Values.valuesOf(function.blocks().get(i).end()));
      }
    }
    return TemporaryFlow.of(instructions, atEnds, turn.outside(), keepable);
  }
}
