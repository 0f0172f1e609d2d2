package arenad.incremental;

import arenad.incremental.StageRecord.Body;
import arenad.incremental.StageRecord.Declared;
import arenad.incremental.StageRecord.Group;
import arenad.incremental.StageRecord.Member;
import arenad.incremental.UsersOf.Stage;
import arenad.outline.Fingerprint;
import arenad.outline.SymbolOutline;
import arenad.resolve.StandardModule;
import arenad.symbol.SymbolId;
import arenad.typed.TypedFunction;
import arenad.workspace.Sources;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Makes the next snapshot from the last one. Lives within one call of [Engine#advance].
///
/// 1. Files that changed are outlined; what their text says differently is found symbol by symbol.
/// 2. Declarations: the symbols written differently and the users of changed names are marked, with
///    the users of their declarations and so on. Each marked symbol is settled: a record made from the
///    same syntax whose every use still has the same answer is taken; else it is elaborated.
/// 3. Bodies likewise, with the users of the declarations that came out different.
/// 4. Contracts: groups of the call graph, callees first. A group is solved from nothing when its
///    graphs or an answer differ, and its callers follow only if its contracts did.
///
/// Marking only says where to look; what is run follows from the records. So marking too much costs time and no more.
final class Wave implements World {
  private final Engine engine;
  private final Records records;
  private final Snapshot before;
  private final Sources sources;
  private final Work work;
  private final Modules modules;
  private final Chunks.Draft<Entry> entries;
  private final NameChanges changes;
  private final Settling<Kept<Declared>> declarations;
  private final Settling<Kept<Body>> bodies;
  private final Contracts contracts;
  private ChannelTypes channels;
  private boolean bodiesBegun;

  /// @param wanted standard modules to be read besides those that are imported
  Wave(Engine engine, Snapshot before, Sources sources, Work work, Set<StandardModule> wanted) {
    this.engine = engine;
    this.records = engine.records();
    this.before = before;
    this.sources = sources;
    this.work = work;
    this.modules = new Modules(engine, before, sources, work, wanted);
    this.changes = modules.changes();
    this.entries = before.entries().draft();
    this.channels = before.channels();
    this.declarations = new Settling<>(stage(this::settleDeclaration, entry -> entry.declared()));
    this.bodies = new Settling<>(stage(this::settleBody, Entry::body));
    this.contracts = new Contracts(engine, this, work);
  }

  private <R extends StageRecord> Settling.Stage<Kept<R>> stage(
      Function<SymbolId, Kept<R>> settle, Function<Entry, @Nullable Kept<R>> part) {
    return new Settling.Stage<>() {
      @Override
      public Kept<R> settle(SymbolId symbol) {
        work.cancellation().check();
        return settle.apply(symbol);
      }

      @Override
      public @Nullable Kept<R> untouched(SymbolId symbol) {
        Entry entry = entry(symbol);
        return entry == null ? null : part.apply(entry);
      }
    };
  }

  Snapshot run() {
    modules.outline();
    settleDeclarations();
    settleBodies();
    Set<SymbolId> changedGraphs = publishBodies();
    CallGraph graph = contracts.settle(before.graph(), changedGraphs, changes);
    Set<String> touched = touchedFiles();
    channels.touch(before.channels(), touched, sources.project()::fileOf);
    return new Snapshot(
        engine,
        sources,
        modules.files(),
        modules.library(),
        entries.done(),
        graph,
        channels,
        touched);
  }

  // 2. Declarations

  private void settleDeclarations() {
    Deque<SymbolId> next = new ArrayDeque<>();
    for (SymbolId symbol : changes.touched()) {
      mark(declarations, symbol, next);
    }
    for (Fact fact : changes.facts()) {
      markUsers(declarations, Stage.DECLARATION, fact, next);
    }
    for (SymbolId symbol : changes.gone()) {
      markUsers(declarations, Stage.DECLARATION, new Fact.Declared(symbol), next);
    }
    while (!next.isEmpty()) {
      Fact fact = new Fact.Declared(next.removeFirst());
      markUsers(declarations, Stage.DECLARATION, fact, next);
    }
    for (SymbolId symbol : declarations.marked()) {
      declarations.ask(symbol);
    }
  }

  private Kept<Declared> settleDeclaration(SymbolId symbol) {
    SymbolOutline outline = outline(symbol);
    Entry old = entry(symbol);
    Kept<Declared> same = old == null ? null : old.declared();
    Fingerprint syntax = FileState.declaration(outline);
    Predicate<Kept<Declared>> fits =
        kept -> kept.record().syntax().equals(syntax) && holds(kept.record());
    if (same != null && fits.test(same)) {
      return same;
    }
    Kept<Declared> found = records.declared(symbol, fits);
    return found != null ? found : elaborateDeclaration(symbol, outline);
  }

  private Kept<Declared> elaborateDeclaration(SymbolId symbol, SymbolOutline outline) {
    try (var _ = work.trace().begin("declaration", symbol.qualifiedName())) {
      Asking asking = new Asking(this);
      Declared record =
          Elaborations.declaration(outline, engine.syntax().parsed(file(symbol).file()), asking);
      work.elaborated(symbol);
      return records.keep(record);
    }
  }

  // 3. Bodies

  private void settleBodies() {
    Deque<SymbolId> next = new ArrayDeque<>();
    for (SymbolId symbol : changes.touched()) {
      mark(bodies, symbol, next);
    }
    for (Fact fact : changes.facts()) {
      markUsers(bodies, Stage.BODY, fact, next);
    }
    for (SymbolId symbol : changes.gone()) {
      markUsers(bodies, Stage.BODY, new Fact.Declared(symbol), next);
      markUsers(bodies, Stage.BODY, new Fact.Result(symbol), next);
      markUsers(bodies, Stage.BODY, new Fact.TemplateOf(symbol), next);
    }
    for (SymbolId symbol : changedDeclarations()) {
      markUsers(bodies, Stage.BODY, new Fact.Declared(symbol), next);
    }
    while (!next.isEmpty()) {
      SymbolId symbol = next.removeFirst();
      markUsers(bodies, Stage.BODY, new Fact.Result(symbol), next);
      markUsers(bodies, Stage.BODY, new Fact.TemplateOf(symbol), next);
    }
    bodiesBegun = true;
    for (SymbolId symbol : bodies.marked()) {
      bodies.ask(symbol);
    }
  }

  /// The symbols whose declaration is another one than before.
  Set<SymbolId> changedDeclarations() {
    Set<SymbolId> changed = new TreeSet<>(declarations.marked());
    changed.removeIf(symbol -> !declarationChanged(symbol));
    return changed;
  }

  private boolean declarationChanged(SymbolId symbol) {
    Entry old = before.entry(symbol);
    Fingerprint was = old == null ? Answers.NONE : old.declared().record().fingerprint();
    Declared now = declared(symbol);
    return !was.equals(now == null ? Answers.NONE : now.fingerprint());
  }

  private Kept<Body> settleBody(SymbolId symbol) {
    SymbolOutline outline = outline(symbol);
    Fingerprint syntax = FileState.whole(outline);
    Entry old = entry(symbol);
    Kept<Body> same = old == null ? null : old.body();
    Predicate<Kept<Body>> fits =
        kept -> kept.record().syntax().equals(syntax) && holds(kept.record());
    if (same != null && fits.test(same)) {
      return same;
    }
    Kept<Body> found = records.body(symbol, fits);
    return found != null ? found : elaborateBody(symbol, outline);
  }

  private Kept<Body> elaborateBody(SymbolId symbol, SymbolOutline outline) {
    try (var _ = work.trace().begin("body", symbol.qualifiedName())) {
      Asking asking = new Asking(this);
      Elaborations.Body made =
          Elaborations.body(outline, engine.syntax().parsed(file(symbol).file()), asking);
      work.elaborated(symbol);
      if (made.code() != null) {
        work.counters().lowered(symbol);
      }
      Kept<Body> kept = records.keep(made.record(), made.code());
      if (made.code() != null) {
        engine.remember(kept, made.code());
      }
      return kept;
    }
  }

  /// Puts the settled records into the entries.
  ///
  /// @return the symbols whose graph is another one than before, those that are gone included
  private Set<SymbolId> publishBodies() {
    Set<SymbolId> changed = new TreeSet<>();
    for (SymbolId symbol : changes.gone()) {
      entries.set(engine.numbers().of(symbol), null);
      channels = channels.with(symbol, ChannelTypes.named(before.entry(symbol)), List.of());
      changed.add(symbol);
    }
    Set<SymbolId> settled = new LinkedHashSet<>(declarations.marked());
    settled.addAll(bodies.marked());
    for (SymbolId symbol : settled) {
      Kept<Declared> declared = Objects.requireNonNull(declarations.ask(symbol));
      Kept<Body> body = bodies.ask(symbol);
      FileState file = file(symbol);
      int number = engine.numbers().of(symbol);
      Entry old = before.entry(symbol);
      Kept<Group> group = old == null ? null : old.group();
      Entry entry =
          new Entry(symbol, number, file.file().path(), outline(symbol), declared, body, group);
      entries.set(number, entry);
      channels = channels.with(symbol, ChannelTypes.named(old), ChannelTypes.named(entry));
      if (!graphOf(old == null ? null : old.body()).equals(graphOf(body))) {
        changed.add(symbol);
      }
    }
    return changed;
  }

  private static Fingerprint graphOf(@Nullable Kept<Body> body) {
    return body == null ? Answers.NONE : body.record().graph();
  }

  private Set<String> touchedFiles() {
    Set<String> touched = new HashSet<>();
    Sources.Changes changed = sources.since(before.sources());
    touched.addAll(changed.gone());
    changed.present().forEach(file -> touched.add(file.path()));
    for (Set<SymbolId> settled :
        List.of(declarations.marked(), bodies.marked(), contracts.settled())) {
      for (SymbolId symbol : settled) {
        Entry entry = entry(symbol);
        if (entry != null && StandardModule.named(symbol.module()) == null) {
          touched.add(entry.path());
        }
      }
    }
    return touched;
  }

  // Marks

  private void mark(Settling<?> stage, SymbolId symbol, Deque<SymbolId> next) {
    if (outlineOrNull(symbol) != null && hasStage(stage, symbol) && stage.mark(symbol)) {
      next.addLast(symbol);
    }
  }

  private boolean hasStage(Settling<?> stage, SymbolId symbol) {
    return stage == declarations || FileState.hasBody(symbol);
  }

  private void markUsers(Settling<?> stage, Stage name, Fact fact, Deque<SymbolId> next) {
    engine
        .users()
        .forEach(name, fact, number -> mark(stage, engine.numbers().symbol(number), next));
  }

  /// Whether every question would be answered the same now.
  boolean holds(StageRecord record) {
    for (Use use : record.uses()) {
      if (!Asking.answer(this, use.fact()).equals(use.answer())) {
        return false;
      }
    }
    return true;
  }

  // What is known so far

  Chunks.Draft<Entry> entries() {
    return entries;
  }

  @Nullable Entry entry(SymbolId symbol) {
    return entries.get(engine.numbers().of(symbol));
  }

  private @Nullable SymbolOutline outlineOrNull(SymbolId symbol) {
    FileState file = module(symbol.module());
    return file == null ? null : file.symbol(symbol);
  }

  private SymbolOutline outline(SymbolId symbol) {
    return Objects.requireNonNull(outlineOrNull(symbol));
  }

  private FileState file(SymbolId symbol) {
    return Objects.requireNonNull(module(symbol.module()));
  }

  @Override
  public @Nullable FileState module(String module) {
    return modules.module(module);
  }

  @Override
  public @Nullable Declared declared(SymbolId symbol) {
    if (outlineOrNull(symbol) == null) {
      return null;
    }
    Kept<Declared> kept = declarations.ask(symbol);
    return kept == null ? null : kept.record();
  }

  @Override
  public @Nullable Body body(SymbolId symbol) {
    if (!bodiesBegun) {
      throw new IllegalStateException("a declaration that asks for a body: " + symbol);
    }
    if (outlineOrNull(symbol) == null) {
      return null;
    }
    Kept<Body> kept = bodies.ask(symbol);
    return kept == null ? null : kept.record();
  }

  @Override
  public @Nullable TypedFunction template(SymbolId symbol) {
    if (body(symbol) == null) {
      return null;
    }
    Kept<Body> kept = bodies.ask(symbol);
    return kept == null || !kept.record().hasGraph() ? null : engine.code(kept, this).template();
  }

  @Override
  public @Nullable Member member(SymbolId symbol) {
    return contracts.member(symbol);
  }
}
