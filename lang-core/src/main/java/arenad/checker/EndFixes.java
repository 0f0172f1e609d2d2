package arenad.checker;

import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Edit;
import arenad.diagnostic.Fix;
import arenad.ir.Instruction;
import arenad.ir.Place;
import arenad.ir.Value;
import arenad.lifetime.Atom;
import arenad.lifetime.Position;
import arenad.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Proposes what mends a touch, a second free or a return of what has ended.
final class EndFixes {

  private static final String RESET_LATER = "reset it after the last use of what is in it";

  private final Constraints constraints;
  private final SourceNames names;
  private final Homes homes;
  private final Ways ways;
  private final EndSearch search;
  private final Ends ends;
  private final Allocations allocations;

  EndFixes(Judgement judgement, Homes homes, Ways ways, EndSearch search, Allocations allocations) {
    constraints = judgement.constraints();
    this.homes = homes;
    this.ways = ways;
    this.search = search;
    this.allocations = allocations;
    names = constraints.names;
    ends = new Ends(constraints, judgement.liveness());
  }

  private Reason reasonOf(int event) {
    return constraints.reasons.get(constraints.events.reason(event));
  }

  /// @param again whether it is freed a second time
  Diagnostic of(
      Diagnostic diagnostic, Finding.Ended finding, EndSearch.@Nullable End end, boolean again) {
    Reason reason = reasonOf(finding.event());
    if (reason instanceof Reason.Returned(Value value)) {
      EndSearch.End before = endBeforeReturn(finding, value);
      return before == null
          ? copied(diagnostic, value, finding.event(), finding.atom())
          : copiedAndFreedLater(diagnostic, value, finding.event(), finding.atom(), before);
    }
    if (end == null) {
      return diagnostic;
    }
    if (again) {
      return freedOnce(diagnostic, finding, end);
    }
    Reason.Made maker = ways.maker(constraints.events.subject(finding.event()), finding.atom());
    return switch (reasonOf(end.event())) {
      case Reason.Freed(var free) when free.scoped() ->
          allocations.goingOn(diagnostic, finding.atom(), maker);
      case Reason.Freed(var free) ->
          freedLater(diagnostic, finding.atom(), end.event(), free, maker);
      case Reason.FreedByCall(Value.Call call, _, _) ->
          diagnostic.help("call `" + call.callee().simpleName() + "` after its last use");
      case Reason.Emptied _ ->
          maker == null ? resetLater(diagnostic, finding.atom()) : diagnostic.help(RESET_LATER);
      case Reason _ -> diagnostic;
    };
  }

  /// A handle behind a reference stays known as that of what was there before: only where it is in a variable, or in
  /// a struct that is one, does it come to be that of the emptied arena.
  private Diagnostic resetLater(Diagnostic diagnostic, Atom atom) {
    Position handle = atom.isUniversal() ? atom.position() : null;
    if (handle == null || handle.path().isEmpty()) {
      return diagnostic.help(RESET_LATER);
    }
    String name = handle.spelling();
    return diagnostic
        .help(
            "a handle behind a reference cannot be used on after `reset`: allocate in `"
                + name
                + ".newSub()` and free that each turn")
        .help(
            "or take it into a variable first: `let arena = "
                + name
                + "; arena.reset();`, and allocate in `arena`");
  }

  /// The second of two frees goes, when it is one of that arena alone.
  private Diagnostic freedOnce(Diagnostic diagnostic, Finding.Ended finding, EndSearch.End end) {
    if (reasonOf(finding.event()) instanceof Reason.Emptied
        && reasonOf(end.event()) instanceof Reason.Emptied) {
      return resetLater(diagnostic, finding.atom());
    }
    Diagnostic helped = diagnostic.help("free it once, after its last use");
    return end.certain()
            && reasonOf(finding.event()) instanceof Reason.Freed(var second)
            && !finding.atom().isOfEarlierTurns()
            && ends.count(finding.atom()) <= 2
        ? helped.fix(new Fix("Leave this out", new Edit.Remove(homes.at(second.span()))))
        : helped;
  }

