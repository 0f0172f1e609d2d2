package arenad.lower;

import arenad.ir.FrameStacks;
import arenad.ir.Instruction;
import arenad.ir.IrFunction;
import arenad.ir.Place;
import arenad.ir.Terminator;
import arenad.ir.Value;
import arenad.ir.Values;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Keeps the frame of a turn where no temporary made in it can be seen after the turn.
///
/// Within the frame, what may hold a temporary is followed from value to local until nothing new is
/// found ([TemporaryFlow]). A local belongs to the turn if it occurs nowhere else: then it was declared in
/// the loop's body, and by definite assignment no turn sees what an earlier one left in it. A temporary
/// that reaches any other local, an object, an array from outside or the result has escaped.
///
/// The checker judges the frames that are left like any others, so an error here would be seen by it, not by
/// the program. Deliberately ignored: which branch is taken, and the order of instructions.
final class TurnFrames {

  private TurnFrames() {}

  static IrFunction kept(IrFunction function, BitSet turnFrames) {
    BitSet dropped = new BitSet();
    FrameStacks stacks = FrameStacks.of(function);
    turnFrames.stream().filter(frame -> leaves(function, stacks, frame)).forEach(dropped::set);
    return FrameRemoval.without(dropped, function);
  }

  private static boolean leaves(IrFunction function, FrameStacks stacks, int frame) {
    List<Instruction> inside = new ArrayList<>();
    List<Value> results = new ArrayList<>();
    BitSet outside = new BitSet();
    outside.set(0, function.parameters());
    for (int i = 0; i < function.blocks().size(); i++) {
      IrFunction.Block block = function.blocks().get(i);
      List<Integer> stack = new ArrayList<>(stacks.atEntry(i));
      for (Instruction instruction : block.instructions()) {
        if (stack.contains(frame)) {
          inside.add(instruction);
        } else {
          mark(instruction, outside);
        }
        FrameStacks.pass(instruction, stack);
      }
      if (stack.contains(frame)) {
        results.addAll(Values.valuesOf(block.end()));
      } else {
        mark(block.end(), outside);
      }
    }
    return new TemporaryFlow(inside, results, outside).escapes();
  }

  private static void mark(Instruction instruction, BitSet locals) {
    if (instruction instanceof Instruction.Assign(Place place, _, _, _)) {
      mark(place, locals);
    }
    Values.valuesOf(instruction).forEach(value -> mark(value, locals));
  }

  private static void mark(Terminator terminator, BitSet locals) {
    Values.valuesOf(terminator).forEach(value -> mark(value, locals));
  }

  private static void mark(Value value, BitSet locals) {
    Values.anyIn(
        value,
        each -> {
          if (each instanceof Value.Read(Place place, _, _)) {
            mark(place, locals);
          } else if (each instanceof Value.Borrow(Place place, _, _)) {
            mark(place, locals);
          }
          return false;
        });
  }

  private static void mark(Place place, BitSet locals) {
    IrFunction.Local local = TemporaryFlow.rootOf(place);
    if (local != null) {
      locals.set(local.index());
    }
  }
}
