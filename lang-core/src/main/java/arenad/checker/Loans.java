package arenad.checker;

import arenad.ir.IrFunction;
import arenad.ir.Value;
import arenad.lifetime.Leaf;
import arenad.lifetime.Position;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// The storage of which one call is given addresses. A local of which it is given several is lent as a whole,
/// so that what is written through one address is found through the others.
final class Loans {
  private final PlaceWriter places;
  private final Set<IrFunction.Local> several;
  private final Map<IrFunction.Local, PlaceWriter.Lent> wholes = new HashMap<>();
  private final Map<Value.Borrow, PlaceWriter.Lent> lent = new LinkedHashMap<>();

  Loans(Value.Call call, PlaceWriter places) {
    this.places = places;
    several = lentSeveralTimes(call);
  }

  /// The locals of which the call is given more than one address.
  private static Set<IrFunction.Local> lentSeveralTimes(Value.Call call) {
    Set<IrFunction.Local> once = new HashSet<>();
    Set<IrFunction.Local> several = new HashSet<>();
    for (Value argument : call.arguments()) {
      IrFunction.Local local =
          argument instanceof Value.Borrow(var place, _, _) ? LocalUses.rootOf(place) : null;
      if (local != null && !once.add(local)) {
        several.add(local);
      }
    }
    return several;
  }

  /// Lends what an argument is the address of.
  ///
  /// @return the variable of the reference
  int lend(Value.Borrow borrow) {
    IrFunction.Local local = LocalUses.rootOf(borrow.place());
    if (local != null && several.contains(local)) {
      PlaceWriter.Lent whole =
          wholes.computeIfAbsent(local, root -> places.lendWhole(root, borrow));
      lent.putIfAbsent(borrow, whole);
      return places.partOf(whole, borrow);
    }
    PlaceWriter.Lent loan = places.lend(borrow);
    lent.put(borrow, loan);
    return loan.reference();
  }

  /// The locals that are lent, whole or in part.
  Set<IrFunction.Local> locals() {
    Set<IrFunction.Local> locals = new HashSet<>();
    for (PlaceWriter.Lent loan : lent.values()) {
      if (loan.local() != null) {
        locals.add(loan.local().local());
      }
    }
    return locals;
  }

  /// Each storage is given back once, written if it may be through any of its addresses.
  void giveBack(CallSite site) {
    Map<PlaceWriter.Lent, Value.Borrow> loans = new LinkedHashMap<>();
    Map<PlaceWriter.Lent, Predicate<Leaf>> written = new LinkedHashMap<>();
    Set<PlaceWriter.Lent> dropped = new HashSet<>();
    lent.forEach(
        (borrow, loan) -> {
          boolean again = loans.putIfAbsent(loan, borrow) != null;
          String name = site.nameOf(borrow);
          if (site.writesTo(name)) {
            boolean alone = !again && loan.isOf(borrow);
            written.put(loan, leaf -> !alone || site.writes(new Position(name, leaf.path())));
          }
          if (site.mayDropIn(name)) {
            dropped.add(loan);
          }
        });
    loans.forEach(
        (loan, borrow) ->
            places.giveBack(
                borrow, loan, written.getOrDefault(loan, _ -> false), dropped.contains(loan)));
  }
}
