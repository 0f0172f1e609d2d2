package arenad.incremental;

import arenad.diagnostic.Code;
import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Place;
import arenad.instance.Instance;
import arenad.instance.Requests;
import arenad.jvm.emit.ClassEmitting;
import arenad.jvm.emit.Emitted;
import arenad.jvm.emit.JvmNames;
import arenad.jvm.emit.ModuleCode;
import arenad.outline.Fingerprint;
import arenad.symbol.SymbolId;
import arenad.text.Span;
import arenad.type.Substitution;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The classes of a snapshot without errors: one for each module, and one for each instance of a generic
/// function that these call, or that such instances call. A class is emitted again when its code, its
/// lines or a declaration that it depends on has changed; so a new call of an instance leaves the
/// class of the generic function's module as it is.
public final class Emission {
  /// How deep type arguments may be nested. Only instances that ask for ever larger ones get there, and
  /// of those the checker complains; should it miss one, this ends it.
  private static final int DEEPEST = 64;

  private final Snapshot snapshot;
  private final Engine engine;
  private final Work work;
  private final List<Emitted.ClassFile> classes = new ArrayList<>();
  private final List<Diagnostic> mistakes = new ArrayList<>();
  private final Set<Instance> requested = new HashSet<>();
  private final Deque<Instance> waiting = new ArrayDeque<>();

  private Emission(Snapshot snapshot, Engine engine, Work work) {
    this.snapshot = snapshot;
    this.engine = engine;
    this.work = work;
  }

  /// @param classes of all modules, by path, and then of all instances
  /// @param mistakes what does not fit into a class file; then some classes are missing
  public record Classes(List<Emitted.ClassFile> classes, List<Diagnostic> mistakes) {}

  /// Emits what is not emitted yet. The snapshot has no errors.
  public static Classes of(Snapshot snapshot, Work work) {
    Emission emission = new Emission(snapshot, snapshot.engine(), work);
    for (FileState file : snapshot.files().values()) {
      work.cancellation().check();
      emission.unit(new EmissionUnit.OfModule(file));
    }
    for (FileState file : emission.library()) {
      emission.unit(new EmissionUnit.OfModule(file));
    }
    while (!emission.waiting.isEmpty()) {
      work.cancellation().check();
      emission.instance(emission.waiting.removeFirst());
    }
    return new Classes(List.copyOf(emission.classes), List.copyOf(emission.mistakes));
  }

  /// The code of modules, for lists of tests.
  ///
  /// @param path of the one file that is meant; null for all
  public static List<ModuleCode> code(Snapshot snapshot, @Nullable String path) {
    List<ModuleCode> modules = new ArrayList<>();
    for (FileState file : snapshot.files().values()) {
      if (path == null || path.equals(file.file().path())) {
        modules.add(new EmissionUnit.OfModule(file).code(snapshot));
      }
    }
    return modules;
  }

  /// The standard modules whose functions the program calls, directly or through one another.
  private List<FileState> library() {
    if (snapshot.library().isEmpty()) {
      return List.of();
    }
    Map<String, FileState> used = new TreeMap<>();
    Deque<FileState> next = new ArrayDeque<>(snapshot.files().values());
    while (!next.isEmpty()) {
      for (SymbolId symbol : next.removeFirst().symbols().keySet()) {
        for (SymbolId callee : snapshot.calls(symbol)) {
          FileState module = snapshot.library().get(callee.module());
          if (module != null && used.put(callee.module(), module) == null) {
            next.addLast(module);
          }
        }
      }
    }
    return List.copyOf(used.values());
  }

  private void instance(Instance instance) {
    SymbolId symbol = instance.symbol();
    if (instance.arguments().stream().anyMatch(type -> Substitution.depth(type) > DEEPEST)) {
      mistakes.add(
          Diagnostic.of(
              Code.E0408,
              Place.in(symbol, Span.at(0)),
              "instances of `" + symbol.simpleName() + "` ask for ever larger ones"));
      return;
    }
    FileState file = Objects.requireNonNull(snapshot.module(symbol.module()));
    unit(new EmissionUnit.OfInstance(file, instance));
  }

