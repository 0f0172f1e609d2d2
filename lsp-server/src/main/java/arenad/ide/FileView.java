package arenad.ide;

import arenad.incremental.Snapshot;
import arenad.parse.Parsed;
import arenad.symbol.SymbolId;
import arenad.typed.TypedFunction;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One file of a snapshot while a request looks at it: its tree, and the typed bodies asked for.
/// Used by one thread, for one request.
public final class FileView {
  private final Snapshot snapshot;
  private final String path;
  private final Parsed parsed;
  private final Map<SymbolId, TypedFunction> typed = new HashMap<>();

  private FileView(Snapshot snapshot, String path, Parsed parsed) {
    this.snapshot = snapshot;
    this.path = path;
    this.parsed = parsed;
  }

  /// The view of a file, or null when the snapshot does not have it.
  public static @Nullable FileView of(Snapshot snapshot, String path) {
    Parsed parsed = snapshot.parsed(path);
    return parsed == null ? null : new FileView(snapshot, path, parsed);
  }

  public Snapshot snapshot() {
    return snapshot;
  }

  public String path() {
    return path;
  }

  public Parsed parsed() {
    return parsed;
  }

  /// The typed body of a function of this file; null when it has none or cannot be read.
  @Nullable TypedFunction typed(SymbolId symbol) {
    return typed.computeIfAbsent(symbol, snapshot::typed);
  }
}
