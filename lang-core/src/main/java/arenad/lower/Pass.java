package arenad.lower;

import arenad.ir.IrFunction;
import arenad.type.Owners;
import java.util.BitSet;
import java.util.List;

/// One change of a whole graph after it is written.
///
/// @param reason why it is there, and why it stands where it does
public record Pass(String name, String reason, Change change) {

  /// In the order in which they run.
  public static final List<Pass> ALL =
      List.of(
          new Pass(
              "order blocks",
              "Writing leaves blocks that nothing reaches and numbers them as they were opened."
                  + " First, because what follows must not be misled by code that never runs.",
              (function, _) -> BlockOrder.of(function)),
          new Pass(
              "place drops",
              "Writing drops each owner where its scope ends. Where it has been moved by then that"
                  + " is left out, and where it has been moved on one of two paths it is dropped at"
                  + " the end of the other. Before blocks are joined, because it may add some.",
              (function, setting) -> Drops.placed(function, setting.owners())),
          new Pass(
              "join straight lines",
              "A block whose only predecessor goes nowhere else is part of it: fewer states for the"
                  + " checker to keep, fewer frames of the JVM's verifier. After the order, which"
                  + " says who the predecessors are.",
              (function, _) -> StraightLines.joined(function)),
          new Pass(
              "release temporaries each turn",
              "A loop that runs for long must not pile up temporaries. Writing gives every turn a"
                  + " frame; this drops those whose temporaries may be seen after the turn, so that"
                  + " they belong to the frame around.",
              (function, setting) -> TurnFrames.kept(function, setting.turnFrames())),
          new Pass(
              "drop unused frames",
              "A mark and a release are paid at run time only where temporaries are made. Last,"
                  + " when it is known which frame each temporary belongs to.",
              (function, _) -> UnusedFrames.dropped(function)));

  /// @param turnFrames the frames that [BodyLowering] gave to turns of loops
  record Setting(BitSet turnFrames, Owners owners) {}

  @FunctionalInterface
  interface Change {
    IrFunction of(IrFunction function, Setting setting);
  }
}
