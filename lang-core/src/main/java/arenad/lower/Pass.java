package arenad.lower;

import arenad.ir.IrFunction;
import java.util.List;
import java.util.function.UnaryOperator;

/// One change of a whole graph after it is written.
///
/// @param reason why it is there, and why it stands where it does
public record Pass(String name, String reason, UnaryOperator<IrFunction> change) {

  /// In the order in which they run.
  public static final List<Pass> ALL =
      List.of(
          new Pass(
              "order blocks",
              "Writing leaves blocks that nothing reaches and numbers them as they were opened."
                  + " First, because what follows must not be misled by code that never runs.",
              BlockOrder::of),
          new Pass(
              "join straight lines",
              "A block whose only predecessor goes nowhere else is part of it: fewer states for the"
                  + " checker to keep, fewer frames of the JVM's verifier. After the order, which"
                  + " says who the predecessors are.",
              StraightLines::joined),
          new Pass(
              "drop unused frames",
              "A mark and a release are paid at run time by functions that make temporaries only."
                  + " Last, when every instruction that runs is known.",
              UnusedFrames::dropped));
}
