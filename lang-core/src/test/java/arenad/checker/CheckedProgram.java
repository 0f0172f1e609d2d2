package arenad.checker;

import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Located;
import arenad.diagnostic.LocatedDiagnostic;
import arenad.diagnostic.Palette;
import arenad.diagnostic.Place;
import arenad.diagnostic.TerminalForm;
import arenad.elaborate.Environment;
import arenad.elaborate.Workbench;
import arenad.ir.IrFunction;
import arenad.lifetime.Contract;
import arenad.lower.Lowered;
import arenad.lower.Lowering;
import arenad.lower.WorkbenchTemplates;
import arenad.parse.Parsed;
import arenad.parse.Positions;
import arenad.symbol.SymbolId;
import arenad.text.Span;
import arenad.type.Declaration;
import arenad.type.Type;
import arenad.typed.TypedFunction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A program, taken from its text through the whole core to what the checker says.
public final class CheckedProgram {

  private final Workbench workbench;
  private final Map<SymbolId, IrFunction> functions = new LinkedHashMap<>();
  private final Map<SymbolId, Contract> contracts = new HashMap<>();
  private final List<Diagnostic> before;
  private final List<Diagnostic> lifetimes = new ArrayList<>();

  private CheckedProgram(Map<String, String> modules) {
    workbench = new Workbench();
    modules.forEach(workbench::with);
    before = workbench.diagnostics();
    for (TypedFunction function : workbench.functions()) {
      Lowered lowered =
          Lowering.of(function, workbench::declaration, new WorkbenchTemplates(workbench));
      if (lowered instanceof Lowered.Graph(IrFunction graph)) {
        functions.put(function.symbol(), graph);
      }
    }
    for (List<IrFunction> group : CallGroups.of(functions.values())) {
      Checked checked = Checking.of(group, environment());
      contracts.putAll(checked.contracts());
      lifetimes.addAll(checked.diagnostics());
    }
  }

  /// A program of one module, `main`.
  public static CheckedProgram of(String source) {
    return new CheckedProgram(Map.of("main", source));
  }

  /// A program of several modules: texts by name.
  public static CheckedProgram of(Map<String, String> modules) {
    return new CheckedProgram(modules);
  }

  /// What is wrong apart from lifetimes.
  public List<Diagnostic> before() {
    return before;
  }

  /// What is wrong with lifetimes.
  public List<Diagnostic> lifetimes() {
    return lifetimes;
  }

  public Map<SymbolId, IrFunction> functions() {
    return functions;
  }

  public @Nullable SymbolId symbol(String name) {
    return workbench.find("main", name);
  }

  public Contract contract(String name) {
    Contract contract = contracts.get(symbol(name));
    if (contract == null) {
      throw new IllegalArgumentException("no function " + name);
    }
    return contract;
  }

  public Map<SymbolId, Contract> contracts() {
    return contracts;
  }

  public Declaration.Function declaration(String name) {
    SymbolId symbol = symbol(name);
    if (symbol != null && workbench.declaration(symbol) instanceof Declaration.Function function) {
      return function;
    }
    throw new IllegalArgumentException("no function " + name);
  }

  public Environment environment() {
    return new WithContracts(workbench, contracts);
  }

  /// The zero-based line of a diagnostic.
  public int line(Diagnostic diagnostic) {
    return located(diagnostic.primary()).from().line();
  }

  /// With its places found, or null when they are nowhere.
  public @Nullable LocatedDiagnostic located(Diagnostic diagnostic) {
    return LocatedDiagnostic.of(diagnostic, this::located);
  }

  /// As a terminal shows it.
  public String shown(Diagnostic diagnostic) {
    LocatedDiagnostic located = LocatedDiagnostic.of(diagnostic, this::located);
    return located == null ? diagnostic.toString() : TerminalForm.of(located, Palette.PLAIN);
  }

  private Located located(Place place) {
    return switch (place) {
      case Place.InSymbol(SymbolId symbol, Span span) -> {
        Parsed parsed = workbench.parsed(symbol.module());
        Positions positions = parsed.positions(symbol);
        int start = positions.start(span);
        yield new Located(symbol.module() + ".arena", parsed.text(), start, positions.end(span));
      }
      case Place.InModule(String module, int start, int end) ->
          new Located(module + ".arena", workbench.parsed(module).text(), start, end);
      case Place.InFile _ -> throw new IllegalArgumentException(place.toString());
    };
  }

  /// The program, with the contracts that are known so far.
  private record WithContracts(Workbench workbench, Map<SymbolId, Contract> contracts)
      implements Environment {
    @Override
    public boolean hasModule(String module) {
      return workbench.hasModule(module);
    }

    @Override
    public @Nullable SymbolId find(String module, String name) {
      return workbench.find(module, name);
    }

    @Override
    public @Nullable Import imported(String module, String name) {
      return workbench.imported(module, name);
    }

    @Override
    public List<String> names(String module) {
      return workbench.names(module);
    }

    @Override
    public boolean isExported(SymbolId symbol) {
      return workbench.isExported(symbol);
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
    public Contract contract(SymbolId function) {
      return contracts.getOrDefault(function, Contract.EMPTY);
    }
  }
}
