package arenad.outline;

import arenad.symbol.SymbolId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What differs between two outlines of one module, by symbol, in the order of the newer text (what
/// was removed comes last). A symbol that only moved, or whose comments changed, is in none.
///
/// @param added declared only by the newer one
/// @param removed declared only by the older one
/// @param redeclared what is written outside of the body differs, `export` included
/// @param rewritten only the body differs
/// @param head whether `hot module;` or the imports differ
public record OutlineDiff(
    List<SymbolId> added,
    List<SymbolId> removed,
    List<SymbolId> redeclared,
    List<SymbolId> rewritten,
    boolean head) {

  public OutlineDiff {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    redeclared = List.copyOf(redeclared);
    rewritten = List.copyOf(rewritten);
  }

  public boolean isEmpty() {
    return !head
        && added.isEmpty()
        && removed.isEmpty()
        && redeclared.isEmpty()
        && rewritten.isEmpty();
  }

  /// The difference from `older` to `newer`; null stands for a module that does not exist.
  public static OutlineDiff between(@Nullable Outline older, @Nullable Outline newer) {
    Map<SymbolId, SymbolOutline> before = byId(older);
    Map<SymbolId, SymbolOutline> after = byId(newer);
    List<SymbolId> added = new ArrayList<>();
    List<SymbolId> redeclared = new ArrayList<>();
    List<SymbolId> rewritten = new ArrayList<>();
    for (SymbolOutline symbol : after.values()) {
      SymbolOutline old = before.remove(symbol.id());
      if (old == null) {
        added.add(symbol.id());
      } else if (!old.sameDeclaration(symbol)) {
        redeclared.add(symbol.id());
      } else if (!old.sameBody(symbol)) {
        rewritten.add(symbol.id());
      }
    }
    return new OutlineDiff(
        added, List.copyOf(before.keySet()), redeclared, rewritten, !sameHead(older, newer));
  }

  private static boolean sameHead(@Nullable Outline older, @Nullable Outline newer) {
    Fingerprint before = older == null ? Fingerprint.EMPTY : older.head();
    Fingerprint after = newer == null ? Fingerprint.EMPTY : newer.head();
    return before.equals(after);
  }

  private static Map<SymbolId, SymbolOutline> byId(@Nullable Outline outline) {
    Map<SymbolId, SymbolOutline> byId = new LinkedHashMap<>();
    if (outline != null) {
      outline.symbols().forEach(symbol -> byId.put(symbol.id(), symbol));
    }
    return byId;
  }
}
