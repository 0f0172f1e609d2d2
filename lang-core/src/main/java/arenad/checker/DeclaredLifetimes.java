package arenad.checker;

import arenad.lifetime.Contract;
import arenad.lifetime.Leaf;
import arenad.lifetime.Position;
import arenad.lifetime.Shape;
import arenad.lifetime.Shapes;
import arenad.text.Span;
import arenad.type.Declaration;
import arenad.type.Declaration.LifetimeRequirement;
import arenad.type.Declaration.Relation;
import arenad.type.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The lifetime relations that a function's `requires` states: what its callers must meet, and what
/// its body may rely on.
final class DeclaredLifetimes {

  /// `longer` lives at least as long as `shorter`, or longer.
  private record Fact(Position longer, Position shorter, boolean strictly) {}

  /// A name that has been reached, and whether a strict step led there.
  private record Reached(Position position, boolean strictly) {}

  /// The root of what lives for ever.
  static final String STATIC = "Static";

  private final List<Contract.Declared> clauses = new ArrayList<>();
  private final List<Fact> facts = new ArrayList<>();
  private final Declaration.@Nullable Function declaration;
  private final Contract.Regions regions;

  /// Roots of positions that the source has no names for: nothing can be said of them.
  private final Set<String> nameless;

  private DeclaredLifetimes(
      Declaration.@Nullable Function declaration, Contract.Regions regions, Set<String> nameless) {
    this.declaration = declaration;
    this.regions = regions;
    this.nameless = nameless;
  }

  static DeclaredLifetimes of(
      Declaration.@Nullable Function declaration, Contract.Regions regions) {
    return of(declaration, regions, Set.of());
  }

  /// @param nameless parameters that no clause can name: what is inferred of them is what callers must meet
  static DeclaredLifetimes of(
      Declaration.@Nullable Function declaration, Contract.Regions regions, Set<String> nameless) {
    DeclaredLifetimes declared = new DeclaredLifetimes(declaration, regions, nameless);
    if (declaration != null) {
      declared.add(declaration.requirements(), declaration.symbol().module());
    }
    declared.clauses.forEach(declared::learn);
    regions.order().forEach(declared::learn);
    regions.bindings().forEach(declared::learn);
    return declared;
  }

  /// What modules say of their regions.
  ///
  /// @param module from where regions are named
  static DeclaredLifetimes ofRegions(List<LifetimeRequirement> requirements, String module) {
    DeclaredLifetimes declared = new DeclaredLifetimes(null, Contract.Regions.NONE, Set.of());
    declared.add(requirements, module);
    declared.clauses.forEach(declared::learn);
    return declared;
  }

  /// The same and one clause more.
  DeclaredLifetimes with(Contract.Declared clause) {
    DeclaredLifetimes more = new DeclaredLifetimes(declaration, regions, nameless);
    more.clauses.addAll(clauses);
    more.clauses.add(clause);
    more.facts.addAll(facts);
    more.learn(clause);
    return more;
  }

  private void add(List<LifetimeRequirement> requirements, String module) {
    for (LifetimeRequirement requirement : requirements) {
      Position left = position(requirement.left(), module);
      Position right = position(requirement.right(), module);
      clauses.add(new Contract.Declared(left, requirement.relation(), right));
    }
  }

  /// All that lives in a region lives equally long; what a type parameter stands for, at least as long
  /// as the shortest of it.
  private void learn(Contract.Binding binding) {
    facts.add(new Fact(binding.position(), binding.name(), false));
    boolean alone =
        regions.bindings().stream().filter(each -> each.name().equals(binding.name())).count() == 1;
    if (binding.exact() || alone) {
      facts.add(new Fact(binding.name(), binding.position(), false));
    }
  }

  private void learn(Contract.Declared clause) {
    Position left = clause.left();
    Position right = clause.right();
    switch (clause.relation()) {
      case GREATER_EQUAL -> facts.add(new Fact(left, right, false));
      case GREATER -> facts.add(new Fact(left, right, true));
      case LESS_EQUAL -> facts.add(new Fact(right, left, false));
      case LESS -> facts.add(new Fact(right, left, true));
      case EQUAL -> {
        facts.add(new Fact(left, right, false));
        facts.add(new Fact(right, left, false));
      }
    }
  }

  /// The region of another module goes by the name of that.
  static Position position(String name, String module) {
    if (name.startsWith(Declaration.Region.MARK)) {
      String full = name.substring(Declaration.Region.MARK.length());
      boolean own = full.lastIndexOf('.') == module.length() && full.startsWith(module);
      return Position.root(own ? full.substring(module.length() + 1) : full);
    }
    List<String> parts = Arrays.asList(name.split("\\."));
    return new Position(parts.getFirst(), parts.subList(1, parts.size()));
  }

