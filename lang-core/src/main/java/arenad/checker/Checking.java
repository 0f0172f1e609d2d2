package arenad.checker;

import arenad.diagnostic.Diagnostic;
import arenad.elaborate.Environment;
import arenad.elaborate.Provisions;
import arenad.ir.IrFunction;
import arenad.lifetime.Contract;
import arenad.lifetime.Shapes;
import arenad.symbol.SymbolId;
import arenad.type.Declaration;
import arenad.type.Owners;
import arenad.type.Type;
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

  private final List<Member> group;
  private final Environment environment;
  private final Callees callees;
  private final Owners owners;
  private final SortedMap<SymbolId, Contract> contracts = new TreeMap<>();

  private Checking(List<IrFunction> group, Environment environment) {
    this.environment = environment;
    owners = new Owners(environment::declaration);
    callees = callees();
    this.group =
        group.stream().sorted(Comparator.comparing(IrFunction::symbol)).map(Member::new).toList();
  }

  /// @param group all functions that can reach each other by calls, or a single function
  /// @param environment knows the contracts of what the group calls outside of itself
  public static Checked of(List<IrFunction> group, Environment environment) {
    return new Checking(group, environment).run();
  }

  private Checked run() {
    for (Member member : group) {
      contracts.put(member.symbol(), Contract.EMPTY);
    }
    List<Diagnostic> diagnostics = new ArrayList<>();
    if (!solve()) {
      diagnostics.add(Reports.endless(group.getFirst().graph.function()));
    }
    for (Member member : group) {
      diagnostics.addAll(member.report());
    }
    List<IrFunction> graphs = group.stream().map(member -> member.graph.function()).toList();
    diagnostics.addAll(EndlessInstances.of(graphs, callees));
    return new Checked(contracts, diagnostics);
  }

  /// From nothing, until no contract changes.
  private boolean solve() {
    boolean alone = group.size() == 1 && !group.getFirst().callsItself();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      boolean changed = false;
      for (Member member : group) {
        Contract contract = member.solve();
        changed |= !contract.equals(contracts.put(member.symbol(), contract));
      }
      if (!changed || alone) {
        return true;
      }
    }
    return false;
  }

  /// One function of the group.
  private final class Member {
    private final FlowGraph graph;
    private final LocalUses uses;
    private final DeclaredLifetimes declared;
    private final boolean exported;
    private final Shapes shapes;
    private @Nullable Judgement judgement;

    Member(IrFunction function) {
      graph = FlowGraph.of(function);
      uses = LocalUses.of(graph);
      shapes = new Shapes(environment::declaration, this::required);
      Declaration.Function declaration = callees.declaration(function.symbol());
      Contract.Regions regions =
          declaration == null
              ? Contract.Regions.NONE
              : SignatureRegions.of(declaration, environment, shapes);
      declared = DeclaredLifetimes.of(declaration, regions);
      exported = environment.isExported(function.symbol());
    }

    private List<Shapes.Required> required(Type.Parameter parameter) {
      Declaration.Function declaration = callees.declaration(symbol());
      return declaration == null
          ? List.of()
          : Provisions.requiredOf(parameter, declaration.typeParameters(), environment);
    }

    SymbolId symbol() {
      return graph.function().symbol();
    }

    boolean callsItself() {
      return CallGroups.calleesOf(graph.function()).contains(symbol());
    }

    Contract solve() {
      judgement = judge(false);
      return declared.visible(judgement.contract(), graph.function().result(), shapes);
    }

    private Judgement judge(boolean tracing) {
      Constraints solved = BodyWriter.solved(graph, uses, shapes, callees, tracing);
      return Judgement.of(solved, declared, exported);
    }

    /// The way to each mistake is followed only where there is one.
    List<Diagnostic> report() {
      List<Diagnostic> all = new ArrayList<>(MoveReports.of(graph.function(), owners));
      boolean fine = judgement != null && judgement.findings().isEmpty();
      if (!fine) {
        all.addAll(Reports.of(judge(true)));
      }
      all.addAll(Promises.broken(graph.function(), callees));
      return all;
    }
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

      @Override
      public Type member(Type argument, String name) {
        return Provisions.typeOf(argument, name, group.getFirst().symbol(), environment);
      }
    };
  }
}
