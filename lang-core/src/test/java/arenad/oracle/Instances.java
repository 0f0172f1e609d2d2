package arenad.oracle;

import arenad.elaborate.Workbench;
import arenad.instance.Instance;
import arenad.instance.Instantiating;
import arenad.instance.Requests;
import arenad.ir.IrFunction;
import arenad.lower.Lowered;
import arenad.lower.Lowering;
import arenad.lower.WorkbenchTemplates;
import arenad.symbol.SymbolId;
import arenad.type.Declaration;
import arenad.type.Type;
import arenad.typed.TypedFunction;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The instances of generic functions that a program runs, as functions with names of their own.
public final class Instances {
  private final Workbench workbench;
  private final Map<SymbolId, TypedFunction> trees = new LinkedHashMap<>();
  private final Map<SymbolId, IrFunction> graphs;

  private Instances(Workbench workbench, Map<SymbolId, IrFunction> graphs) {
    this.workbench = workbench;
    this.graphs = new LinkedHashMap<>(graphs);
  }

  /// What an instance is called here; a function that is not generic has its own name.
  static SymbolId named(SymbolId function, List<Type> typeArguments) {
    return typeArguments.isEmpty()
        ? function
        : new SymbolId(
            function.module(),
            function.kind(),
            function.name() + typeArguments,
            function.ordinal());
  }

  /// The graphs of a program with those of its instances.
  public static Map<SymbolId, IrFunction> graphs(
      Workbench workbench, Map<SymbolId, IrFunction> functions) {
    return new Instances(workbench, functions).added().graphs;
  }

  /// The trees of the instances of a program.
  static Map<SymbolId, TypedFunction> trees(
      Workbench workbench, Map<SymbolId, IrFunction> functions) {
    return new Instances(workbench, functions).added().trees;
  }

  private Instances added() {
    Deque<Instance> open = new ArrayDeque<>();
    for (IrFunction graph : List.copyOf(graphs.values())) {
      if (!isGeneric(graph.symbol())) {
        open.addAll(Requests.of(graph));
      }
    }
    while (!open.isEmpty()) {
      Instance instance = open.removeFirst();
      SymbolId name = named(instance.symbol(), instance.arguments());
      if (!graphs.containsKey(name)) {
        open.addAll(Requests.of(add(instance, name)));
      }
    }
    return this;
  }

  private IrFunction add(Instance instance, SymbolId name) {
    TypedFunction template = workbench.elaborated(instance.symbol()).function();
    if (template == null
        || !(workbench.declaration(instance.symbol()) instanceof Declaration.Function declared)) {
      throw new IllegalStateException("no template of " + instance);
    }
    TypedFunction made = Instantiating.of(template, declared, instance, workbench);
    // Its parts are named after it.
    TypedFunction tree =
        new TypedFunction(
            name,
            made.parameters(),
            made.variables(),
            made.result(),
            made.body(),
            made.name(),
            made.end(),
            made.witnesses());
    trees.put(name, tree);
    if (!(Lowering.of(tree, workbench::declaration, new WorkbenchTemplates(workbench))
        instanceof Lowered.Graph(IrFunction graph))) {
      throw new IllegalStateException("no graph of " + instance);
    }
    graphs.put(name, graph);
    return graph;
  }

  private boolean isGeneric(SymbolId symbol) {
    return workbench.declaration(symbol) instanceof Declaration.Function function
        && !function.typeParameters().isEmpty();
  }
}
