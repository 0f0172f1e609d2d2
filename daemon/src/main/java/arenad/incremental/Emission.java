package arenad.incremental;

import arenad.diagnostic.Code;
import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Place;
import arenad.ir.IrFunction;
import arenad.jvm.emit.ClassEmitting;
import arenad.jvm.emit.Emitted;
import arenad.jvm.emit.FunctionCode;
import arenad.jvm.emit.JvmNames;
import arenad.jvm.emit.LineOf;
import arenad.jvm.emit.ModuleCode;
import arenad.outline.Fingerprint;
import arenad.outline.FingerprintBuilder;
import arenad.parse.Parsed;
import arenad.parse.Positions;
import arenad.resolve.StandardModule;
import arenad.symbol.SymbolId;
import arenad.text.Span;
import arenad.type.Declaration;
import arenad.workspace.SourceFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The classes of a snapshot without errors, module by module. A module is emitted again when its
/// code, its lines or a layout that it depends on has changed.
public final class Emission {
  private final Snapshot snapshot;
  private final Engine engine;
  private final Work work;
  private final List<Emitted.ClassFile> classes = new ArrayList<>();
  private final List<Diagnostic> mistakes = new ArrayList<>();

  private Emission(Snapshot snapshot, Engine engine, Work work) {
    this.snapshot = snapshot;
    this.engine = engine;
    this.work = work;
  }

  /// @param classes of all modules, by path
  /// @param mistakes what does not fit into a class file; then some classes are missing
  public record Classes(List<Emitted.ClassFile> classes, List<Diagnostic> mistakes) {}

  /// Emits what is not emitted yet. The snapshot has no errors.
  public static Classes of(Snapshot snapshot, Work work) {
    Emission emission = new Emission(snapshot, snapshot.engine(), work);
    for (FileState file : snapshot.files().values()) {
      work.cancellation().check();
      emission.module(file);
    }
    for (FileState file : emission.library()) {
      emission.module(file);
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
        modules.add(code(snapshot, snapshot.engine(), file));
      }
    }
    return modules;
  }

  /// The standard modules whose functions the program calls, directly or through one another.
  private List<FileState> library() {
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

  private void module(FileState file) {
    Fingerprint graphs = graphs(file);
    ClassRecord emitted = engine.records().emitted(file.outline().module());
    ClassRecord known =
        emitted != null && emitted.graphs().equals(graphs) && holds(emitted) ? emitted : null;
    if (known != null && known.text().equals(file.text())) {
      classes.add(new Emitted.ClassFile(known.internalName(), known.bytes()));
      return;
    }
    Fingerprint lines = lines(file);
    if (known != null && known.lines().equals(lines)) {
      keep(file, graphs, lines, known.uses(), known.internalName(), known.bytes());
      return;
    }
    emit(file, graphs, lines);
  }

  private boolean holds(ClassRecord record) {
    return record.uses().stream()
        .allMatch(use -> Asking.answer(snapshot, use.fact()).equals(use.answer()));
  }

  private void emit(FileState file, Fingerprint graphs, Fingerprint lines) {
    String module = file.outline().module();
    try (var _ = work.trace().begin("emit", module)) {
      Asking asking = new Asking(snapshot);
      Emitted emitted =
          ClassEmitting.of(
              code(snapshot, engine, file),
              struct -> (Declaration.Struct) Objects.requireNonNull(asking.declaration(struct)));
      work.counters().emitted(module);
      switch (emitted) {
        case Emitted.ClassFile(String name, byte[] bytes) ->
            keep(file, graphs, lines, asking.uses(), name, bytes);
        case Emitted.FunctionTooLarge(SymbolId function, String reason) ->
            mistakes.add(
                Diagnostic.of(
                    Code.E0500,
                    Place.in(function, Span.at(0)),
                    "`" + function.name() + "` is too large: " + reason));
        case Emitted.ModuleTooLarge(String name) ->
            mistakes.add(
                Diagnostic.of(
                    Code.E0500,
                    new Place.InModule(name, 0, 0),
                    "module `" + name + "` is too large for one class; split it"));
      }
    }
  }

  private void keep(
      FileState file,
      Fingerprint graphs,
      Fingerprint lines,
      List<Use> uses,
      String internalName,
      byte[] bytes) {
    classes.add(new Emitted.ClassFile(internalName, bytes));
    engine
        .records()
        .keep(
            new ClassRecord(
                file.outline().module(), file.text(), graphs, lines, uses, internalName, bytes));
  }

  private Fingerprint graphs(FileState file) {
    FingerprintBuilder all = new FingerprintBuilder();
    for (SymbolId symbol : file.symbols().keySet()) {
      StageRecord.Body body = snapshot.body(symbol);
      if (body != null && body.hasGraph()) {
        all.add(symbol.name()).add(body.graph());
      }
    }
    return all.build();
  }

  private Fingerprint lines(FileState file) {
    Parsed parsed = engine.syntax().parsed(file.file());
    FingerprintBuilder all = new FingerprintBuilder();
    for (SymbolId symbol : file.symbols().keySet()) {
      if (FileState.hasBody(symbol)) {
        Positions positions = parsed.positions(symbol);
        for (int start : positions.starts()) {
          all.add(parsed.text().lineOf(start));
        }
      }
    }
    return all.build();
  }

  private static ModuleCode code(Snapshot snapshot, Engine engine, FileState file) {
    Parsed parsed = engine.syntax().parsed(file.file());
    List<FunctionCode> functions = new ArrayList<>();
    for (SymbolId symbol : file.symbols().keySet()) {
      IrFunction graph = snapshot.graph(symbol);
      if (graph != null) {
        functions.add(new FunctionCode(graph, lineOf(parsed, symbol)));
      }
    }
    return new ModuleCode(file.outline().module(), sourceName(file), functions);
  }

  /// What panics call the file: with a folder only when it does not lie below the program's sources.
  private static String sourceName(FileState file) {
    String module = file.outline().module();
    if (StandardModule.named(module) != null) {
      return module.replace('.', '/') + SourceFile.EXTENSION;
    }
    String path = file.file().path();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static LineOf lineOf(Parsed parsed, SymbolId symbol) {
    Positions positions = parsed.positions(symbol);
    return ordinal -> parsed.text().lineOf(positions.start(Span.at(ordinal))) + 1;
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
    return JvmNames.methodOf(symbol, List.of(), 0);
  }

  /// The bytes of one module's class, or null when it is not emitted.
  public static byte @Nullable [] bytes(Snapshot snapshot, String module, Work work) {
    FileState file = snapshot.module(module);
    if (file == null) {
      return null;
    }
    Emission emission = new Emission(snapshot, snapshot.engine(), work);
    emission.module(file);
    return emission.classes.isEmpty() ? null : emission.classes.getFirst().bytes();
  }
}
