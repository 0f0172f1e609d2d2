package arenad.lower;

import arenad.ir.Instruction;
import arenad.ir.IrFunction;
import arenad.ir.IrVerifier;
import arenad.ir.Terminator;
import arenad.symbol.SymbolId;
import arenad.text.Span;
import arenad.type.Declaration;
import arenad.type.Owners;
import arenad.type.Type;
import arenad.typed.TypedFunction;
import arenad.typed.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// From the typed tree of a body to its control-flow graph.
public final class Lowering {

  /// No body that has more instructions than this fits a method of the JVM.
  public static final int LIMIT = 100_000;

  private Lowering() {}

  /// @param declarations what is written of a struct or union, to know what its values own
  public static Lowered of(
      TypedFunction function, Function<SymbolId, @Nullable Declaration> declarations) {
    GraphDraft draft = new GraphDraft(locals(function));
    Owners owners = new Owners(declarations);
    BodyLowering body = new BodyLowering(draft, owners);
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
    Pass.Setting setting = new Pass.Setting(body.turnFrames(), owners);
    for (Pass pass : Pass.ALL) {
      graph = pass.change().of(graph, setting);
    }
    assert IrVerifier.problemsOf(graph).isEmpty() : IrVerifier.problemsOf(graph);
    return new Lowered.Graph(graph);
  }

  private static void writeBody(TypedFunction function, GraphDraft draft, BodyLowering body) {
    draft.continueIn(draft.newBlock());
    draft.add(new Instruction.EnterFrame(BodyLowering.FUNCTION_FRAME, function.name()));
    body.exits().enterFrame(BodyLowering.FUNCTION_FRAME);
    draft.locals().subList(0, function.parameters()).forEach(body.ownership()::own);
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
