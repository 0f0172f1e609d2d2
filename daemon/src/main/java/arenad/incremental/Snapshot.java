package arenad.incremental;

import arenad.diagnostic.Code;
import arenad.diagnostic.Diagnostic;
import arenad.elaborate.Elaborated;
import arenad.elaborate.Environment;
import arenad.incremental.StageRecord.Body;
import arenad.incremental.StageRecord.Declared;
import arenad.incremental.StageRecord.Member;
import arenad.ir.IrFunction;
import arenad.lifetime.Contract;
import arenad.lifetime.ContractText;
import arenad.lifetime.ExternContract;
import arenad.outline.Outline;
import arenad.outline.SymbolOutline;
import arenad.parse.Parsed;
import arenad.resolve.StandardModule;
import arenad.symbol.SymbolId;
import arenad.type.Declaration;
import arenad.type.Type;
import arenad.typed.TypedFunction;
import arenad.workspace.Project;
import arenad.workspace.SourceFile;
import arenad.workspace.Sources;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/// All that is known of a program at one revision. It never changes; anyone may read it while the
/// next one is made. What it does not keep (trees, typed bodies, graphs) it makes again when asked.
public final class Snapshot implements World {
  private final Engine engine;
  private final Sources sources;
  private final TreePMap<String, FileState> files;
  private final TreePMap<String, FileState> library;
  private final Chunks<Entry> entries;
  private final CallGraph graph;
  private final ChannelTypes channels;
  private final Set<String> touched;

  Snapshot(
      Engine engine,
      Sources sources,
      TreePMap<String, FileState> files,
      TreePMap<String, FileState> library,
      Chunks<Entry> entries,
      CallGraph graph,
      ChannelTypes channels,
      Set<String> touched) {
    this.engine = engine;
    this.sources = sources;
    this.files = files;
    this.library = library;
    this.entries = entries;
    this.graph = graph;
    this.channels = channels;
    this.touched = touched;
  }

  // Files

  public long revision() {
    return sources.revision();
  }

  public Sources sources() {
    return sources;
  }

  public Project project() {
    return sources.project();
  }

  /// The paths of all files of the program, in order; those of standard modules are not among them.
  public Collection<String> paths() {
    return files.keySet();
  }

  public @Nullable SourceFile file(String path) {
    FileState state = state(path);
    return state == null ? null : state.file();
  }

  /// The path of a module's file, or null when there is no such module.
  public @Nullable String pathOf(String module) {
    FileState state = module(module);
    return state == null ? null : state.file().path();
  }

  /// What is known of a file without its bodies, or null.
  public @Nullable Outline outline(String path) {
    FileState state = state(path);
    return state == null ? null : state.outline();
  }

  /// A file's text and tree, or null. Kept for files that were asked for lately, else parsed anew.
  public @Nullable Parsed parsed(String path) {
    FileState state = state(path);
    return state == null ? null : engine.syntax().parsed(state.file());
  }

  private @Nullable FileState state(String path) {
    FileState state = files.get(path);
    if (state != null) {
      return state;
    }
    for (FileState standard : library.values()) {
      if (standard.file().path().equals(path)) {
        return standard;
      }
    }
    return null;
  }

  /// The files whose text, or whose symbols' records, the wave that made this snapshot has touched;
  /// those that are gone too. In all others every diagnostic is that of the snapshot before.
  public Set<String> touched() {
    return touched;
  }

  // Symbols

  /// The symbols of a file in the order of the source.
  public List<SymbolId> symbols(String path) {
    Outline outline = outline(path);
    return outline == null ? List.of() : outline.symbols().stream().map(SymbolOutline::id).toList();
  }

  /// How many symbols there are of those that `--stats` counts.
  public int symbolCount() {
    int count = 0;
    for (FileState file : files.values()) {
      for (SymbolOutline symbol : file.outline().symbols()) {
        count += Counters.counts(symbol.id()) ? 1 : 0;
      }
    }
    return count;
  }

  public boolean exists(SymbolId symbol) {
    return entry(symbol) != null;
  }

  /// What is written of a symbol outside its body, or null when there is no such symbol or it says
  /// too little.
  public @Nullable Declaration declaration(SymbolId symbol) {
    Declared record = declared(symbol);
    return record == null ? null : record.declaration();
  }

  /// The result of a function, written or inferred.
  public @Nullable Type result(SymbolId function) {
    Body record = body(function);
    return record == null ? null : record.result();
  }

  /// The contract of a function, or null when its body has errors.
  public @Nullable Contract contract(SymbolId function) {
    Member member = member(function);
    if (member != null) {
      return member.contract();
    }
    return declaration(function) instanceof Declaration.Function declared
            && declared.binding() != null
        ? ExternContract.of(declared)
        : null;
  }

