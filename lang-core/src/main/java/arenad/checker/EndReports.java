package arenad.checker;

import arenad.diagnostic.Code;
import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Edit;
import arenad.diagnostic.Fix;
import arenad.ir.Value;
import arenad.lifetime.Atom;
import arenad.lifetime.Projection;
import arenad.text.Span;
import org.jspecify.annotations.Nullable;

/// Says that something is touched, freed or returned after its end, or never ends.
final class EndReports {

  private final Constraints constraints;
  private final SourceNames names;
  private final Homes homes;
  private final Ways ways;
  private final EndSearch search;
  private final EndFixes fixes;
  private final Projection projection;

  EndReports(Judgement judgement, Homes homes, Ways ways, Allocations allocations) {
    constraints = judgement.constraints();
    this.homes = homes;
    this.ways = ways;
    names = constraints.names;
    search = new EndSearch(constraints, judgement.liveness());
    fixes = new EndFixes(judgement, homes, ways, search, allocations);
    projection = judgement.projection();
  }

  /// Whether the program finds out by itself, at run time, in case it is so.
  boolean isChecked(Finding.Ended finding) {
    if (constraints.events.kind(finding.event()) != Events.Kind.CHECKED) {
      return false;
    }
    EndSearch.End end = search.endBefore(finding.atom(), finding.block(), finding.event());
    return end != null && !end.certain();
  }

  boolean isConsequence(Finding.Ended finding) {
    return ways.isConsequence(constraints.events.subject(finding.event()), finding.atom())
        || !search.isFirst(finding);
  }

  boolean isConsequence(Finding.Returned finding) {
    return ways.isConsequence(constraints.events.subject(finding.event()), finding.atom());
  }

  private Reason reasonOf(int event) {
    return constraints.reasons.get(constraints.events.reason(event));
  }

  Diagnostic ended(Finding.Ended finding) {
    Reason reason = reasonOf(finding.event());
    EndSearch.End end = search.endBefore(finding.atom(), finding.block(), finding.event());
    if (finding.atom().kind() == Atom.Kind.VIEW || finding.atom().kind() == Atom.Kind.OWNER) {
      return ownerEnded(finding, reason, end);
    }
    boolean temporary = !finding.atom().isArena() && !finding.atom().isUniversal();
    if (temporary) {
      return temporaryEnded(finding, reason, end);
    }
    boolean again = isAgain(finding);
    boolean returned = constraints.events.kind(finding.event()) == Events.Kind.EXIT;
    Diagnostic diagnostic =
        returned
            ? returnedDead(finding, reason)
            : again ? again(finding, reason, end) : used(finding, reason, end);
    diagnostic = homes.withBirth(diagnostic, finding.atom());
    diagnostic = withMaker(diagnostic, finding, reason);
    if (end != null) {
      Reason freed = reasonOf(end.event());
      diagnostic = diagnostic.because(homes.at(freed.span()), howEnded(freed, finding.atom(), end));
    }
    return fixes.of(diagnostic, finding, end, again);
  }

  /// Whether it is a second free: by hand, or by a call that frees what it is passed.
  private boolean isAgain(Finding.Ended finding) {
    Events events = constraints.events;
    if (events.kind(finding.event()) == Events.Kind.FREE) {
      return true;
    }
    if (!(reasonOf(finding.event()) instanceof Reason.Touched(Value touched))) {
      return false;
    }
    for (int event = finding.event(); event < events.end(finding.block()); event++) {
      if (reasonOf(event) instanceof Reason.FreedByCall(_, Value argument, _)
          && argument == touched) {
        return true;
      }
    }
    return false;
  }

  /// What an owner holds is used when the owner has gone elsewhere, or is no more.
  private Diagnostic ownerEnded(Finding.Ended finding, Reason reason, EndSearch.@Nullable End end) {
    String owner = homes.owner(finding.atom());
    Reason gone = end == null ? null : reasonOf(end.event());
    boolean moved = gone instanceof Reason.Dropped dropped && dropped.isMove();
    String how = moved ? " is moved" : " is dropped";
    boolean returned = constraints.events.kind(finding.event()) == Events.Kind.EXIT;
    Diagnostic diagnostic =
        Diagnostic.of(
                returned ? Code.E0303 : Code.E0304,
                homes.at(reason.span()),
                subject(reason)
                    + (returned ? " is returned, but " : " is used after ")
                    + owner
                    + how
                    + (returned ? " first" : ""))
            .labelled("belongs to " + owner);
    if (gone != null) {
      boolean byCall = gone instanceof Reason.FreedByCall;
      diagnostic =
          diagnostic.because(
              homes.at(gone.span()),
              owner + (byCall ? " may be dropped by this call" : how + " here"));
    }
    return diagnostic.help(
        "copy it into an arena before that, with `.clone(...)`, or keep " + owner + " until then");
  }

