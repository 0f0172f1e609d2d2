package arenad.lifetime;

import arenad.type.Declaration;
import arenad.type.Declaration.Relation;
import arenad.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Makes the clauses of a contract's text: value by value, contents folded into the name of their
/// parameter where no caller could tell the difference, nothing that follows from the rest.
final class Clauses {

  /// `left` lives at least as long as `right`, or longer.
  private record Clause(Position left, boolean strictly, Position right) {}

  private final Contract contract;
  private final Places places;
  private final List<Clause> demands = new ArrayList<>();
  private final Map<Position, Set<Position>> sources = new TreeMap<>();
  private final Set<Position> freshLeaves = new HashSet<>();
  private final Set<String> folded = new HashSet<>();
  private boolean foldsResult;

  private Clauses(Contract contract, Places places) {
    this.contract = contract;
    this.places = places;
  }

  static Clauses of(Declaration.Function function, Type result, Contract contract, Shapes shapes) {
    Clauses clauses = new Clauses(contract, new Places(function, shapes));
    for (Leaf leaf : shapes.of(result).leaves()) {
      clauses.sources.put(new Position(Position.RETURN, leaf.path()), new TreeSet<>());
    }
    clauses.collect();
    clauses.fold();
    return clauses;
  }

  boolean isFresh() {
    return !freshLeaves.isEmpty();
  }

  private void collect() {
    for (Contract.Flow flow : contract.flows()) {
      collect(flow);
    }
    for (Contract.Bound bound : contract.bounds()) {
      Position holder = bound.holder().isArena() ? handle(bound.holder()) : bound.holder();
      if (holder != null && !bound.value().isMade()) {
        demand(bound.value(), false, holder);
      }
    }
    for (Contract.Apart apart : contract.apart()) {
      demand(apart.used(), true, apart.freed());
    }
  }

  private void collect(Contract.Flow flow) {
    Position from = flow.from();
    Position to = flow.to();
    if (to.isObject() || from.isObject()) {
      return;
    }
    if (!to.isReturn()) {
      if (!from.isMade()) {
        demand(from, false, to);
      }
    } else if (from.isArena()) {
      freshLeaves.add(to);
    } else {
      sources.computeIfAbsent(to, _ -> new TreeSet<>()).add(from);
    }
  }

  private void demand(Position left, boolean strictly, Position right) {
    if (strictly || !left.equals(right) && !places.isInside(left, right)) {
      demands.add(new Clause(left, strictly, right));
    }
  }

  /// Where the result holds the handle of an arena.
  private @Nullable Position handle(Position arena) {
    Position first = null;
    for (Contract.Flow flow : contract.flows()) {
      if (flow.from().equals(arena) && flow.to().isReturn()) {
        boolean handle = places.isArena(flow.to());
        first = first == null || handle ? flow.to() : first;
      }
    }
    return first;
  }

  /// What a parameter holds goes by its name when all of it stands in the same relations, none of
  /// them to the parameter itself.
  private void fold() {
    Map<String, Map<Position, Set<String>>> relations = new HashMap<>();
    Set<String> divided = new HashSet<>();
    for (Clause clause : demands) {
      String relation = clause.strictly() ? ">" : ">=";
      note(relations, clause.left(), relation + clause.right());
      note(relations, clause.right(), clause.left() + relation);
      if (clause.left().root().equals(clause.right().root())) {
        divided.add(clause.left().root());
      }
    }
    sources.forEach((to, froms) -> froms.forEach(from -> note(relations, from, "=" + to)));
    relations.forEach(
        (root, positions) -> {
          positions.remove(Position.root(root));
          if (new HashSet<>(positions.values()).size() <= 1) {
            folded.add(root);
          }
        });
    folded.removeAll(divided);
    folded.remove(Position.RETURN);
    Set<Set<Position>> distinct = new HashSet<>();
    sources.forEach(
        (to, froms) -> {
          if (!froms.isEmpty() || !freshLeaves.contains(to)) {
            distinct.add(froms);
          }
        });
    foldsResult = distinct.size() == 1;
  }

  private static void note(
      Map<String, Map<Position, Set<String>>> relations, Position position, String relation) {
    relations
        .computeIfAbsent(position.root(), _ -> new HashMap<>())
        .computeIfAbsent(position, _ -> new HashSet<>())
        .add(relation);
  }

  private String name(Position position) {
    Position shown = folded.contains(position.root()) ? Position.root(position.root()) : position;
    for (Contract.Binding binding : contract.regions().bindings()) {
      if (binding.exact()
          && (binding.position().equals(shown) || binding.position().equals(position))) {
        return binding.name().spelling();
      }
    }
    return shown.spelling();
  }

  List<String> requires() {
    Set<String> all = new TreeSet<>(ofBody());
    for (Contract.Declared clause : contract.regions().order()) {
      all.add(declared(clause));
      if (clause.relation() == Relation.GREATER) {
        all.remove(text(clause.left().spelling(), ">=", clause.right().spelling()));
      }
    }
    return List.copyOf(all);
  }

  private List<String> ofBody() {
    if (!contract.declared().isEmpty()) {
      // What is said of the result is shown among what is returned.
      return contract.declared().stream()
          .filter(clause -> !clause.left().isReturn() && !clause.right().isReturn())
          .map(Clauses::declared)
          .sorted()
          .toList();
    }
    Order order = new Order();
    Set<String> strict = new TreeSet<>();
    for (Clause clause : demands) {
      if (clause.strictly()) {
        strict.add(text(name(clause.left()), ">", name(clause.right())));
      } else {
        order.add(name(clause.left()), name(clause.right()));
      }
    }
    Set<String> all = new TreeSet<>(strict);
    order.reduced().forEach(pair -> all.add(text(pair.longer(), ">=", pair.shorter())));
    return List.copyOf(all);
  }

  private static String declared(Contract.Declared clause) {
    Relation relation = clause.relation();
    return text(clause.left().spelling(), relation.spelling(), clause.right().spelling());
  }

  private static String text(String left, String relation, String right) {
    return lifetime(left) + " " + relation + " " + lifetime(right);
  }

  private static String lifetime(String name) {
    return name.equals("Static") ? name : "Lifetime(" + name + ")";
  }

  List<String> returns() {
    Order order = new Order();
    for (Clause clause : demands) {
      order.add(name(clause.left()), name(clause.right()));
    }
    Set<String> all = new TreeSet<>();
    sources.forEach(
        (to, froms) -> {
          Set<String> names = new TreeSet<>();
          froms.forEach(from -> names.add(name(from)));
          String result = foldsResult ? Position.RETURN : to.spelling();
          all.addAll(returned(result, order.least(names), freshLeaves.contains(to)));
        });
    for (int number = 0; number < contract.arenas().size(); number++) {
      Position handle = handle(Position.arena(number));
      for (Position parent : contract.arenas().get(number).parents()) {
        if (handle != null && !parent.isMade()) {
          all.add(text(handle.spelling(), "<", name(parent)));
        }
      }
    }
    return List.copyOf(all);
  }

  private static List<String> returned(String result, Set<String> names, boolean fresh) {
    if (names.isEmpty()) {
      return fresh ? List.of() : List.of(text(result, "=", "Static"));
    }
    String relation = names.size() == 1 && !fresh ? "=" : "<=";
    return names.stream().map(name -> text(result, relation, name)).toList();
  }
}
