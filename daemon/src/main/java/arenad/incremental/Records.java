package arenad.incremental;

import arenad.incremental.StageRecord.Body;
import arenad.incremental.StageRecord.Declared;
import arenad.incremental.StageRecord.Group;
import arenad.ir.IrFunction;
import arenad.lifetime.Contract;
import arenad.outline.Fingerprint;
import arenad.outline.Outline;
import arenad.store.Codec;
import arenad.store.MalformedRecord;
import arenad.store.RecordStore;
import arenad.store.Table;
import arenad.symbol.SymbolId;
import arenad.text.Span;
import arenad.trace.Log;
import arenad.type.Declaration;
import arenad.type.Type;
import arenad.type.TypeRegions;
import arenad.typed.Variable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The finished records of this and earlier processes, by what they are about. All snapshots and all
/// clients share them: what one has worked out, nobody works out again.
///
/// Of each symbol and stage the newest few are kept, so that an undo, a change of branch or another
/// client's text finds what it had.
final class Records {
  /// How many records are kept of one symbol and stage.
  private static final int VARIANTS = 4;

  private static final Set<Class<?>> SHARED =
      Set.of(
          SymbolId.class,
          Type.class,
          Span.class,
          Fact.class,
          Variable.class,
          IrFunction.Local.class);

  private static final Codec<StageRecord> RECORDS = codec(StageRecord.class);
  private static final Codec<FileRecord> FILES = codec(FileRecord.class);
  private static final Codec<ClassRecord> CLASSES = codec(ClassRecord.class);
  private static final Codec<BodyCode> GRAPHS = codec(BodyCode.class);
  private static final Codec<Declaration> DECLARATION = codec(Declaration.class);
  private static final Codec<Type> TYPE = codec(Type.class);
  private static final Codec<Contract> CONTRACT = codec(Contract.class);

  /// Types that are equal may differ in the regions that they name.
  private static <T> Codec<T> codec(Class<T> type) {
    return Codec.of(
        type, SHARED, value -> !(value instanceof Type known) || !TypeRegions.areIn(known));
  }

  private record About(UsersOf.Stage stage, SymbolId symbol) {}

  private record Text(String module, Fingerprint text) {}

  private record KeptFile(FileRecord record, long key) {}

  private final Numbers numbers;
  private final UsersOf users;
  private final Log log;
  private RecordStore store;
  private final Map<About, Deque<Kept<?>>> variants = new HashMap<>();
  private final Map<Text, KeptFile> files = new HashMap<>();
  private final Map<String, Long> classes = new HashMap<>();
  private final Map<String, Deque<Text>> textsOf = new HashMap<>();

  Records(RecordStore store, Numbers numbers, UsersOf users, Log log) {
    this.numbers = numbers;
    this.users = users;
    this.log = log;
    this.store = store;
    load();
  }

  /// Describes the form of all that is kept; bytes of another form cannot be read.
  static String schema() {
    return FILES.schema() + RECORDS.schema() + GRAPHS.schema() + CLASSES.schema();
  }

  static Fingerprint of(@Nullable Declaration declaration) {
    return declaration == null ? Answers.NONE : DECLARATION.fingerprint(declaration);
  }

  static Fingerprint of(Type type) {
    return TYPE.fingerprint(type);
  }

  static Fingerprint of(Contract contract) {
    return CONTRACT.fingerprint(contract);
  }

  static Fingerprint of(BodyCode code) {
    return GRAPHS.fingerprint(code);
  }

  private void load() {
    store.scan(
        Table.FILES,
        (key, bytes) -> {
          FileRecord record = decoded(FILES, Table.FILES, key, bytes);
          if (record != null) {
            remember(record, key);
          }
        });
    store.scan(
        Table.CLASSES,
        (key, bytes) -> {
          ClassRecord record = decoded(CLASSES, Table.CLASSES, key, bytes);
          if (record != null) {
            classes.put(record.unit(), key);
          }
        });
    store.scan(
        Table.SYMBOLS,
        (key, bytes) -> {
          StageRecord record = decoded(RECORDS, Table.SYMBOLS, key, bytes);
          if (record != null) {
            remember(new Kept<>(record, key));
          }
        });
  }

  // Classes

  /// The class that a module or an instance was emitted as last, or null.
  synchronized @Nullable ClassRecord emitted(String unit) {
    Long key = classes.get(unit);
    byte[] bytes = key == null ? null : store.get(Table.CLASSES, key);
    return key == null || bytes == null ? null : decoded(CLASSES, Table.CLASSES, key, bytes);
  }

  synchronized void keep(ClassRecord record) {
    byte[] bytes = CLASSES.encode(record);
    Long key = classes.get(record.unit());
    if (key == null) {
      classes.put(record.unit(), store.append(Table.CLASSES, bytes));
    } else {
      store.put(Table.CLASSES, key, bytes);
    }
  }

  private <T> @Nullable T decoded(Codec<T> codec, Table table, long key, byte[] bytes) {
    try {
      return codec.decode(bytes);
    } catch (MalformedRecord malformed) {
      log.line("cache: record " + key + " of " + table + " was dropped", malformed);
      store.remove(table, key);
      return null;
    }
  }

  // Files