  boolean isEmpty() {
    return clauses.isEmpty();
  }

  List<Contract.Declared> clauses() {
    return clauses;
  }

  /// Where the last clause is written, or null.
  @Nullable Span lastClause() {
    return declaration == null || declaration.requirements().isEmpty()
        ? null
        : declaration.requirements().getLast().span();
  }

  /// Whether nothing is said that the body's flows have to keep to.
  boolean isSilent() {
    return isEmpty() && regions.bindings().stream().noneMatch(each -> each.position().isReturn());
  }

  Contract.Regions regions() {
    return regions;
  }

  /// The region that a position lives in, by what the signature says, or null.
  @Nullable Position regionOf(Position position) {
    for (Contract.Binding binding : regions.bindings()) {
      if (binding.exact() && binding.position().equals(position)) {
        return binding.name();
      }
    }
    return null;
  }

  /// Whether something is said of that part of the result.
  private boolean speaksOfResult(Position part) {
    return regions.bindings().stream().anyMatch(each -> isWithin(part, each.position()))
        || clauses.stream()
            .anyMatch(clause -> clause.left().isReturn() || clause.right().isReturn());
  }

  /// Whether the relation follows. What an object holds lives at least as long as the object.
  boolean imply(Position longer, Position shorter, boolean strictly) {
    Deque<Reached> work = new ArrayDeque<>(List.of(new Reached(longer, false)));
    Set<Reached> seen = new HashSet<>(work);
    while (!work.isEmpty()) {
      Reached at = work.pop();
      boolean reached = isWithin(shorter, at.position()) || isStatic(at.position());
      if (reached && (at.strictly() || !strictly)) {
        return true;
      }
      for (Reached next : steps(at)) {
        if (seen.add(next)) {
          work.push(next);
        }
      }
    }
    return false;
  }

  /// What lives for ever outlives everything.
  private static boolean isStatic(Position position) {
    return position.root().equals(STATIC) && position.path().isEmpty();
  }

  private List<Reached> steps(Reached at) {
    List<Reached> next = new ArrayList<>();
    List<String> path = at.position().path();
    // The name of the result stands for each part of it, not for the shortest.
    if (!path.isEmpty() && !at.position().isReturn()) {
      Position holder = new Position(at.position().root(), path.subList(0, path.size() - 1));
      next.add(new Reached(holder, at.strictly()));
    }
    for (Fact fact : facts) {
      if (fact.longer().equals(at.position())) {
        next.add(new Reached(fact.shorter(), at.strictly() || fact.strictly()));
      }
    }
    return next;
  }

  /// A relation to the whole result is one to each part of it.
  private static boolean isWithin(Position part, Position whole) {
    boolean ofResult = part.isReturn() && whole.isReturn();
    return part.equals(whole)
        || ofResult
            && part.path().size() >= whole.path().size()
            && part.path().subList(0, whole.path().size()).equals(whole.path());
  }

  /// Whether what flows may: into memory, if it outlives what holds it; into the result, if nothing is
  /// said of that or this is.
  private boolean allow(Contract.Flow flow) {
    Position to = flow.to();
    if (flow.from().isMade() || to.isMade() || flow.from().root().equals(to.root())) {
      return true;
    }
    if (to.isReturn()) {
      return !speaksOfResult(to) || imply(flow.from(), to, false) || bound(flow) != null;
    }
    return mayNeed(flow.from(), to);
  }

  /// Whether the body may need the relation of its callers.
  boolean mayNeed(Position longer, Position shorter) {
    return isEmpty()
        || nameless.contains(longer.root())
        || nameless.contains(shorter.root())
        || provideFor(longer, shorter);
  }

  /// What keeps the promise that is made of the result when something without a name is returned: it outlives
  /// what the result is said to be bounded by. Null if nothing is to be kept, or nothing can keep it.
  Contract.@Nullable Bound bound(Contract.Flow flow) {
    Position to = flow.to();
    if (!to.isReturn() || !nameless.contains(flow.from().root()) || !speaksOfResult(to)) {
      return null;
    }
    List<Position> over =
        facts.stream()
            .filter(fact -> isWithin(to, fact.shorter()) && !isStatic(fact.longer()))
            .map(Fact::longer)
            .distinct()
            .toList();
    return over.size() == 1 ? new Contract.Bound(flow.from(), over.getFirst()) : null;
  }

  /// The relation that would let a flow be.
  ///
  /// @param to where it is not let be
  static Contract.Bound needed(Contract.Flow flow, Position to) {
    List<String> path = to.path();
    Position holder =
        to.isReturn() ? to : new Position(to.root(), path.subList(0, path.size() - 1));
    return new Contract.Bound(flow.from(), holder);
  }

