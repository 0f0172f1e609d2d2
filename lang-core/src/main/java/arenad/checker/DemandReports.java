package arenad.checker;

import arenad.diagnostic.Code;
import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Edit;
import arenad.diagnostic.Fix;
import arenad.ir.Value;
import arenad.lifetime.Atom;
import arenad.lifetime.Contract;
import arenad.lifetime.Inclusions;
import arenad.lifetime.Outlives;
import arenad.lifetime.Position;
import arenad.type.Declaration.Relation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says that a call does not meet what the callee's `requires` or its regions demand.
final class DemandReports {

  /// Two atoms of which the first should outlive the second, and does not.
  ///
  /// @param variable in which the longer one is found
  /// @param other in which the shorter one is found
  private record Pair(Atom longer, int variable, Atom shorter, int other) {}

  private final Judgement judgement;
  private final Constraints constraints;
  private final SourceNames names;
  private final Homes homes;
  private final Ways ways;
  private final SubArenas subArenas;

  DemandReports(Judgement judgement, Homes homes, Ways ways) {
    this.judgement = judgement;
    this.homes = homes;
    this.ways = ways;
    constraints = judgement.constraints();
    names = constraints.names;
    subArenas = new SubArenas(judgement, homes);
  }

  private Reason reason(Finding.Unmet finding) {
    return constraints.reasons.get(finding.demand().reason());
  }

  Value.Call callOf(Finding.Unmet finding) {
    if (reason(finding) instanceof Reason.Passed(Value.Call call, _, _, _)) {
      return call;
    }
    throw new IllegalArgumentException("no call: " + finding);
  }

  Diagnostic unmet(Finding.Unmet finding) {
    Contract.Declared clause = finding.demand().clause();
    if (finding.demand().ofRegion() && clause.relation() == Relation.EQUAL) {
      return otherRegion(reason(finding), clause);
    }
    String callee = CallReports.calleeOf(reason(finding));
    String relation = DeclaredLifetimes.text(clause.left(), clause.relation(), clause.right());
    Diagnostic diagnostic =
        Diagnostic.of(
                Code.E0306,
                homes.at(reason(finding).span()),
                "the arguments do not meet what `" + callee + "` requires")
            .labelled("requires " + relation);
    Pair pair = failing(finding.demand());
    return pair == null
        ? diagnostic.help("nothing lives longer than `Static`, as constants and literals do")
        : explained(diagnostic, finding, pair);
  }

  private Diagnostic explained(Diagnostic diagnostic, Finding.Unmet finding, Pair pair) {
    Diagnostic told = withHome(diagnostic, pair.shorter(), pair.other());
    told = withHome(told, pair.longer(), pair.variable());
    boolean strict = isStrict(finding.demand().clause().relation());
    if (pair.longer().isUniversal() && pair.shorter().isUniversal()) {
      return declared(told, pair, strict);
    }
    if (pair.longer() == pair.shorter()) {
      return told.help(
          "both live in "
              + homes.arena(pair.longer())
              + ": a sub-arena of it lives strictly shorter, so make the one that is to be shorter"
              + " in one");
    }
    boolean swapped =
        judgement.outlives().compare(pair.shorter(), pair.longer()) == Outlives.Verdict.HOLDS;
    Diagnostic helped = swapped ? swapped(told, finding) : told;
    helped = subArenas.under(pair.longer(), pair.shorter(), helped);
    return helped == told && strict
        ? told.help("a sub-arena lives strictly shorter than the arena that it is made from")
        : helped;
  }

  private static boolean isStrict(Relation relation) {
    return switch (relation) {
      case GREATER, LESS -> true;
      case GREATER_EQUAL, LESS_EQUAL, EQUAL -> false;
    };
  }

  /// Tells what an argument lives in, and where that begins.
  private Diagnostic withHome(Diagnostic diagnostic, Atom atom, int variable) {
    Diagnostic told = homes.withBirth(diagnostic, atom);
    Reason.Made made = ways.maker(variable, atom);
    return made == null || made.value() instanceof Value.NewArena
        ? told
        : homes.withKept(told, made.value(), atom);
  }

