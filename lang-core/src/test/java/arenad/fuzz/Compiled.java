package arenad.fuzz;

import arenad.diagnostic.Diagnostic;
import arenad.elaborate.Workbench;
import arenad.ir.IrFunction;
import arenad.lower.Lowered;
import arenad.lower.Lowering;
import arenad.lower.WorkbenchTemplates;
import arenad.oracle.Instances;
import arenad.symbol.SymbolId;
import arenad.typed.TypedFunction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A program of one module, compiled as far as its graphs.
///
/// @param errors what is wrong with it, lifetimes apart; if there is any, functions may be missing
public record Compiled(
    Workbench workbench, Map<SymbolId, IrFunction> functions, List<Diagnostic> errors) {

  public static final SymbolId MAIN = new SymbolId("main", SymbolId.Kind.FUNCTION, "main");

  public static Compiled of(String source) {
    Workbench workbench = Workbench.of(source);
    List<Diagnostic> errors = workbench.diagnostics().stream().filter(Diagnostic::isError).toList();
    Map<SymbolId, IrFunction> functions = new LinkedHashMap<>();
    for (TypedFunction function : workbench.functions()) {
      switch (Lowering.of(function, workbench::declaration, new WorkbenchTemplates(workbench))) {
        case Lowered.Graph(IrFunction graph) -> functions.put(function.symbol(), graph);
        case Lowered.Hole _, Lowered.TooLarge _, Lowered.Endless _ -> {}
      }
    }
    return new Compiled(workbench, functions, errors);
  }

  /// What runs: the functions, and the instances of generic ones.
  public Map<SymbolId, IrFunction> runnable() {
    return Instances.graphs(workbench, functions);
  }
}