  /// Where something comes to be that the signature does not let be there, or null.
  ///
  /// @param all flows of the function
  @Nullable Position forbidden(Contract.Flow flow, List<Contract.Flow> all) {
    return allow(flow) ? forbiddenInside(flow, all) : flow.to();
  }

  /// Where the signature says of something in the result in which region it lives, what flows into objects
  /// there is asked the same, though the call makes them.
  private @Nullable Position forbiddenInside(Contract.Flow flow, List<Contract.Flow> all) {
    if (!flow.to().isObject() || flow.from().isMade()) {
      return null;
    }
    for (Contract.Flow handed : all) {
      boolean here =
          handed.from().equals(Position.root(flow.to().root())) && handed.to().isReturn();
      Position at = handed.to().then(flow.to().path());
      if (here && regionOf(at) != null && !imply(flow.from(), at, false)) {
        return at;
      }
    }
    return null;
  }

  /// Whether the relation follows when a parameter's name is taken for all that it holds, as it is
  /// when contracts are shown. What is only so is still looked at where the caller's memory is known.
  boolean provideFor(Position longer, Position shorter) {
    for (int length = shorter.path().size(); length >= 0; length--) {
      if (imply(longer, new Position(shorter.root(), shorter.path().subList(0, length)), false)) {
        return true;
      }
    }
    return false;
  }

  /// What callers see: the written relations in the place of the inferred ones, and all flows that
  /// they allow between things of one type, so that a change of the body changes nothing for them.
  Contract visible(Contract inferred, Type result, Shapes shapes) {
    if (isEmpty()) {
      return inferred;
    }
    TreeMap<Contract.Flow, Boolean> flows = new TreeMap<>();
    for (Contract.Flow flow : inferred.flows()) {
      flows.merge(bare(flow), flow.whole(), Boolean::logicalOr);
    }
    for (Fact fact : facts) {
      for (Contract.Flow flow : allowedBy(fact, result, shapes)) {
        flows.merge(bare(flow), true, Boolean::logicalOr);
      }
    }
    List<Contract.Flow> all = new ArrayList<>();
    flows.forEach((flow, whole) -> all.add(new Contract.Flow(flow.from(), flow.to(), whole)));
    return new Contract(
        all,
        inferred.bounds().stream()
            .filter(bound -> !imply(bound.value(), bound.holder(), false))
            .toList(),
        inferred.arenas(),
        inferred.objects(),
        inferred.frees(),
        inferred.uses(),
        inferred.apart(),
        clauses,
        inferred.writes(),
        inferred.regions(),
        inferred.alters(),
        inferred.spares());
  }

  private static Contract.Flow bare(Contract.Flow flow) {
    return new Contract.Flow(flow.from(), flow.to(), false);
  }

  private List<Contract.Flow> allowedBy(Fact fact, Type result, Shapes shapes) {
    List<Contract.Flow> flows = new ArrayList<>();
    Shape from = shapeAt(fact.longer(), result, shapes);
    Shape to = shapeAt(fact.shorter(), result, shapes);
    for (Leaf source : from.leaves()) {
      for (Leaf target : to.leaves()) {
        Position into = fact.shorter().then(target.path());
        if (into.isReturn()) {
          flowIfAlike(source, target, fact.longer(), into, flows);
        } else {
          for (Leaf slot : shapes.inside(target.type()).leaves()) {
            flowIfAlike(source, slot, fact.longer(), into.then(slot.path()), flows);
          }
        }
      }
    }
    return flows;
  }

  private static void flowIfAlike(
      Leaf source, Leaf target, Position from, Position into, List<Contract.Flow> flows) {
    if (source.type().equals(target.type())) {
      flows.add(new Contract.Flow(from.then(source.path()), into, true));
    }
  }

  /// The leaves of what a clause names when it names a parameter or the result.
  private Shape shapeAt(Position position, Type result, Shapes shapes) {
    if (!position.path().isEmpty() || declaration == null) {
      return new Shape(List.of());
    }
    if (position.isReturn()) {
      return shapes.of(result);
    }
    for (Declaration.Parameter parameter : declaration.parameters()) {
      if (parameter.name().equals(position.root())) {
        boolean self = parameter.name().equals("self");
        return shapes.of(self ? new Type.Ref(parameter.type()) : parameter.type());
      }
    }
    return new Shape(List.of());
  }

  /// How a relation is written.
  static String text(Position longer, Relation relation, Position shorter) {
    return SourceNames.lifetime(longer)
        + " "
        + relation.spelling()
        + " "
        + SourceNames.lifetime(shorter);
  }
}