  /// The end of what is returned, if it comes before the value is taken: then a copy would come too late.
  private EndSearch.@Nullable End endBeforeReturn(Finding.Ended finding, Value value) {
    Constraints.Point taken =
        value instanceof Value.Read(Place.OfLocal(var local), _, _) && local.isTemporary()
            ? constraints.evaluated.get(local.index())
            : null;
    Constraints.Point at =
        taken == null ? new Constraints.Point(finding.block(), finding.event()) : taken;
    return search.endBefore(finding.atom(), at.block(), at.event());
  }

  /// The copy comes before the end when that is put off until the function returns.
  private Diagnostic copiedAndFreedLater(
      Diagnostic diagnostic, Value value, int event, Atom atom, EndSearch.End end) {
    String arena = homes.arenaParameter();
    if (!StoreReports.canBeCloned(value.type())) {
      return diagnostic;
    }
    if (arena == null) {
      return diagnostic.help(
          "take an `Arena` from the caller and return a copy in it, made before that");
    }
    String copy = ".clone(" + arena + ")";
    Diagnostic helped =
        diagnostic.help(
            "copy it into the caller's arena with `"
                + copy
                + "` before "
                + homes.arena(atom)
                + " ends");
    Reason reason = reasonOf(end.event());
    List<Edit> edits =
        reason instanceof Reason.Freed(var free) && !atom.isOfEarlierTurns()
            ? new ArrayList<>(deferring(end.event(), free))
            : List.of();
    if (edits.isEmpty()) {
      return madeThere(helped, event, atom, arena);
    }
    edits.add(new Edit.InsertAfter(homes.at(value.span()), copy));
    String title =
        "Copy it into `" + arena + "`, and free " + homes.arena(atom) + " after that with `defer`";
    return madeThere(helped.fix(new Fix(title, edits)), event, atom, arena);
  }

  /// Where an arena is freed at one place only, it can be freed at the end of the block that it is
  /// made in.
  private Diagnostic freedLater(
      Diagnostic diagnostic,
      Atom atom,
      int event,
      Instruction.Free free,
      Reason.@Nullable Made maker) {
    if (atom.isOfEarlierTurns()) {
      return allocations.goingOn(diagnostic, atom, maker);
    }
    Diagnostic helped = diagnostic.help("free it after its last use, or with `defer`");
    List<Edit> edits = deferring(event, free);
    String title =
        "Free " + names.quoted(free.arena(), "it") + " when the block ends that it is made in";
    return edits.isEmpty() ? helped : helped.fix(new Fix(title, edits));
  }

  /// Puts off the one free of an arena until the block ends that it is made in; nothing where that cannot be.
  private List<Edit> deferring(int event, Instruction.Free free) {
    Atom ended = ends.only(event);
    if (ended == null || ends.count(ended) != 1) {
      return List.of();
    }
    String name = homes.nameOf(ended);
    Reason birth = constraints.births.get(ended);
    Span made = birth instanceof Reason.Made(Value value) ? names.statement(value) : null;
    if (name == null
        || made == null
        || !name.equals(names.of(free.arena()))
        || ends.goesWithAnother(ended, made)) {
      return List.of();
    }
    return List.of(
        new Edit.Remove(homes.at(free.span())),
        new Edit.InsertLineAfter(homes.at(made), "defer " + name + ".free();"));
  }

  /// The result can live in an arena of the caller, if there is one.
  Diagnostic copied(Diagnostic diagnostic, Value value, int event, Atom atom) {
    String arena = homes.arenaParameter();
    if (!StoreReports.canBeCloned(value.type())) {
      return diagnostic;
    }
    if (arena == null) {
      return diagnostic.help(
          "take an `Arena` from the caller and return a copy in it, with `.clone(arena)`");
    }
    Edit edit = new Edit.InsertAfter(homes.at(value.span()), ".clone(" + arena + ")");
    Diagnostic helped =
        diagnostic
            .help("copy it into the caller's arena with `.clone(" + arena + ")`")
            .fix(new Fix("Copy it into `" + arena + "`", edit));
    return madeThere(helped, event, atom, arena);
  }

  /// What is made in an arena that ends can be made in the caller's at once.
  private Diagnostic madeThere(Diagnostic diagnostic, int event, Atom atom, String arena) {
    Reason.Made maker = ways.maker(constraints.events.subject(event), atom);
    for (Atom other : constraints.system.heap().atoms()) {
      if (other.isUniversal() && Position.root(arena).equals(other.position())) {
        return allocations.in(other, diagnostic, maker);
      }
    }
    return diagnostic;
  }
}
