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
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// From the typed tree of a body to its control-flow graph.
public final class Lowering {

  /// No body that has more instructions than this fits a method of the JVM.
  public static final int LIMIT = 100_000;

  private Lowering() {}

  /// Of a body that passes no functions.
  ///
  /// @param declarations what is written of a struct or union, to know what its values own
  public static Lowered of(
      TypedFunction function, Function<SymbolId, @Nullable Declaration> declarations) {
    return of(function, declarations, Templates.NONE);
  }

  /// @param declarations what is written of a struct or union, to know what its values own
  /// @param templates the bodies of the functions that functions are passed to
  public static Lowered of(
      TypedFunction function,
      Function<SymbolId, @Nullable Declaration> declarations,
      Templates templates) {
    Owners owners = new Owners(declarations);
    Parts parts = new Parts(function, owners, templates);
    LocalNumbering numbering = new LocalNumbering();
    function.variables().subList(0, function.parameters()).forEach(numbering::add);
    Parts.ownVariables(function).forEach(numbering::add);
    Surrounding surrounding =
        new Surrounding(
            parts,
            function.symbol(),
            function.variables(),
            parts.unknown(function),
            Map.of(),
            CapturedVariables.byAddress(function, owners),
            0);
    FunctionDraft draft =
        new FunctionDraft(
            function.symbol(),
            function.parameters(),
            function.result(),
            function.body(),
            function.name(),
            function.end(),
            function.witnesses());
    try {
      IrFunction graph = graph(draft, numbering, surrounding);
      return graph == null || parts.metHole()
          ? new Lowered.Hole()
          : new Lowered.Graph(graph.withParts(parts.finished()));
    } catch (GraphDraft.TooLargeException tooLarge) {
      return new Lowered.TooLarge(tooLarge.place());
    } catch (Parts.EndlessException endless) {
      return new Lowered.Endless(endless.call().callee(), endless.call().span());
    }
  }

  /// One graph; null when there is a hole in it.
  static @Nullable IrFunction graph(
      FunctionDraft function, LocalNumbering numbering, Surrounding surrounding) {
    GraphDraft draft = new GraphDraft(numbering);
    BodyLowering body = new BodyLowering(draft, surrounding);
    surrounding.byAddress().stream().forEach(variable -> draft.share(numbering.find(variable)));
    writeBody(function, draft, body);
    if (body.metHole()) {
      return null;
    }
    IrFunction graph =
        new IrFunction(
            function.symbol(),
            surrounding.source(),
            function.parameters(),
            draft.locals(),
            function.result(),
            draft.blocks(function.end()),
            function.name(),
            function.end(),
            function.witnesses(),
            List.of());
    Pass.Setting setting = new Pass.Setting(body.turnFrames(), surrounding.parts().owners());
    for (Pass pass : Pass.ALL) {
      graph = pass.change().of(graph, setting);
    }
    assert IrVerifier.problemsOf(graph).isEmpty() : IrVerifier.problemsOf(graph);
    return graph;
  }

  private static void writeBody(FunctionDraft function, GraphDraft draft, BodyLowering body) {
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
}
