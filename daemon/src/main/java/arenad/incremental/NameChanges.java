package arenad.incremental;

import arenad.outline.SymbolOutline;
import arenad.resolve.Names.Import;
import arenad.symbol.SymbolId;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the text of changed files says differently from before, symbol by symbol and name by name.
///
/// @param facts about names, imports and modules whose answer is another one now
/// @param touched symbols that are new or written differently
/// @param gone symbols that are no more
record NameChanges(Set<Fact> facts, Set<SymbolId> touched, Set<SymbolId> gone) {

  static NameChanges none() {
    return new NameChanges(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
  }

  /// Adds what differs between two states of one module; null is for a module that is not there.
  void add(String module, @Nullable FileState before, @Nullable FileState now) {
    if ((before == null) != (now == null)) {
      facts.add(new Fact.ModuleExists(module));
    }
    names(module, before, now);
    imports(module, before, now);
    symbols(before, now);
  }

  private void names(String module, @Nullable FileState before, @Nullable FileState now) {
    Map<String, SymbolId> old = before == null ? Map.of() : before.names();
    Map<String, SymbolId> young = now == null ? Map.of() : now.names();
    boolean differ = false;
    for (String name : union(old.keySet(), young.keySet())) {
      if (!Objects.equals(old.get(name), young.get(name))) {
        facts.add(new Fact.NameOf(module, name));
        differ = true;
      }
    }
    if (differ) {
      facts.add(new Fact.NamesOf(module));
    }
  }

  private void imports(String module, @Nullable FileState before, @Nullable FileState now) {
    Map<String, Import> old = before == null ? Map.of() : before.imports();
    Map<String, Import> young = now == null ? Map.of() : now.imports();
    for (String name : union(old.keySet(), young.keySet())) {
      if (!Objects.equals(old.get(name), young.get(name))) {
        facts.add(new Fact.ImportOf(module, name));
      }
    }
  }

  private void symbols(@Nullable FileState before, @Nullable FileState now) {
    Map<SymbolId, SymbolOutline> old = before == null ? Map.of() : before.symbols();
    Map<SymbolId, SymbolOutline> young = now == null ? Map.of() : now.symbols();
    for (SymbolId symbol : union(old.keySet(), young.keySet())) {
      SymbolOutline was = old.get(symbol);
      SymbolOutline is = young.get(symbol);
      if (is == null) {
        gone.add(symbol);
        touched.remove(symbol);
      } else if (was == null || !FileState.whole(is).equals(FileState.whole(was))) {
        touched.add(symbol);
      }
      if (was == null || is == null || was.exported() != is.exported()) {
        facts.add(new Fact.Exported(symbol));
      }
    }
  }

  private static <T> Set<T> union(Set<T> one, Set<T> other) {
    Set<T> both = new HashSet<>(one);
    both.addAll(other);
    return both;
  }
}
