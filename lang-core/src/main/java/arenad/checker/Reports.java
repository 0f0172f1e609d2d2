package arenad.checker;

import arenad.diagnostic.Code;
import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Place;
import arenad.ir.IrFunction;
import arenad.ir.Value;
import arenad.lifetime.Atom;
import arenad.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Puts findings into words: one diagnostic for one mistake, not one for each of its consequences.
final class Reports {

  private record Said(Code code, Place place) {}

  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Set<Said> said = new HashSet<>();
  private final Set<Atom> concerned = new HashSet<>();
  private final Ways ways;
  private final StoreReports stores;
  private final EndReports ends;
  private final CallReports calls;

  private Reports(Judgement judgement) {
    Homes homes = new Homes(judgement.constraints());
    ways = new Ways(judgement.constraints());
    Allocations allocations = new Allocations(judgement, homes);
    stores = new StoreReports(judgement, homes, ways, allocations);
    ends = new EndReports(judgement, homes, ways, allocations);
    calls = new CallReports(judgement.constraints(), homes);
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
    CAUSE,
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
          Finding.Overwritten _ ->
          Rank.CAUSE;
      case Finding.Ended _, Finding.Returned _, Finding.Unmet _ -> Rank.CONSEQUENCE;
      case Finding.ScopeEnded _, Finding.Unhanded _, Finding.Leaked _ -> Rank.AFTERTHOUGHT;
    };
  }

  static Diagnostic endless(IrFunction function) {
    return Diagnostic.of(
        Code.E0307,
        Place.in(function.symbol(), function.name()),
        "the lifetimes of these functions, which call each other, do not settle");
  }

  private void add(Finding finding) {
    switch (finding) {
      case Finding.Outlived outlived -> {
        concern(outlived.value(), outlived.holder());
        say(stores.outlived(outlived));
      }
      case Finding.Escaped escaped -> {
        concern(escaped.value());
        say(stores.escaped(escaped));
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
        if (!isBlamed(calls.callOf(unmet))) {
          say(calls.unmet(unmet));
        }
      }
      case Finding.Ended ended -> {
        if (!ends.isConsequence(ended)) {
          concern(ended.atom());
          say(ends.ended(ended));
        }
      }
      case Finding.ScopedFreed freed -> {
        concern(freed.atom());
        say(ends.scopedFreed(freed));
      }
      case Finding.ScopeEnded ended -> {
        if (!concerned.contains(ended.atom().original())) {
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
      case Finding.Overwritten overwritten -> say(calls.overwritten(overwritten));
    }
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