  private void unit(EmissionUnit unit) {
    Fingerprint graphs = unit.graphs(snapshot);
    ClassRecord emitted = engine.records().emitted(unit.key());
    ClassRecord known =
        emitted != null && emitted.graphs().equals(graphs) && holds(emitted) ? emitted : null;
    if (known != null && known.text().equals(unit.file().text())) {
      deliver(known);
      return;
    }
    Fingerprint lines = unit.lines(snapshot);
    if (known != null && known.lines().equals(lines)) {
      keep(
          new ClassRecord(
              known.unit(),
              unit.file().text(),
              graphs,
              lines,
              known.uses(),
              known.requests(),
              known.internalName(),
              known.bytes()));
      return;
    }
    emit(unit, graphs, lines);
  }

  private boolean holds(ClassRecord record) {
    return record.uses().stream()
        .allMatch(use -> Asking.answer(snapshot, use.fact()).equals(use.answer()));
  }

  private void emit(EmissionUnit unit, Fingerprint graphs, Fingerprint lines) {
    try (var _ = work.trace().begin("emit", unit.key())) {
      Asking asking = new Asking(snapshot);
      ModuleCode code = unit.code(snapshot, asking);
      if (code == null) {
        mistakes.add(tooLarge(unit.symbols(snapshot).getFirst(), "its `defer`s are many"));
        return;
      }
      Emitted emitted = ClassEmitting.of(code, asking::declaration);
      work.counters().emitted(unit.key());
      switch (emitted) {
        case Emitted.ClassFile(String name, byte[] bytes) ->
            keep(
                new ClassRecord(
                    unit.key(),
                    unit.file().text(),
                    graphs,
                    lines,
                    asking.uses(),
                    requests(code),
                    name,
                    bytes));
        case Emitted.FunctionTooLarge(SymbolId function, String reason) ->
            mistakes.add(tooLarge(function, reason));
        case Emitted.ModuleTooLarge(String name) ->
            mistakes.add(
                Diagnostic.of(
                    Code.E0500,
                    new Place.InModule(name, 0, 0),
                    "module `" + name + "` is too large for one class; split it"));
      }
    }
  }

  private static Diagnostic tooLarge(SymbolId function, String reason) {
    return Diagnostic.of(
        Code.E0500,
        Place.in(function, Span.at(0)),
        "`" + function.name() + "` is too large: " + reason);
  }

  private static List<Instance> requests(ModuleCode code) {
    Set<Instance> requests = new LinkedHashSet<>();
    code.functions().forEach(function -> requests.addAll(Requests.of(function.function())));
    return List.copyOf(requests);
  }

  private void keep(ClassRecord record) {
    engine.records().keep(record);
    deliver(record);
  }

  private void deliver(ClassRecord record) {
    classes.add(new Emitted.ClassFile(record.internalName(), record.bytes()));
    for (Instance instance : record.requests()) {
      if (requested.add(instance)) {
        waiting.addLast(instance);
      }
    }
  }

  /// The method that a function, method or test is emitted as; empty for what is not.
  public static String methodOf(Snapshot snapshot, String path, SymbolId symbol) {
    for (ModuleCode module : code(snapshot, path)) {
      for (ClassEmitting.TestMethod test : ClassEmitting.testsOf(module)) {
        if (test.test().equals(symbol)) {
          return test.method();
        }
      }
    }
    return JvmNames.methodOf(symbol, 0);
  }

  /// The bytes of one module's class, or null when it is not emitted.
  public static byte @Nullable [] bytes(Snapshot snapshot, String module, Work work) {
    FileState file = snapshot.module(module);
    if (file == null) {
      return null;
    }
    Emission emission = new Emission(snapshot, snapshot.engine(), work);
    emission.unit(new EmissionUnit.OfModule(file));
    return emission.classes.isEmpty() ? null : emission.classes.getFirst().bytes();
  }
}
