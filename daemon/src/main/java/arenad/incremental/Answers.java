package arenad.incremental;

import arenad.outline.Fingerprint;
import arenad.resolve.Names.Import;
import arenad.store.Codec;
import arenad.symbol.SymbolId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The fingerprints of answers about names. Those of declarations, results and contracts stand in
/// the records that answer.
final class Answers {
  /// Of "no", and of "there is none".
  static final Fingerprint NONE = new Fingerprint(0, 0);

  private static final Fingerprint YES = new Fingerprint(0, 1);

  private static final Codec<SymbolId> SYMBOL = Codec.of(SymbolId.class, Set.of());
  private static final Codec<Import> IMPORT = Codec.of(Import.class, Set.of());
  private static final Codec<NameList> NAMES = Codec.of(NameList.class, Set.of());

  private record NameList(List<String> names) {}

  private Answers() {}

  static Fingerprint of(boolean answer) {
    return answer ? YES : NONE;
  }

  static Fingerprint ofSymbol(@Nullable SymbolId answer) {
    return answer == null ? NONE : SYMBOL.fingerprint(answer);
  }

  static Fingerprint ofImport(@Nullable Import answer) {
    return answer == null ? NONE : IMPORT.fingerprint(answer);
  }

  static Fingerprint ofNames(List<String> answer) {
    return NAMES.fingerprint(new NameList(answer));
  }
}
