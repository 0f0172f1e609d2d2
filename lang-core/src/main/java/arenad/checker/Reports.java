package arenad.checker;

import arenad.diagnostic.Code;
import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Place;
import arenad.ir.IrFunction;
import arenad.ir.Value;
import arenad.lifetime.Atom;
import arenad.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Puts findings into words: one diagnostic for one mistake, not one for each of its consequences.
final class Reports {

  private record Said(Code code, Place place) {}

  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Set<Said> said = new HashSet<>();
  private final Set<Atom> concerned = new HashSet<>();
  private final Set<Value.Call> unmetCalls = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Constraints constraints;
  private final Ways ways;
  private final StoreReports stores;
  private final EndReports ends;
  private final CallReports calls;
  private final DemandReports demands;

  private Reports(Judgement judgement) {
    Homes homes = new Homes(judgement.constraints());
    constraints = judgement.constraints();
    ways = new Ways(constraints);
    Allocations allocations = new Allocations(judgement, homes);
    stores = new StoreReports(judgement, homes, ways, allocations);
    ends = new EndReports(judgement, homes, ways, allocations);
    calls = new CallReports(judgement.constraints(), homes);
    demands = new DemandReports(judgement, homes, ways);
  }

  static List<Diagnostic> of(Judgement judgement) {
    Reports reports = new Reports(judgement);
    // What is stored wrongly is found dead later: the cause is told, and its consequences are not.
    for (Rank rank : Rank.values()) {
      for (Finding finding : judgement.findings()) {
        if (rankOf(finding) == rank) {
          reports.add(finding);
        }
      }
    }
    return reports.diagnostics;
  }

  private enum Rank {
    STRICT_DEMAND,
    CAUSE,
    DEMAND,
    CONSEQUENCE,
    AFTERTHOUGHT
  }

  private static Rank rankOf(Finding finding) {
    return switch (finding) {
      case Finding.Outlived _,
          Finding.Escaped _,
          Finding.Broken _,
          Finding.NotApart _,
          Finding.Undeclared _,
          Finding.ScopedFreed _,
          Finding.ReadOnlyWritten _,
          Finding.SparedWritten _,
          Finding.Overwritten _ ->
          Rank.CAUSE;
      case Finding.Unmet(var demand) -> rankOf(demand);
      case Finding.Ended _, Finding.Returned _ -> Rank.CONSEQUENCE;
      case Finding.ScopeEnded _, Finding.Unhanded _, Finding.Leaked _ -> Rank.AFTERTHOUGHT;
    };
  }

  /// No copy into another arena mends a relation that is strict, so it goes before what follows from it.
  private static Rank rankOf(Constraints.Demand demand) {
    return switch (demand.clause().relation()) {
      case GREATER, LESS -> Rank.STRICT_DEMAND;
      case GREATER_EQUAL, LESS_EQUAL, EQUAL -> demand.ofRegion() ? Rank.CONSEQUENCE : Rank.DEMAND;
    };
  }

  static Diagnostic endless(IrFunction function) {
    return Diagnostic.of(
        Code.E0307,
        Place.in(function.source(), function.name()),
        "the lifetimes of these functions, which call each other, do not settle");
  }

  private void add(Finding finding) {
    switch (finding) {
      case Finding.Outlived outlived -> {
        concern(outlived.value(), outlived.holder());
        stores.outlived(outlived, unmetCalls).forEach(this::say);
      }
      case Finding.Escaped escaped -> {
        concern(escaped.value());
        stores.escaped(escaped).forEach(this::say);
      }
      case Finding.Broken broken -> {
        concern(broken.value(), broken.holder());
        say(calls.broken(broken));
      }
      case Finding.NotApart apart -> {
        concern(apart.used(), apart.freed());
        say(calls.notApart(apart));
      }
      case Finding.Unmet unmet -> {
        if (!isBlamed(demands.callOf(unmet)) && !comesByUnmet(unmet.demand())) {
          unmetCalls.add(demands.callOf(unmet));
          say(demands.unmet(unmet));
        }
      }
      case Finding.Ended ended -> {
        if (!ends.isChecked(ended) && !ends.isConsequence(ended)) {
          concern(ended.atom());
          say(ends.ended(ended));
        }
      }
      case Finding.ScopedFreed freed -> {
        concern(freed.atom());
        say(ends.scopedFreed(freed));
      }
      case Finding.ScopeEnded ended -> {
        Atom view = ends.openedBy(ended.atom());
        boolean told = concerned.contains((view == null ? ended.atom() : view).original());
        if (!told) {
          concern(ended.atom());
          say(ends.scopeEnded(ended));
        }
      }
      case Finding.Returned returned -> {
        if (!ends.isConsequence(returned)) {
          say(ends.returned(returned));
        }
      }
      case Finding.Unhanded unhanded -> {
        if (!concerned.contains(unhanded.atom().original())) {
          concern(unhanded.atom());
          say(ends.unhanded(unhanded));
        }
      }
      case Finding.Leaked leaked -> {
        if (!concerned.contains(leaked.atom())) {
          say(ends.leaked(leaked));
        }
      }
      case Finding.Undeclared undeclared -> {
        Reason blame = ways.blame(undeclared.variable(), undeclared.value());
        say(calls.undeclared(undeclared, blame));
      }
      case Finding.ReadOnlyWritten written -> say(calls.readOnlyWritten(written));
      case Finding.SparedWritten written -> say(calls.sparedWritten(written));
      case Finding.Overwritten overwritten -> say(calls.overwritten(overwritten));
    }
  }

  /// Whether what does not fit came there by a call of which that is said already.
  private boolean comesByUnmet(Constraints.Demand demand) {
    return IntStream.concat(Arrays.stream(demand.left()), Arrays.stream(demand.right()))
        .anyMatch(this::comesByUnmet);
  }

  private boolean comesByUnmet(int variable) {
    boolean[] some = new boolean[1];
    constraints.system.forEachAtom(
        variable, atom -> some[0] |= ways.comesBy(unmetCalls, variable, atom));
    return some[0];
  }

  /// Whether an argument of the call is complained about already.
  private boolean isBlamed(Value.Call call) {
    return diagnostics.stream()
        .anyMatch(
            diagnostic ->
                diagnostic.code() == Code.E0306
                    && diagnostic.primary() instanceof Place.InSymbol(_, Span span)
                    && call.span().contains(span));
  }

  private void concern(Atom... atoms) {
    for (Atom atom : atoms) {
      concerned.add(atom.original());
    }
  }

  private void say(Diagnostic diagnostic) {
    if (said.add(new Said(diagnostic.code(), diagnostic.primary()))) {
      diagnostics.add(diagnostic);
    }
  }
}
