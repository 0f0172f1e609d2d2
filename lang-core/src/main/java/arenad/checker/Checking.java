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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final Map<SymbolId, Declaration.Function> parts = new HashMap<>();
  private final Map<SymbolId, IrFunction> wholes = new HashMap<>();

  private Checking(List<IrFunction> group, Environment environment) {
    this.environment = environment;
    owners = new Owners(environment::declaration);
    callees = callees();
    List<IrFunction> all = new ArrayList<>(group);
    for (IrFunction function : group) {
      for (IrFunction part : function.parts()) {
        all.add(part);
        parts.put(part.symbol(), PartOf.declaration(part));
        wholes.put(part.symbol(), function);
      }
    }
    this.group =
        all.stream().sorted(Comparator.comparing(IrFunction::symbol)).map(Member::new).toList();
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
    // What goes wrong in an instance follows from what is wrong in a closure, if something is.
    if (diagnostics.stream().noneMatch(Diagnostic::isError)) {
      for (Member member : group) {
        diagnostics.addAll(member.blame());
      }
    }
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
      declared = declaredOf(function, declaration);
      exported = !function.symbol().isPart() && environment.isExported(function.symbol());
    }

    private DeclaredLifetimes declaredOf(
        IrFunction function, Declaration.@Nullable Function declaration) {
      if (declaration == null) {
        return DeclaredLifetimes.of(null, Contract.Regions.NONE);
      }
      Declaration.Function source =
          PartOf.isInstance(function) ? callees.declaration(function.source()) : null;
      return source == null
          ? DeclaredLifetimes.of(declaration, SignatureRegions.of(declaration, environment))
          : InstanceRequires.of(source, declaration, environment);
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
      Contract inferred = judgement.contract();
      return PartOf.isInstance(graph.function())
          ? inferred.requiring(declared.clauses())
          : declared.visible(inferred, graph.function().result(), shapes);
    }

    private Judgement judge(boolean tracing) {
      Constraints solved = BodyWriter.solved(graph, uses, shapes, callees, tracing);
      return Judgement.of(solved, declared, exported);
    }

    /// The way to each mistake is followed only where there is one.
    List<Diagnostic> report() {
      return isOfOwner() ? reported() : List.of();
    }

    private List<Diagnostic> reported() {
      List<Diagnostic> all = new ArrayList<>(MoveReports.of(graph.function(), owners));
      boolean fine = judgement != null && judgement.findings().isEmpty();
      if (!fine) {
        Judgement traced = judge(true);
        traced.findings().removeIf(this::isTold);
        all.addAll(Reports.of(traced));
      }
      all.addAll(Promises.broken(graph.function(), callees));
      return all;
    }

    /// Whether it is said where the function is declared, since it is so whatever that is given.
    private boolean isTold(Finding finding) {
      IrFunction function = graph.function();
      return PartOf.isInstance(function)
          && finding instanceof Finding.Undeclared undeclared
          && InstanceRequires.told(declared, callees.contract(function.source()))
              .contains(undeclared.needed());
    }

    /// What is wrong in an instance, as the doing of the call that asks for it.
    List<Diagnostic> blame() {
      IrFunction owner = wholes.get(symbol());
      return owner == null || isOfOwner()
          ? List.of()
          : PartOf.blamed(reported(), graph.function(), owner);
    }

    private boolean isOfOwner() {
      IrFunction owner = wholes.get(symbol());
      return owner == null || owner.source().equals(graph.function().source());
    }
  }

  private Callees callees() {
    return new Callees() {
      @Override
      public Contract contract(SymbolId callee) {
        Contract ofGroup = contracts.get(callee);
        if (ofGroup != null) {
          return ofGroup;
        }
        // What a parameter of function type is, is not known: it promises nothing and asks nothing.
        return callee.isPart() ? Contract.EMPTY : environment.contract(callee);
      }

      @Override
      public Declaration.@Nullable Function declaration(SymbolId callee) {
        Declaration.Function part = parts.get(callee);
        if (part != null || callee.isPart()) {
          return part;
        }
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
