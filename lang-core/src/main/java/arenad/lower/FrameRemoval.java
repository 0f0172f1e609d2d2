package arenad.lower;

import arenad.ir.Instruction;
import arenad.ir.IrFunction;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Takes frames out of a graph; their temporaries then belong to the frame around.
final class FrameRemoval {

  private FrameRemoval() {}

  static IrFunction without(BitSet frames, IrFunction function) {
    return frames.isEmpty()
        ? function
        : changed(function, instruction -> concerns(instruction, frames) ? null : instruction);
  }

  /// @param keeping what the turns of loops keep, by their frame; the other loops need not know where they begin
  static IrFunction without(
      BitSet frames, Map<Integer, List<IrFunction.Local>> keeping, IrFunction function) {
    return changed(
        function,
        instruction ->
            concerns(instruction, frames)
                ? null
                : switch (instruction) {
                  case Instruction.LeaveFrame(int frame, _, var span) ->
                      new Instruction.LeaveFrame(
                          frame, keeping.getOrDefault(frame, List.of()), span);
                  case Instruction.BeginTurns(int frame, _) ->
                      keeping.containsKey(frame) ? instruction : null;
                  case Instruction.Assign _,
                      Instruction.Evaluate _,
                      Instruction.Free _,
                      Instruction.Reset _,
                      Instruction.EnterFrame _ ->
                      instruction;
                });
  }

  private interface Change {
    /// The instruction to put there, or null for none.
    @Nullable Instruction of(Instruction instruction);
  }

  private static IrFunction changed(IrFunction function, Change change) {
    List<IrFunction.Block> blocks = new ArrayList<>();
    for (IrFunction.Block block : function.blocks()) {
      List<Instruction> kept = new ArrayList<>();
      for (Instruction instruction : block.instructions()) {
        Instruction changed = change.of(instruction);
        if (changed != null) {
          kept.add(changed);
        }
      }
      blocks.add(new IrFunction.Block(kept, block.end()));
    }
    return function.withBlocks(blocks);
  }

  private static boolean concerns(Instruction instruction, BitSet frames) {
    return switch (instruction) {
      case Instruction.EnterFrame(int frame, _) -> frames.get(frame);
      case Instruction.LeaveFrame(int frame, _, _) -> frames.get(frame);
      case Instruction.BeginTurns(int frame, _) -> frames.get(frame);
      case Instruction.Assign _, Instruction.Evaluate _, Instruction.Free _, Instruction.Reset _ ->
          false;
    };
  }
}
