package arenad.incremental;

import arenad.symbol.SymbolId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Who depends on whom in a snapshot, by the questions that elaboration asked.
public final class Dependencies {
  private final Snapshot snapshot;

  public Dependencies(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /// The symbols that asked anything about `symbol`, sorted.
  public Set<SymbolId> usersOf(SymbolId symbol) {
    Set<SymbolId> users = new TreeSet<>();
    List<Fact> facts =
        List.of(
            new Fact.NameOf(symbol.module(), symbol.name()),
            new Fact.Declared(symbol),
            new Fact.Result(symbol),
            new Fact.TemplateOf(symbol),
            new Fact.ContractOf(symbol));
    UsersOf known = snapshot.engine().users();
    for (UsersOf.Stage stage : UsersOf.Stage.values()) {
      for (Fact fact : facts) {
        known.forEach(stage, fact, number -> addUser(users, number, fact));
      }
    }
    users.remove(symbol);
    return users;
  }

  private void addUser(Set<SymbolId> users, int number, Fact fact) {
    Entry entry = snapshot.entries().get(number);
    if (entry != null && uses(entry).stream().anyMatch(use -> use.fact().equals(fact))) {
      users.add(entry.symbol());
    }
  }

  /// The symbols that `symbol` asked anything about, sorted.
  public Set<SymbolId> usedBy(SymbolId symbol) {
    Set<SymbolId> used = new TreeSet<>();
    Entry entry = snapshot.entry(symbol);
    for (Use use : entry == null ? List.<Use>of() : uses(entry)) {
      SymbolId about =
          switch (use.fact()) {
            case Fact.Declared(SymbolId other) -> other;
            case Fact.Result(SymbolId other) -> other;
            case Fact.TemplateOf(SymbolId other) -> other;
            case Fact.ContractOf(SymbolId other) -> other;
            case Fact.NameOf(String module, String name) -> {
              FileState file = snapshot.module(module);
              yield file == null ? null : file.names().get(name);
            }
            case Fact.Exported _, Fact.ImportOf _, Fact.ModuleExists _, Fact.NamesOf _ -> null;
          };
      if (about != null && !about.equals(symbol) && snapshot.exists(about)) {
        used.add(about);
      }
    }
    return used;
  }

  private static List<Use> uses(Entry entry) {
    List<Use> uses = new ArrayList<>(entry.declared().record().uses());
    if (entry.body() != null) {
      uses.addAll(entry.body().record().uses());
    }
    if (entry.group() != null) {
      uses.addAll(entry.group().record().uses());
    }
    return uses;
  }
}