  private Diagnostic used(Finding.Ended finding, Reason reason, EndSearch.@Nullable End end) {
    boolean surely = end != null && end.certain();
    String what = subject(reason);
    String arena = homes.arena(finding.atom());
    boolean itself = what.equals(arena);
    String message = what + " is used after " + (itself ? "it" : arena) + endedText(end, surely);
    Diagnostic diagnostic = Diagnostic.of(Code.E0304, homes.at(reason.span()), message);
    return itself ? diagnostic : diagnostic.labelled(homes.lives(finding.atom()));
  }

  private String endedText(EndSearch.@Nullable End end, boolean surely) {
    String how = isReset(end) ? "reset" : "freed";
    return (surely ? " is " : " may have been ") + how;
  }

  private boolean isReset(EndSearch.@Nullable End end) {
    return end != null && reasonOf(end.event()) instanceof Reason.Emptied;
  }

  private Diagnostic again(Finding.Ended finding, Reason reason, EndSearch.@Nullable End end) {
    boolean surely = end != null && end.certain();
    if (reason instanceof Reason.Emptied && isReset(end)) {
      return Diagnostic.of(
              Code.E0305,
              homes.at(reason.span()),
              homes.arena(finding.atom()) + (surely ? " is reset twice" : " may be reset already"))
          .labelled("reset a second time");
    }
    return Diagnostic.of(
            Code.E0305,
            homes.at(reason.span()),
            homes.arena(finding.atom()) + (surely ? " is freed twice" : " may be freed already"))
        .labelled("freed a second time");
  }

  private Diagnostic returnedDead(Finding.Ended finding, Reason reason) {
    String what = subject(reason);
    return Diagnostic.of(
            Code.E0303,
            homes.at(reason.span()),
            what
                + " lives in "
                + homes.arena(finding.atom())
                + ", which is freed before the caller can use it")
        .labelled("returned here");
  }

  private Diagnostic temporaryEnded(
      Finding.Ended finding, Reason reason, EndSearch.@Nullable End end) {
    boolean stack = finding.atom().kind() == Atom.Kind.BORROW;
    String what = subject(reason);
    Diagnostic diagnostic =
        Diagnostic.of(
            Code.E0302,
            homes.at(reason.span()),
            stack
                ? what + " refers to a value on the stack that was lent for one call only"
                : what + " is used after its block has ended, which made it as a temporary");
    Reason.Made made = ways.maker(constraints.events.subject(finding.event()), finding.atom());
    if (made != null && !reason.span().contains(made.span())) {
      diagnostic =
          diagnostic.because(
              homes.at(made.span()), stack ? "lent here" : "the temporary is made here");
    }
    if (!stack && end != null) {
      diagnostic = diagnostic.because(homes.at(reasonOf(end.event()).span()), "it ends here");
    }
    return diagnostic.help(
        stack
            ? "keep the value itself, or allocate it in an arena"
            : "copy it into an arena that lives on, with `.clone(...)`");
  }

  private String subject(Reason reason) {
    return switch (reason) {
      case Reason.Touched(Value value) -> names.described(value);
      case Reason.TouchedByCall(_, Value argument, _) -> names.described(argument);
      case Reason.FreedByCall(_, Value argument, _) -> names.described(argument);
      case Reason.Returned(Value value) -> names.described(value);
      case Reason.Found(Value value) -> names.described(value);
      case Reason _ -> "this value";
    };
  }

  private String howEnded(Reason freed, Atom atom, EndSearch.End end) {
    String name = homes.arena(atom);
    String may = end.certain() ? " is" : " may be";
    return switch (freed) {
      case Reason.FreedByCall(Value.Call call, _, _) ->
          "`" + call.callee().simpleName() + "` may free " + name;
      case Reason.Emptied _ -> name + " is reset here";
      case Reason.Freed(var free) when free.scoped() -> name + " ends here";
      case Reason _ -> name + may + " freed here";
    };
  }

  private Diagnostic withMaker(Diagnostic diagnostic, Finding.Ended finding, Reason reason) {
    Reason.Made made = ways.maker(constraints.events.subject(finding.event()), finding.atom());
    if (made == null
        || made.value() instanceof Value.NewArena
        || reason.span().contains(made.span())) {
      return diagnostic;
    }
    return diagnostic.because(
        homes.at(made.span()),
        SourceNames.origin(made.value()) + ", it " + homes.lives(finding.atom()));
  }

