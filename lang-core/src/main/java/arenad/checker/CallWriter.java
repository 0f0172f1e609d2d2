package arenad.checker;

import arenad.ir.Value;
import arenad.lifetime.Atom;
import arenad.lifetime.Cell;
import arenad.lifetime.Contract;
import arenad.lifetime.Inclusions;
import arenad.lifetime.Position;
import arenad.lifetime.Shape;
import arenad.type.Declaration;
import arenad.type.Owners;
import arenad.type.RegionHandle;
import arenad.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes what a call means: the callee's contract, its positions replaced by what the arguments
/// hold.
final class CallWriter {

  private static final Type ARENA = new Type.Arena();

  private final BodyWriter body;
  private final Callees callees;
  private final Map<Positions.Gathered, Integer> gathered = new HashMap<>();

  CallWriter(BodyWriter body, Callees callees) {
    this.body = body;
    this.callees = callees;
  }

  int[] write(Value.Call call) {
    List<int[]> arguments = new ArrayList<>();
    Loans loans = new Loans(call, body.places());
    for (Value argument : call.arguments()) {
      if (argument instanceof Value.Borrow borrow) {
        arguments.add(new int[] {loans.lend(borrow)});
      } else if (isReleased(call, arguments.size())) {
        arguments.add(body.values().write(argument));
      } else {
        arguments.add(body.values().touched(argument));
      }
    }
    CallSite site = site(call, arguments);
    new RegionWriter(body, site.positions(), site.contract().regions())
        .write((from, to) -> passed(site, from, to));
    int[] result = result(site);
    effects(site);
    overwrite(site, loans);
    alter(site);
    ReadOnlyObjects.check(call, site.names(), site.contract(), body.out());
    ReadOnlyObjects.spare(call, site.contract(), site.members(), callees, body.out());
    loans.giveBack(site);
    return result;
  }

  /// Whether the callee ends an argument if that has not ended, and does nothing else with it.
  private boolean isReleased(Value.Call call, int argument) {
    Declaration.Function declaration = callees.declaration(call.callee());
    Contract contract = callees.contract(call.callee());
    if (declaration == null || argument >= declaration.parameters().size()) {
      return false;
    }
    Position position = Position.root(declaration.parameters().get(argument).name());
    return contract.frees().contains(position) && !isUsed(contract, position);
  }

  private static boolean isUsed(Contract contract, Position position) {
    return contract.uses().stream().anyMatch(use -> use.position().equals(position));
  }

  private void overwrite(CallSite site, Loans loans) {
    Set<String> written =
        Narrowing.instance(
            site.contract().writes(), declared(site), arguments(site), body.out().shapes);
    if (written.isEmpty() && loans.locals().isEmpty()) {
      return;
    }
    body.out().writes.addAll(written);
    Value.Call call = site.call();
    var overwriting =
        new Narrowing.Overwriting(call.span(), call.callee().simpleName(), written, loans.locals());
    body.event(Events.Kind.OVERWRITTEN, body.out().narrowing.number(overwriting), 0);
  }

  /// What the callee writes, the caller does.
  private void alter(CallSite site) {
    for (Contract.Altered altered : site.contract().alters()) {
      for (int found : site.positions().found(altered.object(), 0)) {
        body.out().altering.add(new Constraints.Altering(found, altered.member()));
      }
    }
  }

  /// What a required method writes, nobody knows.
  void overwriteAnything(Value.Required call) {
    Set<String> anything = Set.of(Narrowing.ANY);
    body.out().writes.addAll(anything);
    var overwriting = new Narrowing.Overwriting(call.span(), call.member(), anything, Set.of());
    body.event(Events.Kind.OVERWRITTEN, body.out().narrowing.number(overwriting), 0);
  }

  private CallSite site(Value.Call call, List<int[]> arguments) {
    TypeMembers members = new TypeMembers(call, callees);
    Positions positions = new Positions(body, gathered, members);
    List<String> names = new ArrayList<>();
    Declaration.Function declaration = callees.declaration(call.callee());
    for (int i = 0; i < arguments.size(); i++) {
      String name =
          declaration != null && i < declaration.parameters().size()
              ? declaration.parameters().get(i).name()
              : "";
      names.add(name);
      positions.root(name, call.arguments().get(i).type(), arguments.get(i));
    }
    positions.root(DeclaredLifetimes.STATIC, ARENA, new int[] {Inclusions.STATIC});
    Contract contract = callees.contract(call.callee());
    return new CallSite(call, contract, positions, members, names);
  }

  private int[] result(CallSite site) {
    Shape shape = body.shapeOf(site.call().type());
    int[] leaves = new int[shape.size()];
    for (int leaf = 0; leaf < leaves.length; leaf++) {
      leaves[leaf] =
          Owners.isOwner(shape.leaf(leaf).type())
              ? body.values().owners().fresh(site.call())
              : body.newVariable();
    }
    site.positions().root(Position.RETURN, site.call().type(), leaves);
    List<Atom> arenas = arenas(site);
    objects(site, arenas);
    for (Contract.Flow flow : site.contract().flows()) {
      int why = body.reason(passed(site, flow.from(), flow.to()));
      int[] from = site.positions().found(flow.from(), why);
      site.positions().put(from, flow.to(), flow.whole(), why);
    }
    handles(site, leaves, arenas);
    for (Contract.Bound bound : site.contract().bounds()) {
      bound(site, bound);
    }
    uses(site);
    frees(site);
    for (Atom arena : arenas) {
      body.birth(arena, new Reason.Made(site.call()));
    }
    return leaves;
  }

