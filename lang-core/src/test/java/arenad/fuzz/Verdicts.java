package arenad.fuzz;

import arenad.checker.CallGroups;
import arenad.checker.Checked;
import arenad.checker.Checking;
import arenad.diagnostic.Diagnostic;
import arenad.elaborate.Environment;
import arenad.elaborate.Workbench;
import arenad.fuzz.Campaign.Verdict;
import arenad.ir.IrFunction;
import arenad.lifetime.Contract;
import arenad.symbol.SymbolId;
import arenad.type.Declaration;
import arenad.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the compiler, checker included, says of a program.
final class Verdicts {

  private Verdicts() {}

  static Verdict of(String source) {
    return of(source, Fault.NONE);
  }

  /// @param fault what is wrong with what the checker sees and says
  static Verdict of(String source, Fault fault) {
    Compiled compiled = Compiled.of(source);
    if (!compiled.errors().isEmpty()) {
      return new Verdict.Broken(said(compiled.errors().getFirst()));
    }
    if (!compiled.functions().containsKey(Compiled.MAIN)) {
      return new Verdict.Broken("no main");
    }
    List<Diagnostic> errors = lifetimeErrors(compiled, fault);
    return errors.isEmpty()
        ? new Verdict.Accepted(compiled)
        : new Verdict.Refused(compiled, said(errors.getFirst()));
  }

  /// Group by group, each knowing the contracts of those it calls.
  static List<Diagnostic> lifetimeErrors(Compiled compiled, Fault fault) {
    WithContracts environment = new WithContracts(compiled.workbench(), new HashMap<>());
    List<Diagnostic> errors = new ArrayList<>();
    for (List<IrFunction> group : CallGroups.of(compiled.functions().values())) {
      Checked checked = Checking.of(group.stream().map(fault::seen).toList(), environment);
      checked
          .contracts()
          .forEach((symbol, contract) -> environment.contracts.put(symbol, fault.seen(contract)));
      checked.diagnostics().stream().filter(Diagnostic::isError).forEach(errors::add);
    }
    return errors;
  }

  private static String said(Diagnostic diagnostic) {
    return diagnostic.code() + " " + diagnostic.message();
  }

  /// A workbench that knows contracts.
  private record WithContracts(Workbench workbench, Map<SymbolId, Contract> contracts)
      implements Environment {

    @Override
    public Contract contract(SymbolId function) {
      Contract contract = contracts.get(function);
      return contract == null ? workbench.contract(function) : contract;
    }

    @Override
    public @Nullable Declaration declaration(SymbolId symbol) {
      return workbench.declaration(symbol);
    }

    @Override
    public @Nullable Type inferredResult(SymbolId function) {
      return workbench.inferredResult(function);
    }

    @Override
    public boolean hasModule(String module) {
      return workbench.hasModule(module);
    }

    @Override
    public @Nullable SymbolId find(String module, String name) {
      return workbench.find(module, name);
    }

    @Override
    public boolean isExported(SymbolId symbol) {
      return workbench.isExported(symbol);
    }

    @Override
    public @Nullable Import imported(String module, String name) {
      return workbench.imported(module, name);
    }

    @Override
    public List<String> names(String module) {
      return workbench.names(module);
    }
  }
}