  Diagnostic returned(Finding.Returned finding) {
    Reason reason = reasonOf(finding.event());
    boolean scoped = finding.atom().kind() == Atom.Kind.SCOPED;
    String what = subject(reason);
    String message =
        scoped
            ? what + " lives in " + homes.arena(finding.atom()) + ", which ends with its block"
            : what + " " + homes.lives(finding.atom()) + " and is gone when it returns";
    Diagnostic diagnostic =
        Diagnostic.of(scoped ? Code.E0303 : Code.E0302, homes.at(reason.span()), message)
            .labelled("returned here");
    diagnostic = homes.withBirth(diagnostic, finding.atom());
    Reason.Made made = ways.maker(constraints.events.subject(finding.event()), finding.atom());
    if (made != null && !reason.span().contains(made.span()) && !scoped) {
      diagnostic = diagnostic.because(homes.at(made.span()), "made here");
    }
    return reason instanceof Reason.Returned(Value value)
        ? fixes.copied(diagnostic, value, finding.event(), finding.atom())
        : diagnostic;
  }

  Diagnostic scopedFreed(Finding.ScopedFreed finding) {
    Diagnostic diagnostic =
        Diagnostic.of(
            Code.E0308,
            homes.at(reasonOf(finding.event()).span()),
            homes.arena(finding.atom()) + " is freed by the end of its block, not by hand");
    Diagnostic helped = homes.withBirth(diagnostic, finding.atom()).help("leave this out");
    return reasonOf(finding.event()) instanceof Reason.Freed(var free)
        ? helped.fix(new Fix("Leave this out", new Edit.Remove(homes.at(free.span()))))
        : helped;
  }

  /// What an owner holds, if the scoped arena stands for the block in which it is open; else null.
  @Nullable Atom openedBy(Atom scoped) {
    Atom[] view = new Atom[1];
    if (scoped.parents() != Atom.NO_PARENTS) {
      constraints.system.forEachAtom(
          scoped.parents(), parent -> view[0] = parent.kind() == Atom.Kind.VIEW ? parent : view[0]);
    }
    return view[0];
  }

  Diagnostic scopeEnded(Finding.ScopeEnded finding) {
    EndSearch.End end = search.endBefore(finding.atom(), finding.block(), finding.event());
    Reason reason = reasonOf(end == null ? finding.event() : end.event());
    Atom view = openedBy(finding.atom());
    if (view != null) {
      return Diagnostic.of(
              Code.E0308,
              homes.at(reason.span()),
              homes.owner(view) + " is open here, and stays where it is until its block ends")
          .help("do this after the block of `open`");
    }
    String name = homes.arena(finding.atom());
    Diagnostic diagnostic =
        Diagnostic.of(
            Code.E0308,
            homes.at(reason.span()),
            "this frees " + name + " too, which is freed by the end of its block");
    return homes.withBirth(diagnostic, finding.atom()).help("free it after the block of " + name);
  }

  Diagnostic unhanded(Finding.Unhanded finding) {
    Diagnostic diagnostic =
        Diagnostic.of(
            Code.E0303,
            homes.at(constraints.graph.function().name()),
            "an exported function returns something in "
                + homes.arena(finding.atom())
                + " without handing out the arena");
    return homes
        .withBirth(diagnostic, finding.atom())
        .help("return the arena too, as in `[Arena, &T]`, or take the arena as a parameter");
  }

  Diagnostic leaked(Finding.Leaked finding) {
    Reason birth = constraints.births.get(finding.atom());
    Value value = birth instanceof Reason.Made(Value made) ? made : null;
    String name = homes.nameOf(finding.atom());
    Span span = birth == null ? constraints.graph.function().name() : birth.span();
    Diagnostic diagnostic =
        Diagnostic.of(Code.W0322, homes.at(span), homes.arena(finding.atom()) + " is never freed");
    Span statement = value == null ? null : names.statement(value);
    if (projection.isHandedOut(finding.atom())) {
      return diagnostic.help("return the arena too, as in `[Arena, &T]`, so that the caller can");
    }
    String handle = homes.handleOf(finding.atom());
    if (statement == null || name == null && handle == null) {
      return diagnostic;
    }
    String line = "defer " + (handle == null ? name + ".free();" : handle + ".exit();");
    Edit edit = new Edit.InsertLineAfter(homes.at(statement), line);
    String what = handle == null ? name : handle;
    return diagnostic
        .help("free it when its block ends: `" + line + "`")
        .fix(new Fix("Free `" + what + "` when its block ends", edit));
  }
}