  /// Where nothing but one fresh arena flows, or one that is passed, the result is its handle.
  private void handles(CallSite site, int[] leaves, List<Atom> arenas) {
    Shape shape = body.shapeOf(site.call().type());
    for (int leaf = 0; leaf < leaves.length; leaf++) {
      Position position = new Position(Position.RETURN, shape.leaf(leaf).path());
      List<Position> sources =
          site.contract().flows().stream()
              .filter(flow -> flow.to().equals(position))
              .map(Contract.Flow::from)
              .toList();
      Atom arena = sources.size() == 1 ? oneArenaAt(site, sources.getFirst(), arenas) : null;
      if (arena != null && shape.leaf(leaf).type() instanceof Type.Arena) {
        body.handles().exactly(leaves[leaf], arena);
      }
    }
  }

  private @Nullable Atom oneArenaAt(CallSite site, Position source, List<Atom> arenas) {
    Atom arena = null;
    if (source.isMade()) {
      arena = source.isArena() ? arenas.get(source.number()) : null;
    } else {
      int[] found = site.positions().found(source, 0);
      arena = found.length == 1 ? body.handles().only(found[0]) : null;
    }
    return arena == null || arena.isMany() ? null : arena;
  }

  /// Blames the argument that the value comes from, or where the callee makes it, the one that it
  /// is put into.
  private static Reason passed(CallSite site, Position from, Position to) {
    Value argument = site.argument(from.isMade() ? to : from);
    return new Reason.Passed(site.call(), argument, from, to);
  }

  private List<Atom> arenas(CallSite site) {
    List<Atom> arenas = new ArrayList<>();
    List<Integer> parents = new ArrayList<>();
    for (Contract.Arena arena : site.contract().arenas()) {
      boolean root = arena.parents().isEmpty();
      int parent = root ? Atom.NO_PARENTS : body.newVariable();
      Atom atom = body.system().heap().atom(Atom.Kind.ARENA, body.loop(), parent, arena.many());
      site.positions().root(Position.arena(arenas.size()), ARENA, atom);
      arenas.add(atom);
      parents.add(parent);
    }
    for (int i = 0; i < arenas.size(); i++) {
      for (Position position : site.contract().arenas().get(i).parents()) {
        for (int found : site.positions().found(position, 0)) {
          body.system().atoms(found, parents.get(i), 0);
        }
      }
    }
    return arenas;
  }

  private void objects(CallSite site, List<Atom> arenas) {
    int number = 0;
    for (Contract.Made made : site.contract().objects()) {
      int home = body.newVariable();
      Atom only =
          made.homes().size() == 1 ? oneArenaAt(site, made.homes().getFirst(), arenas) : null;
      for (Position position : made.homes()) {
        for (int found : site.positions().found(position, 0)) {
          body.system().atoms(found, home, 0);
        }
      }
      Type type = body.out().shapes.instance(made.type(), declared(site), arguments(site));
      Cell cell = body.system().heap().made(type, body.loop(), home, only);
      body.out().makers.put(cell, new Reason.Made(site.call()));
      site.positions().root(Position.object(number++), type, cell);
    }
  }

  private List<Declaration.TypeParameter> declared(CallSite site) {
    Declaration.Function declaration = callees.declaration(site.call().callee());
    return declaration == null ? List.of() : declaration.typeParameters();
  }

  private static List<Type> arguments(CallSite site) {
    return site.call().typeArguments();
  }

  private void bound(CallSite site, Contract.Bound bound) {
    int why = body.reason(passed(site, bound.value(), bound.holder()));
    for (int value : site.positions().found(bound.value(), 0)) {
      for (int holder : site.positions().found(bound.holder(), 0)) {
        body.out().bounds.add(new Constraints.Bound(value, holder, bound, why));
      }
    }
  }

  private void uses(CallSite site) {
    for (Contract.Use use : site.contract().uses()) {
      Value argument = site.argument(use.position());
      int why = body.reason(new Reason.TouchedByCall(site.call(), argument, use.position()));
      Events.Kind kind = use.deep() ? Events.Kind.DEEP_USE : Events.Kind.USE;
      Events.Kind used = RegionHandle.isCheck(site.call().callee()) ? Events.Kind.CHECKED : kind;
      for (int variable : site.positions().found(use.position(), 0)) {
        body.event(used, variable, why);
      }
    }
  }

  private void frees(CallSite site) {
    for (Position position : site.contract().frees()) {
      Value argument = site.argument(position);
      int why = body.reason(new Reason.FreedByCall(site.call(), argument, position));
      Events.Kind kind = isUsed(site.contract(), position) ? Events.Kind.FREE : Events.Kind.RELEASE;
      for (int variable : site.positions().found(position, 0)) {
        body.event(kind, variable, why);
      }
    }
  }

  private void effects(CallSite site) {
    for (Contract.Apart apart : site.contract().apart()) {
      Value argument = site.argument(apart.used());
      int why = body.reason(new Reason.TouchedByCall(site.call(), argument, apart.used()));
      for (int used : site.positions().found(apart.used(), 0)) {
        for (int freed : site.positions().found(apart.freed(), 0)) {
          body.out().apart.add(new Constraints.Apart(used, freed, apart, why));
        }
      }
    }
    for (Contract.Declared declared : site.contract().declared()) {
      // What is said of the result is a promise of the callee.
      if (declared.left().isReturn() || declared.right().isReturn()) {
        continue;
      }
      int why = body.reason(passed(site, declared.left(), declared.right()));
      int[] left = site.positions().found(declared.left(), 0);
      int[] right = site.positions().found(declared.right(), 0);
      int other = body.reason(passed(site, declared.right(), declared.left()));
      body.out().demands.add(new Constraints.Demand(left, right, declared, false, why, other));
    }
  }
}
