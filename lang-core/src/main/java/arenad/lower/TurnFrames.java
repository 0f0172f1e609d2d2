package arenad.lower;

import arenad.ir.FrameStacks;
import arenad.ir.Instruction;
import arenad.ir.IrFunction;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Decides what becomes of the frames of turns, and of conditions of loops.
///
/// Within the frame, what may hold a temporary is followed from value to local until nothing new is
/// found ([TemporaryFlow]). A local belongs to the turn if it occurs nowhere else: then it was declared in
/// the loop's body, and by definite assignment no turn sees what an earlier one left in it.
///
/// - If no temporary made in the frame can be seen after it, the frame stays.
/// - If some reach strings in variables from outside and nothing else, it stays and keeps those: at the end of a turn they move down to where
///   the loop began. That takes that nothing else made in the loop, or held by these variables, can be seen from elsewhere ([LoopRegion]).
/// - If any reaches an object, an array from outside or the result, the frame goes, and its temporaries belong to the frame around.
///
/// The checker judges the frames that are left like any others, so an error here would be seen by it, not by
/// the program. Deliberately ignored: which branch is taken, and the order of instructions.
final class TurnFrames {

  private final IrFunction function;
  private final FrameStacks stacks;
  private final BitSet dropped = new BitSet();
  private final Map<Integer, List<IrFunction.Local>> keeping = new HashMap<>();

  private TurnFrames(IrFunction function) {
    this.function = function;
    stacks = FrameStacks.of(function);
  }

  static IrFunction kept(IrFunction function, BitSet turnFrames) {
    if (turnFrames.isEmpty()) {
      return function;
    }
    TurnFrames frames = new TurnFrames(function);
    frames.decide(turnFrames);
    return FrameRemoval.without(frames.dropped, frames.keeping, function);
  }

  /// What turns keep is decided last: it rests on which conditions have frames.
  private void decide(BitSet turnFrames) {
    BitSet keepable = KeepableTexts.of(function);
    Map<Integer, BitSet> survivors = new HashMap<>();
    turnFrames.stream()
        .forEach(
            frame -> {
              TemporaryFlow flow = FrameExtent.of(function, stacks, frame).flow(keepable);
              if (flow.escapes()) {
                dropped.set(frame);
              } else if (!flow.survivors().isEmpty()) {
                survivors.put(frame, flow.survivors());
                dropped.set(frame);
              }
            });
    survivors.keySet().stream().sorted().forEach(frame -> keep(frame, keepable));
  }

  private void keep(int frame, BitSet keepable) {
    LoopRegion region = LoopRegion.of(function, stacks, frame);
    if (region == null || region.makesTemporariesOutside(dropped)) {
      return;
    }
    TemporaryFlow flow = region.flow(keepable);
    if (!flow.escapes()) {
      dropped.clear(frame);
      keeping.put(frame, flow.survivors().stream().mapToObj(function.locals()::get).toList());
    }
  }

  /// Whether the loop whose turns have the frame begins here.
  static boolean begins(Instruction instruction, int frame) {
    return instruction instanceof Instruction.BeginTurns(int begun, _) && begun == frame;
  }
}
