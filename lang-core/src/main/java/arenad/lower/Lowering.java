package arenad.lower;

import arenad.ir.Instruction;
import arenad.ir.IrFunction;
import arenad.ir.IrVerifier;
import arenad.ir.Terminator;
import arenad.text.Span;
import arenad.type.Type;
import arenad.typed.TypedFunction;
import arenad.typed.Variable;
import java.util.ArrayList;
import java.util.List;

/// From the typed tree of a body to its control-flow graph.
public final class Lowering {

  /// No body that has more instructions than this fits a method of the JVM.
  public static final int LIMIT = 100_000;

  private Lowering() {}

  public static Lowered of(TypedFunction function) {
    GraphDraft draft = new GraphDraft(locals(function));
    BodyLowering body = new BodyLowering(draft);
    try {
      writeBody(function, draft, body);
    } catch (GraphDraft.TooLargeException tooLarge) {
      return new Lowered.TooLarge(tooLarge.place());
    }
    if (body.metHole()) {
      return new Lowered.Hole();
    }
    IrFunction graph =
        new IrFunction(
            function.symbol(),
            function.parameters(),
            draft.locals(),
            function.result(),
            draft.blocks(function.end()),
            function.name(),
            function.end(),
            function.witnesses());
    for (Pass pass : Pass.ALL) {
      graph = pass.change().of(graph, body.turnFrames());
    }
    assert IrVerifier.problemsOf(graph).isEmpty() : IrVerifier.problemsOf(graph);
    return new Lowered.Graph(graph);
  }

  private static void writeBody(TypedFunction function, GraphDraft draft, BodyLowering body) {
    draft.continueIn(draft.newBlock());
    draft.add(new Instruction.EnterFrame(BodyLowering.FUNCTION_FRAME, function.name()));
    body.exits().enterFrame(BodyLowering.FUNCTION_FRAME);
    body.statements().block(function.body());
    Span end = function.end();
    body.exits().leaveFunction(end);
    // Elaboration has seen to it that a function with a result does not fall out of its body.
    draft.end(
        function.result() == Type.Unit.VOID
            ? new Terminator.Return(null, end)
            : new Terminator.Unreachable(end));
  }

  private static List<IrFunction.Local> locals(TypedFunction function) {
    List<IrFunction.Local> locals = new ArrayList<>();
    for (Variable variable : function.variables()) {
      locals.add(
          new IrFunction.Local(
              variable.index(), variable.name(), variable.type(), variable.span()));
    }
    return locals;
  }
}
