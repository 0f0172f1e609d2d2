package arenad.cli;

import arenad.incremental.Snapshot;
import arenad.symbol.SymbolId;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// `FILE` or `FILE:SYMBOL`.
///
/// @param symbol as written: `sum`, `Vec3.length`; null for all of the file
record FileAndSymbol(String file, @Nullable String symbol) {

  static FileAndSymbol of(Path cwd, String written) {
    int colon = written.lastIndexOf(':');
    return colon <= 0 || Files.exists(cwd.resolve(written))
        ? new FileAndSymbol(written, null)
        : new FileAndSymbol(written.substring(0, colon), written.substring(colon + 1));
  }

  /// The symbol that is meant; null for all of the file.
  ///
  /// @param path of the file in the snapshot
  /// @throws UsageError when the file has no such symbol
  @Nullable SymbolId in(Snapshot snapshot, String path) throws UsageError {
    if (symbol == null) {
      return null;
    }
    for (SymbolId each : snapshot.symbols(path)) {
      if (each.name().equals(symbol)) {
        return each;
      }
    }
    throw new UsageError("`" + file + "` declares no `" + symbol + "`");
  }
}
