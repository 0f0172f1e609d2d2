package arenad.checker;

import arenad.diagnostic.Diagnostic;
import arenad.elaborate.Environment;
import arenad.ir.IrFunction;
import arenad.lifetime.Contract;
import arenad.lifetime.Shapes;
import arenad.symbol.SymbolId;
import arenad.type.Declaration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Judges a recursive group of functions (mostly a group of one): contracts to a fixpoint, then what
/// is wrong.
public final class Checking {

  /// Contracts only grow and are finite, so this is never reached; should it be, it is said.
  private static final int MOST_ROUNDS = 200;

  private final List<IrFunction> group;
  private final Environment environment;
  private final Shapes shapes;
  private final SortedMap<SymbolId, Contract> contracts = new TreeMap<>();

  private Checking(List<IrFunction> group, Environment environment) {
    this.group = group.stream().sorted(Comparator.comparing(IrFunction::symbol)).toList();
    this.environment = environment;
    shapes = new Shapes(environment::declaration);
  }

  /// @param group all functions that can reach each other by calls, or a single function
  /// @param environment knows the contracts of what the group calls outside of itself
  public static Checked of(List<IrFunction> group, Environment environment) {
    return new Checking(group, environment).run();
  }

  private Checked run() {
    for (IrFunction function : group) {
      contracts.put(function.symbol(), Contract.EMPTY);
    }
    List<Diagnostic> diagnostics = new ArrayList<>();
    if (!solve()) {
      diagnostics.add(Reports.endless(group.getFirst()));
    }
    for (IrFunction function : group) {
      diagnostics.addAll(report(function));
    }
    return new Checked(contracts, diagnostics);
  }

  /// From nothing, until no contract changes.
  private boolean solve() {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      boolean changed = false;
      for (IrFunction function : group) {
        Contract contract = visible(function, judge(function, false).contract());
        changed |= !contract.equals(contracts.put(function.symbol(), contract));
      }
      if (!changed) {
        return true;
      }
    }
    return false;
  }

  private Judgement judge(IrFunction function, boolean tracing) {
    FlowGraph graph = FlowGraph.of(function);
    Constraints constraints = BodyWriter.solved(graph, shapes, callees(), tracing);
    boolean exported = environment.isExported(function.symbol());
    return Judgement.of(constraints, declared(function), exported);
  }

  private DeclaredLifetimes declared(IrFunction function) {
    return DeclaredLifetimes.of(callees().declaration(function.symbol()));
  }

  private Contract visible(IrFunction function, Contract inferred) {
    return declared(function).visible(inferred, function.result(), shapes);
  }

  /// The way to each mistake is followed only where there is one.
  private List<Diagnostic> report(IrFunction function) {
    Judgement judgement = judge(function, false);
    if (judgement.findings().isEmpty()) {
      return List.of();
    }
    return Reports.of(judge(function, true));
  }

  private Callees callees() {
    return new Callees() {
      @Override
      public Contract contract(SymbolId callee) {
        Contract ofGroup = contracts.get(callee);
        return ofGroup == null ? environment.contract(callee) : ofGroup;
      }

      @Override
      public Declaration.@Nullable Function declaration(SymbolId callee) {
        return environment.declaration(callee) instanceof Declaration.Function function
            ? function
            : null;
      }
    };
  }
}
