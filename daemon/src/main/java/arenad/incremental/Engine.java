package arenad.incremental;

import arenad.incremental.StageRecord.Body;
import arenad.ir.IrFunction;
import arenad.outline.Outline;
import arenad.outline.SymbolOutline;
import arenad.resolve.Names;
import arenad.resolve.StandardModule;
import arenad.store.RecordStore;
import arenad.symbol.SymbolId;
import arenad.trace.Log;
import arenad.workspace.SourceFile;
import arenad.workspace.Sources;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.pcollections.TreePMap;

/// Makes snapshots, and keeps what makes the next ones cheap: finished records, syntax trees and
/// graphs that were needed lately.
///
/// Safe for several threads; one lineage of snapshots is advanced by one thread at a time.
public final class Engine {
  /// Instructions of the graphs that stay in memory.
  private static final long GRAPHS_IN_MEMORY = 2_000_000;

  private final Numbers numbers = new Numbers();
  private final UsersOf users = new UsersOf();
  private final Records records;
  private final Syntax syntax = new Syntax();
  private final Library library = new Library(this::outline);
  private final Cache<Long, BodyCode> graphs =
      CacheBuilder.newBuilder()
          .maximumWeight(GRAPHS_IN_MEMORY)
          .weigher((Long _, BodyCode code) -> weight(code.graph()))
          .build();

  /// @param store where records are read from now and written to from now on
  public Engine(RecordStore store, Log log) {
    records = new Records(store, numbers, users, log);
  }

  /// Describes the form of all that goes into a store.
  public static String schema() {
    return Records.schema();
  }

  /// A snapshot of nothing, to start a lineage with.
  public Snapshot nothing(Sources sources) {
    Sources none = new Sources(sources.project(), 0, TreePMap.empty());
    return new Snapshot(
        this,
        none,
        TreePMap.empty(),
        TreePMap.empty(),
        Chunks.empty(),
        CallGraph.EMPTY,
        ChannelTypes.NONE,
        Set.of());
  }

  /// The snapshot of `sources`, made from an older one of the same project.
  ///
  /// @throws Cancellation.Cancelled when `work` is cancelled; what was finished by then is kept
  public Snapshot advance(Snapshot before, Sources sources, Work work) {
    Set<StandardModule> wanted = EnumSet.noneOf(StandardModule.class);
    while (true) {
      try {
        return new Wave(this, before, sources, work, wanted).run();
      } catch (Library.Wanted more) {
        wanted.add(more.module());
      }
    }
  }

  /// The modules that a file imports, as written.
  public List<String> importsOf(SourceFile file) {
    return new FileState(file, outline(file, Work.quiet()))
        .imports().values().stream().map(Names.Import::module).distinct().toList();
  }

  /// Goes on with another, empty store after the last one broke.
  public void moveTo(RecordStore store) {
    records.moveTo(store);
    graphs.invalidateAll();
  }

  public RecordStore store() {
    return records.store();
  }

  Numbers numbers() {
    return numbers;
  }

  UsersOf users() {
    return users;
  }

  Records records() {
    return records;
  }

  Syntax syntax() {
    return syntax;
  }

  Library library() {
    return library;
  }

  Outline outline(SourceFile file, Work work) {
    if (StandardModule.named(file.module()) != null) {
      return Syntax.reserved(file);
    }
    if (file.content() instanceof SourceFile.Content.Unreadable(String why)) {
      return Syntax.unreadable(file, why);
    }
    Outline known = records.file(file.module(), file.fingerprint());
    if (known != null) {
      return known;
    }
    try (var _ = work.trace().begin("parse", file.path())) {
      work.counters().parsed(file.path());
      return outline(file);
    }
  }

  private Outline outline(SourceFile file) {
    Outline known = records.file(file.module(), file.fingerprint());
    if (known != null) {
      return known;
    }
    Outline outline = Outline.of(syntax.parsed(file));
    records.keep(new FileRecord(file.fingerprint(), outline));
    return outline;
  }

  /// The graph of a body that has one.
  IrFunction graph(Kept<Body> body, World world) {
    return code(body, world).graph();
  }

  /// What a body without errors was made into.
  BodyCode code(Kept<Body> body, World world) {
    BodyCode code = graphs.getIfPresent(body.key());
    if (code == null) {
      code = records.code(body);
      if (code == null) {
        code = remade(body, world);
      }
      graphs.put(body.key(), code);
    }
    return code;
  }

  void remember(Kept<Body> body, BodyCode code) {
    graphs.put(body.key(), code);
  }

  private BodyCode remade(Kept<Body> body, World world) {
    SymbolId symbol = body.record().symbol();
    FileState file = Objects.requireNonNull(world.module(symbol.module()));
    SymbolOutline outline = Objects.requireNonNull(file.symbol(symbol));
    BodyCode code =
        Elaborations.body(outline, syntax.parsed(file.file()), new Asking(world)).code();
    if (code == null || !Records.of(code).equals(body.record().graph())) {
      throw new IllegalStateException("elaborating " + symbol + " again gave something else");
    }
    records.restore(body, code);
    return code;
  }

  private static int weight(IrFunction graph) {
    int weight = 10 + graph.locals().size();
    for (IrFunction.Block block : graph.blocks()) {
      weight += 1 + block.instructions().size();
    }
    return weight;
  }
}