  synchronized @Nullable Outline file(String module, Fingerprint text) {
    KeptFile kept = files.get(new Text(module, text));
    return kept == null ? null : kept.record().outline();
  }

  synchronized void keep(FileRecord record) {
    if (!files.containsKey(new Text(record.module(), record.text()))) {
      remember(record, store.append(Table.FILES, FILES.encode(record)));
    }
  }

  private synchronized void remember(FileRecord record, long key) {
    Text text = new Text(record.module(), record.text());
    files.put(text, new KeptFile(record, key));
    Deque<Text> texts = textsOf.computeIfAbsent(record.module(), _ -> new ArrayDeque<>());
    texts.addFirst(text);
    if (texts.size() > VARIANTS) {
      KeptFile oldest = files.remove(texts.removeLast());
      if (oldest != null) {
        store.remove(Table.FILES, oldest.key());
      }
    }
  }

  // Symbols

  @Nullable Kept<Declared> declared(SymbolId symbol, Predicate<Kept<Declared>> fits) {
    return first(UsersOf.Stage.DECLARATION, symbol, Declared.class, fits);
  }

  @Nullable Kept<Body> body(SymbolId symbol, Predicate<Kept<Body>> fits) {
    return first(UsersOf.Stage.BODY, symbol, Body.class, fits);
  }

  /// @param first the first member of the group
  @Nullable Kept<Group> group(SymbolId first, Predicate<Kept<Group>> fits) {
    return first(UsersOf.Stage.CONTRACT, first, Group.class, fits);
  }

  @SuppressWarnings("unchecked")
  private <R extends StageRecord> @Nullable Kept<R> first(
      UsersOf.Stage stage, SymbolId symbol, Class<R> type, Predicate<Kept<R>> fits) {
    Kept<?>[] candidates;
    synchronized (this) {
      Deque<Kept<?>> known = variants.get(new About(stage, symbol));
      if (known == null) {
        return null;
      }
      candidates = known.toArray(Kept<?>[]::new);
    }
    for (Kept<?> candidate : candidates) {
      if (type.isInstance(candidate.record()) && fits.test((Kept<R>) candidate)) {
        return (Kept<R>) candidate;
      }
    }
    return null;
  }

  synchronized Kept<Declared> keep(Declared record) {
    return kept(record, null);
  }

  synchronized Kept<Group> keep(Group record) {
    return kept(record, null);
  }

  /// @param code what the body was made into, or null
  synchronized Kept<Body> keep(Body record, @Nullable BodyCode code) {
    return kept(record, code);
  }

  private <R extends StageRecord> Kept<R> kept(R record, @Nullable BodyCode code) {
    long key = store.append(Table.SYMBOLS, RECORDS.encode(record));
    if (code != null) {
      store.put(Table.GRAPHS, key, GRAPHS.encode(code));
    }
    Kept<R> kept = new Kept<>(record, key);
    remember(kept);
    return kept;
  }

  private synchronized void remember(Kept<?> kept) {
    UsersOf.Stage stage = stageOf(kept.record());
    About about = new About(stage, kept.record().symbol());
    Deque<Kept<?>> known = variants.computeIfAbsent(about, _ -> new ArrayDeque<>());
    known.addFirst(kept);
    if (known.size() > VARIANTS) {
      long oldest = known.removeLast().key();
      store.remove(Table.SYMBOLS, oldest);
      store.remove(Table.GRAPHS, oldest);
    }
    for (SymbolId user : usersIn(kept.record())) {
      users.add(stage, kept.record(), numbers.of(user));
    }
  }

  private static Iterable<SymbolId> usersIn(StageRecord record) {
    return switch (record) {
      case Declared declared -> Set.of(declared.symbol());
      case Body body -> Set.of(body.symbol());
      case Group group -> group.members().stream().map(StageRecord.Member::symbol).toList();
    };
  }

  private static UsersOf.Stage stageOf(StageRecord record) {
    return switch (record) {
      case Declared _ -> UsersOf.Stage.DECLARATION;
      case Body _ -> UsersOf.Stage.BODY;
      case Group _ -> UsersOf.Stage.CONTRACT;
    };
  }

  /// What was kept with a body, or null when the store has lost it.
  @Nullable BodyCode code(Kept<Body> body) {
    byte[] bytes = store.get(Table.GRAPHS, body.key());
    BodyCode code = bytes == null ? null : decoded(GRAPHS, Table.GRAPHS, body.key(), bytes);
    boolean right = code != null && of(code).equals(body.record().graph());
    return right ? code : null;
  }

  /// Puts back what the store has lost.
  synchronized void restore(Kept<Body> body, BodyCode code) {
    store.put(Table.GRAPHS, body.key(), GRAPHS.encode(code));
  }

  RecordStore store() {
    return store;
  }

  /// Goes on with another, empty store: writes into it all that is still known.
  synchronized void moveTo(RecordStore other) {
    store = other;
    classes.clear();
    for (Deque<Kept<?>> known : variants.values()) {
      for (Kept<?> kept : known) {
        store.put(Table.SYMBOLS, kept.key(), RECORDS.encode(kept.record()));
      }
    }
    for (KeptFile kept : files.values()) {
      store.put(Table.FILES, kept.key(), FILES.encode(kept.record()));
    }
  }
}
