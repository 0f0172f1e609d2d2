package arenad.incremental;

import arenad.instance.Instance;
import arenad.instance.Instantiating;
import arenad.ir.IrFunction;
import arenad.jvm.emit.ExternCode;
import arenad.jvm.emit.FunctionCode;
import arenad.jvm.emit.JvmNames;
import arenad.jvm.emit.LineOf;
import arenad.jvm.emit.ModuleCode;
import arenad.lower.Lowered;
import arenad.lower.Lowering;
import arenad.outline.Fingerprint;
import arenad.outline.FingerprintBuilder;
import arenad.parse.Parsed;
import arenad.parse.Positions;
import arenad.resolve.StandardModule;
import arenad.symbol.SymbolId;
import arenad.text.Span;
import arenad.type.Declaration;
import arenad.typed.TypedFunction;
import arenad.workspace.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What becomes one class: a module without its generic functions, or one instance of one of those.
sealed interface EmissionUnit {

  /// What its record is kept under.
  String key();

  /// Where its source is.
  FileState file();

  /// Of all that its code is made from, declarations apart.
  Fingerprint graphs(Snapshot snapshot);

  /// The symbols whose tokens its line tables speak of.
  List<SymbolId> symbols(Snapshot snapshot);

  /// The code, or null when it is larger than code can be.
  @Nullable ModuleCode code(Snapshot snapshot, Asking asking);

  /// The lines on which the tokens of its symbols begin.
  default Fingerprint lines(Snapshot snapshot) {
    Parsed parsed = snapshot.engine().syntax().parsed(file().file());
    FingerprintBuilder all = new FingerprintBuilder();
    for (SymbolId symbol : symbols(snapshot)) {
      for (int start : parsed.positions(symbol).starts()) {
        all.add(parsed.text().lineOf(start));
      }
    }
    return all.build();
  }

  /// What panics call the file: with a folder only when it does not lie below the program's sources.
  default String sourceFile() {
    String module = file().outline().module();
    if (StandardModule.named(module) != null) {
      return module.replace('.', '/') + SourceFile.EXTENSION;
    }
    String path = file().file().path();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static LineOf lineOf(Parsed parsed, SymbolId symbol) {
    Positions positions = parsed.positions(symbol);
    return ordinal -> parsed.text().lineOf(positions.start(Span.at(ordinal))) + 1;
  }

  /// Whether the symbol's instances are emitted and not itself.
  static boolean isTemplate(Snapshot snapshot, SymbolId symbol) {
    return snapshot.declaration(symbol) instanceof Declaration.Function function
        && Elaborations.isTemplate(function);
  }

  /// A function and its parts. Those whose code stands in another file have the line of the function: a
  /// class speaks of the lines of one file.
  private static void addWithParts(
      IrFunction graph, Parsed parsed, String module, List<FunctionCode> functions) {
    LineOf own = lineOf(parsed, graph.source());
    functions.add(new FunctionCode(graph, own));
    for (IrFunction part : graph.parts()) {
      boolean here = part.source().module().equals(module);
      LineOf lines = here ? lineOf(parsed, part.source()) : _ -> own.token(graph.name().first());
      functions.add(new FunctionCode(part, lines));
    }
  }

  /// A module.
  record OfModule(FileState file) implements EmissionUnit {
    @Override
    public String key() {
      return file.outline().module();
    }

    @Override
    public Fingerprint graphs(Snapshot snapshot) {
      FingerprintBuilder all = new FingerprintBuilder();
      for (SymbolId symbol : file.symbols().keySet()) {
        StageRecord.Body body = snapshot.body(symbol);
        if (body != null && body.hasGraph() && !isTemplate(snapshot, symbol)) {
          all.add(symbol.name()).add(body.graph());
        }
      }
      JavaExtern.add(snapshot, file, all);
      return all.build();
    }

    @Override
    public List<SymbolId> symbols(Snapshot snapshot) {
      return file.symbols().keySet().stream().filter(FileState::hasBody).toList();
    }

    @Override
    public ModuleCode code(Snapshot snapshot, Asking asking) {
      return code(snapshot);
    }

    ModuleCode code(Snapshot snapshot) {
      Parsed parsed = snapshot.engine().syntax().parsed(file.file());
      List<FunctionCode> functions = new ArrayList<>();
      for (SymbolId symbol : file.symbols().keySet()) {
        IrFunction graph = isTemplate(snapshot, symbol) ? null : snapshot.graph(symbol);
        if (graph != null) {
          addWithParts(graph, parsed, file.outline().module(), functions);
        }
      }
      List<ExternCode> externs = JavaExtern.code(snapshot, file, symbol -> lineOf(parsed, symbol));
      return new ModuleCode(file.outline().module(), sourceFile(), functions).with(externs);
    }
  }

  /// An instance of a generic function.
  record OfInstance(FileState file, Instance instance) implements EmissionUnit {
    @Override
    public String key() {
      return JvmNames.classOf(instance.symbol(), instance.arguments());
    }

    @Override
    public Fingerprint graphs(Snapshot snapshot) {
      StageRecord.Body body = Objects.requireNonNull(snapshot.body(instance.symbol()));
      return new FingerprintBuilder().add(body.graph()).build();
    }

    @Override
    public List<SymbolId> symbols(Snapshot snapshot) {
      return List.of(instance.symbol());
    }

    @Override
    public @Nullable ModuleCode code(Snapshot snapshot, Asking asking) {
      SymbolId symbol = instance.symbol();
      if (!(asking.declaration(symbol) instanceof Declaration.Function declaration)) {
        throw new IllegalStateException("an instance of what is no function: " + instance);
      }
      TypedFunction template = Objects.requireNonNull(snapshot.code(symbol).template());
      TypedFunction tree = Instantiating.of(template, declaration, instance, asking);
      return switch (Lowering.of(tree, asking::declaration, asking::template)) {
        case Lowered.Graph(IrFunction graph) -> {
          Parsed parsed = snapshot.engine().syntax().parsed(file.file());
          List<FunctionCode> functions = new ArrayList<>();
          addWithParts(graph, parsed, symbol.module(), functions);
          yield ModuleCode.ofInstance(symbol, instance.arguments(), sourceFile(), functions);
        }
        case Lowered.TooLarge _, Lowered.Endless _ -> null;
        case Lowered.Hole _ -> throw new IllegalStateException("a hole in " + instance);
      };
    }
  }
}
