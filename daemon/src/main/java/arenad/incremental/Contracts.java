package arenad.incremental;

import arenad.incremental.StageRecord.Body;
import arenad.incremental.StageRecord.Group;
import arenad.incremental.StageRecord.Member;
import arenad.incremental.UsersOf.Stage;
import arenad.ir.IrFunction;
import arenad.symbol.SymbolId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The last part of a [Wave]: contracts, one recursive group after the other, callees first.
///
/// A group is solved from nothing, never from an earlier solution: its contracts could come out
/// greater than they need be, and would depend on the order of edits.
final class Contracts {
  private final Engine engine;
  private final Wave wave;
  private final Work work;
  private final PriorityQueue<Integer> queue = new PriorityQueue<>();
  private final Set<Integer> queued = new HashSet<>();
  private final Set<SymbolId> settled = new TreeSet<>();
  private CallGraph graph = CallGraph.EMPTY;

  Contracts(Engine engine, Wave wave, Work work) {
    this.engine = engine;
    this.wave = wave;
    this.work = work;
  }

  /// The symbols whose groups were looked at.
  Set<SymbolId> settled() {
    return settled;
  }

  /// @param changed the symbols whose graph is new, different or gone
  /// @return the call graph with its groups
  CallGraph settle(CallGraph last, Set<SymbolId> changed, NameChanges names) {
    graph = groups(last, changed);
    for (SymbolId symbol : changed) {
      enqueue(engine.numbers().of(symbol));
    }
    if (graph != last) {
      enqueueRegrouped(last);
    }
    for (Fact fact : names.facts()) {
      enqueueUsers(fact);
    }
    for (SymbolId symbol : names.gone()) {
      enqueueUsers(new Fact.Declared(symbol));
      enqueueUsers(new Fact.ContractOf(symbol));
    }
    for (SymbolId symbol : wave.changedDeclarations()) {
      enqueueUsers(new Fact.Declared(symbol));
    }
    while (!queue.isEmpty()) {
      work.cancellation().check();
      settleGroup(queue.remove());
    }
    return graph;
  }

  private CallGraph groups(CallGraph last, Set<SymbolId> changed) {
    boolean right = true;
    for (SymbolId symbol : changed) {
      int number = engine.numbers().of(symbol);
      right &=
          hasGraph(number)
              ? last.staysRight(number, calls(number))
              : last.staysRightWithout(number);
    }
    if (right) {
      return last;
    }
    int limit = engine.numbers().count();
    int[] symbols = new int[limit];
    int count = 0;
    for (int number = 0; number < limit; number++) {
      if (hasGraph(number)) {
        symbols[count++] = number;
      }
    }
    int[] sorted = sorted(Arrays.copyOf(symbols, count));
    return CallGraph.of(sorted, engine.numbers().count(), this::calls);
  }

  /// By name, so that the order of groups does not follow the order in which symbols were first seen.
  private int[] sorted(int[] numbers) {
    return Arrays.stream(numbers)
        .boxed()
        .sorted((a, b) -> engine.numbers().symbol(a).compareTo(engine.numbers().symbol(b)))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private boolean hasGraph(int number) {
    Entry entry = wave.entries().get(number);
    return entry != null && entry.body() != null && entry.body().record().hasGraph();
  }

  private int[] calls(int number) {
    Entry entry = Objects.requireNonNull(wave.entries().get(number));
    Body body = Objects.requireNonNull(entry.body()).record();
    return body.calls().stream().mapToInt(engine.numbers()::of).toArray();
  }

  /// Queues the groups whose members are not those of a group before.
  private void enqueueRegrouped(CallGraph last) {
    for (int group = 0; group < graph.groups(); group++) {
      int[] members = graph.members(group);
      int old = last.group(members[0]);
      boolean same = old >= 0 && last.members(old).length == members.length;
      for (int i = 1; same && i < members.length; i++) {
        same = last.group(members[i]) == old;
      }
      if (!same) {
        enqueue(members[0]);
      }
    }
  }

  private void enqueueUsers(Fact fact) {
    engine.users().forEach(Stage.CONTRACT, fact, this::enqueue);
  }

  private void enqueue(int number) {
    if (!hasGraph(number)) {
      withoutGraph(number);
    } else if (queued.add(graph.group(number))) {
      queue.add(graph.group(number));
    }
  }

  /// A function that has lost its graph has no contract any more.
  private void withoutGraph(int number) {
    Entry entry = wave.entries().get(number);
    if (entry != null && entry.group() != null) {
      boolean changed = !Asking.fingerprint(entry.member()).equals(Asking.fingerprint(null));
      wave.entries().set(number, entry.withGroup(null));
      settled.add(entry.symbol());
      if (changed) {
        enqueueUsers(new Fact.ContractOf(entry.symbol()));
      }
    }
  }

  private void settleGroup(int group) {
    List<Entry> members = new ArrayList<>();
    for (int number : graph.members(group)) {
      members.add(Objects.requireNonNull(wave.entries().get(number)));
    }
    members.sort((a, b) -> a.symbol().compareTo(b.symbol()));
    Kept<Group> now = record(members);
    for (Entry entry : members) {
      Member old = entry.member();
      Member member = now.record().member(entry.symbol());
      settled.add(entry.symbol());
      wave.entries().set(entry.number(), entry.withGroup(now));
      if (!Asking.fingerprint(old).equals(Asking.fingerprint(member))) {
        enqueueUsers(new Fact.ContractOf(entry.symbol()));
      }
    }
  }

  private Kept<Group> record(List<Entry> members) {
    Predicate<Kept<Group>> fits = kept -> isOf(kept.record(), members) && wave.holds(kept.record());
    Kept<Group> same = members.getFirst().group();
    if (same != null && fits.test(same)) {
      return same;
    }
    Kept<Group> found = engine.records().group(members.getFirst().symbol(), fits);
    return found != null ? found : solve(members);
  }

  private static boolean isOf(Group record, List<Entry> entries) {
    if (record.members().size() != entries.size()) {
      return false;
    }
    for (int i = 0; i < entries.size(); i++) {
      Member member = record.members().get(i);
      Entry entry = entries.get(i);
      if (!member.symbol().equals(entry.symbol())
          || !member.graph().equals(Objects.requireNonNull(entry.body()).record().graph())) {
        return false;
      }
    }
    return true;
  }

  private Kept<Group> solve(List<Entry> members) {
    try (var _ = work.trace().begin("contract", members.getFirst().symbol().qualifiedName())) {
      List<IrFunction> graphs = new ArrayList<>();
      for (Entry entry : members) {
        graphs.add(engine.graph(Objects.requireNonNull(entry.body()), wave));
      }
      Group solved = Elaborations.contracts(members, graphs, new Asking(wave));
      members.forEach(entry -> work.elaborated(entry.symbol()));
      return engine.records().keep(solved);
    }
  }

  @Nullable Member member(SymbolId symbol) {
    Entry entry = wave.entry(symbol);
    return entry == null ? null : entry.member();
  }
}
