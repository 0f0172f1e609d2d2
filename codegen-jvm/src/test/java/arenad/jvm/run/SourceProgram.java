package arenad.jvm.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import arenad.diagnostic.Diagnostic;
import arenad.elaborate.Workbench;
import arenad.instance.Instance;
import arenad.instance.Instantiating;
import arenad.instance.Requests;
import arenad.ir.IrFunction;
import arenad.jvm.emit.ClassEmitting;
import arenad.jvm.emit.Emitted;
import arenad.jvm.emit.FunctionCode;
import arenad.jvm.emit.LineOf;
import arenad.jvm.emit.ModuleCode;
import arenad.jvm.layout.Declarations;
import arenad.jvm.link.Program;
import arenad.jvm.link.RunnableJar;
import arenad.jvm.link.RuntimeClasses;
import arenad.lower.Lowered;
import arenad.lower.Lowering;
import arenad.lower.WorkbenchTemplates;
import arenad.memory.Memory;
import arenad.oracle.Instances;
import arenad.oracle.Interpreter;
import arenad.oracle.Outcome;
import arenad.parse.Parsed;
import arenad.parse.Positions;
import arenad.symbol.SymbolId;
import arenad.text.Span;
import arenad.type.Declaration;
import arenad.typed.TypedFunction;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// A program of source texts, taken through every phase.
final class SourceProgram {

  private final Map<String, String> sources;
  private final Workbench workbench;
  private final Map<SymbolId, IrFunction> functions = new LinkedHashMap<>();

  private SourceProgram(Map<String, String> sources) {
    this.sources = sources;
    this.workbench = new Workbench();
    sources.forEach(workbench::with);
    assertEquals(List.of(), workbench.diagnostics().stream().map(Diagnostic::toString).toList());
    for (TypedFunction function : workbench.functions()) {
      Lowered lowered =
          Lowering.of(function, workbench::declaration, new WorkbenchTemplates(workbench));
      IrFunction graph = assertInstanceOf(Lowered.Graph.class, lowered).function();
      if (!graph.takesFunctions() && !isGeneric(function.symbol())) {
        functions.put(function.symbol(), graph);
        graph.parts().forEach(part -> functions.put(part.symbol(), part));
      }
    }
  }

  /// A program of one module, `main`.
  static SourceProgram of(String source) {
    return new SourceProgram(Map.of("main", source));
  }

  static SourceProgram of(Map<String, String> sources) {
    return new SourceProgram(sources);
  }

  /// How a function of it ends in the interpreter.
  Outcome interpreted(SymbolId main, long steps) {
    Map<SymbolId, IrFunction> runnable = Instances.graphs(workbench, functions);
    return Interpreter.run(runnable, workbench::declaration, main, () -> true, steps).outcome();
  }

  List<ModuleCode> modules() {
    List<ModuleCode> modules = new ArrayList<>();
    for (String name : sources.keySet()) {
      Parsed parsed = workbench.parsed(name);
      List<FunctionCode> code = new ArrayList<>();
      functions.forEach(
          (symbol, function) -> {
            if (symbol.module().equals(name)) {
              code.add(new FunctionCode(function, lines(parsed, function.source())));
            }
          });
      String file = name.substring(name.lastIndexOf('.') + 1) + ".arena";
      modules.add(new ModuleCode(name, file, code));
    }
    return modules;
  }

  Declarations declarations() {
    return workbench::declaration;
  }

  /// Of the modules, and of the instances that are called.
  List<Emitted.ClassFile> classes() {
    List<Emitted.ClassFile> classes = new ArrayList<>();
    Deque<ModuleCode> open = new ArrayDeque<>(modules());
    Set<Instance> known = new HashSet<>();
    while (!open.isEmpty()) {
      ModuleCode module = open.removeFirst();
      Emitted emitted = ClassEmitting.of(module, declarations());
      classes.add(assertInstanceOf(Emitted.ClassFile.class, emitted));
      for (FunctionCode function : module.functions()) {
        for (Instance instance : Requests.of(function.function())) {
          if (known.add(instance)) {
            open.add(code(instance));
          }
        }
      }
    }
    return classes;
  }

  private ModuleCode code(Instance instance) {
    SymbolId symbol = instance.symbol();
    TypedFunction template = Objects.requireNonNull(workbench.elaborated(symbol).function());
    var declaration = (Declaration.Function) workbench.declared(symbol).declaration();
    TypedFunction tree =
        Instantiating.of(template, Objects.requireNonNull(declaration), instance, workbench);
    Lowered lowered = Lowering.of(tree, workbench::declaration, new WorkbenchTemplates(workbench));
    IrFunction graph = assertInstanceOf(Lowered.Graph.class, lowered).function();
    Parsed parsed = workbench.parsed(symbol.module());
    List<FunctionCode> code = new ArrayList<>();
    code.add(new FunctionCode(graph, lines(parsed, graph.source())));
    graph.parts().forEach(part -> code.add(new FunctionCode(part, lines(parsed, part.source()))));
    return ModuleCode.ofInstance(symbol, instance.arguments(), symbol.module() + ".arena", code);
  }

  private boolean isGeneric(SymbolId symbol) {
    return workbench.declaration(symbol) instanceof Declaration.Function function
        && !function.typeParameters().isEmpty();
  }

  /// Links it to a jar that runs `main` of module `main`.
  void link(Path jar) throws IOException {
    RunnableJar.write(new Program("main", "src/", classes(), runtime()), jar);
  }

  static RuntimeClasses runtime() throws IOException {
    try {
      var place = Memory.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      return RuntimeClasses.from(Path.of(place));
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  private static LineOf lines(Parsed parsed, SymbolId symbol) {
    Positions positions = parsed.positions(symbol);
    return token -> parsed.text().lineOf(positions.start(new Span(token, token))) + 1;
  }
}