  /// The contract of a function as people read it, or null when there is none: its body has errors.
  public @Nullable ContractText contractText(SymbolId function) {
    Contract contract = contract(function);
    Type result = result(function);
    return contract != null
            && result != null
            && declaration(function) instanceof Declaration.Function declared
        ? ContractText.of(declared, result, contract, this::declaration)
        : null;
  }

  /// The functions that a function calls, sorted.
  public List<SymbolId> calls(SymbolId function) {
    Body record = body(function);
    return record == null ? List.of() : record.calls();
  }

  /// What may be asked of this snapshot while something is elaborated outside of a wave.
  public Environment environment() {
    return new Asking(this);
  }

  /// The typed tree of a function, method or test, with holes where something is wrong; null where
  /// there is no such body. Elaborated anew at each call.
  public @Nullable TypedFunction typed(SymbolId function) {
    Elaborated elaborated = elaborated(function);
    return elaborated == null ? null : elaborated.tree();
  }

  private @Nullable Elaborated elaborated(SymbolId symbol) {
    Entry entry = entry(symbol);
    Parsed parsed = entry == null ? null : parsed(entry.path());
    return entry == null
            || parsed == null
            || !(entry.declared().record().declaration() instanceof Declaration.Function function)
        ? null
        : Elaborations.elaborated(entry.outline(), function, parsed, new Asking(this));
  }

  /// The control-flow graph of a function, or null when it has none or its body has errors.
  public @Nullable IrFunction graph(SymbolId function) {
    Entry entry = entry(function);
    return entry == null || entry.body() == null || !entry.body().record().hasGraph()
        ? null
        : engine.graph(entry.body(), this);
  }

  /// What the body of a function without errors was made into.
  BodyCode code(SymbolId function) {
    Entry entry = Objects.requireNonNull(entry(function));
    return engine.code(Objects.requireNonNull(entry.body()), this);
  }

  // Diagnostics

  /// What is wrong in a file, in no particular order, hints included. Places are without lines:
  /// see [arenad.incremental.Places].
  public List<Diagnostic> diagnostics(String path) {
    FileState file = files.get(path);
    return file == null ? List.of() : ownDiagnostics(file);
  }

  /// The same of a file that may be a standard module's, which nobody but its tests asks for.
  List<Diagnostic> ownDiagnostics(FileState file) {
    List<Diagnostic> found = new ArrayList<>(file.outline().diagnostics());
    if (found.stream().anyMatch(each -> each.code() == Code.E0004)) {
      // What else could be said of it would be about bytes, not about a program.
      return found;
    }
    for (SymbolOutline symbol : file.symbols().values()) {
      Entry entry = entry(symbol.id());
      // Of a symbol with a mistake of syntax that is said, and not what follows from it.
      if (entry != null && !symbol.broken()) {
        found.addAll(diagnostics(entry));
        found.addAll(channels.mistakes(symbol.id(), ChannelTypes.named(entry), this::positionOf));
      }
    }
    return found;
  }

  private int positionOf(SymbolId symbol) {
    FileState file = module(symbol.module());
    return file == null ? -1 : List.copyOf(file.symbols().keySet()).indexOf(symbol);
  }

  private static List<Diagnostic> diagnostics(Entry entry) {
    List<Diagnostic> found = new ArrayList<>(entry.declared().record().diagnostics());
    if (entry.body() != null) {
      found.addAll(entry.body().record().diagnostics());
    }
    Member member = entry.member();
    if (member != null) {
      found.addAll(member.diagnostics());
    }
    return found;
  }

  // For the wave

  Engine engine() {
    return engine;
  }

  TreePMap<String, FileState> files() {
    return files;
  }

  /// The standard modules that are used, by full name; more than those, once they were.
  TreePMap<String, FileState> library() {
    return library;
  }

  Chunks<Entry> entries() {
    return entries;
  }

  CallGraph graph() {
    return graph;
  }

  ChannelTypes channels() {
    return channels;
  }

  @Nullable Entry entry(SymbolId symbol) {
    return entries.get(engine.numbers().of(symbol));
  }

  @Override
  public @Nullable FileState module(String module) {
    return StandardModule.named(module) == null
        ? files.get(sources.project().fileOf(module))
        : library.get(module);
  }

  @Override
  public @Nullable Declared declared(SymbolId symbol) {
    Entry entry = entry(symbol);
    return entry == null ? null : entry.declared().record();
  }

  @Override
  public @Nullable Body body(SymbolId symbol) {
    Entry entry = entry(symbol);
    return entry == null || entry.body() == null ? null : entry.body().record();
  }

  @Override
  public @Nullable TypedFunction template(SymbolId symbol) {
    Body body = body(symbol);
    return body == null || !body.hasGraph() ? null : code(symbol).template();
  }

  @Override
  public @Nullable Member member(SymbolId symbol) {
    Entry entry = entry(symbol);
    return entry == null ? null : entry.member();
  }
}