  /// Each of the other's place: what lives longer is passed for what is to live shorter.
  private Diagnostic swapped(Diagnostic diagnostic, Finding.Unmet finding) {
    Value one = argumentOf(reason(finding));
    Value other = argumentOf(constraints.reasons.get(finding.demand().other()));
    String first = names.of(one);
    String second = names.of(other);
    boolean apart = !one.span().contains(other.span()) && !other.span().contains(one.span());
    if (first == null || second == null || !apart || !one.type().equals(other.type())) {
      return diagnostic.help("what lives longer is passed for what is to live shorter");
    }
    List<Edit> edits =
        List.of(
            new Edit.Replace(homes.at(one.span()), second),
            new Edit.Replace(homes.at(other.span()), first));
    return diagnostic
        .help("pass `" + first + "` and `" + second + "` the other way round")
        .fix(new Fix("Exchange `" + first + "` and `" + second + "`", edits));
  }

  /// What the function can ask of its own callers.
  private Diagnostic declared(Diagnostic diagnostic, Pair pair, boolean strict) {
    Position longer = pair.longer().position();
    Position shorter = pair.shorter().position();
    if (longer == null || shorter == null || longer.equals(shorter)) {
      return diagnostic;
    }
    Relation relation = strict ? Relation.GREATER : Relation.GREATER_EQUAL;
    Contract.Declared clause = new Contract.Declared(longer, relation, shorter);
    String text = DeclaredLifetimes.text(longer, relation, shorter);
    Diagnostic helped =
        diagnostic.help("ask it of the caller in turn: add `" + text + "` to `requires`");
    if (constraints.graph.function().symbol().isPart() || !judgement.canDeclare(clause)) {
      return helped;
    }
    Edit edit = new Edit.Require(homes.at(constraints.graph.function().name()), text);
    return helped.fix(new Fix("Add `" + text + "` to `requires`", edit));
  }

  /// Two atoms for which the relation does not hold; null when what lives for ever is in the way.
  private @Nullable Pair failing(Constraints.Demand demand) {
    return switch (demand.clause().relation()) {
      case GREATER_EQUAL -> failing(demand.left(), demand.right(), false);
      case GREATER -> failing(demand.left(), demand.right(), true);
      case LESS_EQUAL -> failing(demand.right(), demand.left(), false);
      case LESS -> failing(demand.right(), demand.left(), true);
      case EQUAL -> {
        Pair pair = failing(demand.left(), demand.right(), false);
        yield pair == null ? failing(demand.right(), demand.left(), false) : pair;
      }
    };
  }

  private @Nullable Pair failing(int[] longer, int[] shorter, boolean strictly) {
    Inclusions system = constraints.system;
    Pair[] found = new Pair[1];
    for (int one : longer) {
      for (int other : shorter) {
        system.forEachAtom(
            one,
            value ->
                system.forEachAtom(
                    other,
                    holder -> {
                      if (found[0] == null && !judgement.isMet(value, holder, strictly)) {
                        found[0] = new Pair(value, one, holder, other);
                      }
                    }));
      }
    }
    return found[0];
  }

  private static Value argumentOf(Reason reason) {
    if (reason instanceof Reason.Passed(_, Value argument, _, _)) {
      return argument;
    }
    throw new IllegalArgumentException("nothing is passed: " + reason);
  }

  private Diagnostic otherRegion(Reason reason, Contract.Declared clause) {
    Position first = reason instanceof Reason.Passed(_, _, _, Position to) ? to : clause.right();
    return Diagnostic.of(
            Code.E0306,
            homes.at(reason.span()),
            names.described(argumentOf(reason))
                + " does not live as long as what is passed for `"
                + first.spelling()
                + "`, and `"
                + CallReports.calleeOf(reason)
                + "` takes both from one region")
        .labelled(
            "needs "
                + DeclaredLifetimes.text(clause.left(), Relation.EQUAL, first)
                + ", both in `"
                + clause.right().spelling()
                + "`");
  }
}
