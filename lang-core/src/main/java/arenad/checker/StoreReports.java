package arenad.checker;

import arenad.diagnostic.Code;
import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Edit;
import arenad.diagnostic.Fix;
import arenad.ir.IrFunction;
import arenad.ir.Place;
import arenad.ir.Value;
import arenad.lifetime.Atom;
import arenad.lifetime.Outlives;
import arenad.lifetime.Position;
import arenad.text.Span;
import arenad.type.Type;
import arenad.typed.Operation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Says that a value does not outlive what it is put into.
final class StoreReports {

  private final Constraints constraints;
  private final SourceNames names;
  private final Homes homes;
  private final Ways ways;
  private final Allocations allocations;
  private final SubArenas subArenas;
  private final Outlives outlives;

  StoreReports(Judgement judgement, Homes homes, Ways ways, Allocations allocations) {
    constraints = judgement.constraints();
    outlives = judgement.outlives();
    this.homes = homes;
    this.ways = ways;
    this.allocations = allocations;
    subArenas = new SubArenas(judgement, homes);
    names = constraints.names;
  }

  /// One diagnostic for each store of the same thing into the same place.
  ///
  /// @param told calls that are complained about already
  List<Diagnostic> outlived(Finding.Outlived finding, Set<Value.Call> told) {
    List<Ways.Blame> blames = ways.blames(finding.variable(), finding.value());
    if (blames.isEmpty()) {
      return List.of(outlived(finding, null, finding.variable()));
    }
    return blames.stream()
        .filter(blame -> !isOf(told, blame.reason()))
        .map(blame -> outlived(finding, blame.reason(), blame.source()))
        .toList();
  }

  private static boolean isOf(Set<Value.Call> calls, Reason reason) {
    return reason instanceof Reason.Passed(Value.Call call, _, _, _) && calls.contains(call);
  }

  private Diagnostic outlived(Finding.Outlived finding, @Nullable Reason blame, int source) {
    Diagnostic diagnostic = headline(blame, finding.value());
    diagnostic = homes.withObject(diagnostic, finding.cell(), finding.holder());
    diagnostic = homes.withBirth(diagnostic, finding.holder());
    diagnostic = withValue(diagnostic, blame, source, finding.value());
    Reason.Made maker = ways.maker(source, finding.value());
    return finding.value().isArena() && finding.value().isOfEarlierTurns()
        ? allocations.goingOn(diagnostic, finding.value(), maker)
        : withFixes(diagnostic, blame, maker, finding.value(), finding.holder());
  }

  List<Diagnostic> escaped(Finding.Escaped finding) {
    List<Ways.Blame> blames = ways.blames(finding.variable(), finding.value());
    return blames.isEmpty()
        ? List.of(escaped(finding, null, finding.variable()))
        : blames.stream().map(blame -> escaped(finding, blame.reason(), blame.source())).toList();
  }

  private Diagnostic escaped(Finding.Escaped finding, @Nullable Reason blame, int source) {
    Diagnostic diagnostic = headline(blame, finding.value());
    diagnostic = withRoot(diagnostic, blame);
    diagnostic = withValue(diagnostic, blame, source, finding.value());
    return withFixes(diagnostic, blame, null, finding.value(), null);
  }

  private Diagnostic headline(@Nullable Reason blame, Atom atom) {
    return switch (blame) {
      case Reason.Stored(Place place, Value value) -> {
        String target = names.quoted(place, "this object");
        yield stored(value, "to be stored in " + target)
            .labelled(need(names.of(value), holderName(place), atom));
      }
      case Reason.Initialised(_, String member, Value value) ->
          stored(
                  value,
                  member.isEmpty()
                      ? "to be stored in this object"
                      : "to be stored in `" + member + "` of this object")
              .labelled(homes.lives(atom));
      case Reason.Pushed(Value container, Value value) ->
          stored(value, "to be put into " + names.described(container))
              .labelled(need(names.of(value), names.of(container), atom));
      case Reason.Passed passed -> passed(passed, atom);
      case Reason other -> unexplained(other.span(), atom);
      case null -> unexplained(constraints.graph.function().name(), atom);
    };
  }

  private Diagnostic stored(Value value, String how) {
    String what = names.described(value);
    return Diagnostic.of(
        Code.E0301, homes.at(value.span()), what + " does not live long enough " + how);
  }

  private Diagnostic passed(Reason.Passed passed, Atom atom) {
    String callee = passed.call().callee().simpleName();
    String what = names.described(passed.argument());
    Diagnostic diagnostic =
        Diagnostic.of(
            Code.E0306,
            homes.at(passed.argument().span()),
            what + " does not live long enough to be passed to `" + callee + "`");
    Position holder = passed.to().isMade() ? holderOf(passed) : passed.to();
    if (holder == null || passed.from().isMade()) {
      return diagnostic.labelled(homes.lives(atom));
    }
    boolean temporary = !atom.isArena() && names.of(passed.argument()) == null;
    return diagnostic.labelled(
        (temporary ? homes.lives(atom) + "; `" : "`")
            + callee
            + "` needs "
            + SourceNames.lifetime(passed.from())
            + " >= "
            + SourceNames.lifetime(holder));
  }

  /// In what the callee makes the thing that it puts the argument into, if that is one of its parameters.
  private @Nullable Position holderOf(Reason.Passed passed) {
    for (Constraints.Bound bound : constraints.bounds) {
      if (constraints.reasons.get(bound.reason()) instanceof Reason.Passed other
          && other.call() == passed.call()
          && bound.clause().value().equals(passed.from())
          && !bound.clause().holder().isMade()) {
        return bound.clause().holder();
      }
    }
    return null;
  }

  private Diagnostic unexplained(Span span, Atom atom) {
    return Diagnostic.of(
        Code.E0301, homes.at(span), "a value that " + homes.lives(atom) + " is stored too far out");
  }

  /// The object that a place is in: what must not live longer.
  private @Nullable String holderName(Place place) {
    return switch (place) {
      case Place.Member(Place container, _, _, _) -> holderName(container);
      case Place.Payload(Place union, _, _) -> holderName(union);
      case Place.Slot(Place array, _, _) -> holderName(array);
      case Place.Object(Value reference, _) -> names.of(reference);
      case Place.Element(Value sequence, _, _) -> names.of(sequence);
      case Place.OfLocal _ -> names.of(place);
    };
  }

  private String need(@Nullable String value, @Nullable String holder, Atom atom) {
    return value == null || holder == null
        ? homes.lives(atom)
        : "needs Lifetime(" + value + ") >= Lifetime(" + holder + ")";
  }

  /// Where the value comes from.
  private Diagnostic withValue(
      Diagnostic diagnostic, @Nullable Reason blame, int variable, Atom atom) {
    Diagnostic told = homes.withBirth(diagnostic, atom);
    Reason.Made made = ways.maker(variable, atom);
    if (made == null || atom.isArena() && made.value() instanceof Value.NewArena) {
      return told;
    }
    IrFunction.Local keeper = names.keeper(made.value());
    if (keeper != null && !SourceNames.isReceived(made.value())) {
      return told.because(homes.at(keeper.span()), "`" + keeper.name() + "` " + homes.lives(atom));
    }
    boolean shown =
        blame != null
            && (blame.span().equals(made.span())
                || blame.span().contains(made.span()) && atom.isArena());
    return shown
        ? told
        : told.because(
            homes.at(made.span()), SourceNames.origin(made.value()) + ", it " + homes.lives(atom));
  }

  /// A parameter into whose memory the value goes.
  private Diagnostic withRoot(Diagnostic diagnostic, @Nullable Reason blame) {
    IrFunction.Local root =
        switch (blame) {
          case Reason.Stored(Place place, _) -> rootOf(place);
          case Reason.Pushed(Value container, _) -> rootOf(container);
          case null -> null;
          case Reason _ -> null;
        };
    if (root == null || root.index() >= constraints.graph.function().parameters()) {
      return diagnostic;
    }
    return diagnostic.because(
        homes.at(root.span()),
        "`" + Position.root(root.name()).spelling() + "` is the caller's and outlives this call");
  }

  private IrFunction.@Nullable Local rootOf(Place place) {
    return switch (place) {
      case Place.OfLocal(var local) -> local;
      case Place.Object(Value reference, _) -> rootOf(reference);
      case Place.Member(Place container, _, _, _) -> rootOf(container);
      case Place.Payload(Place union, _, _) -> rootOf(union);
      case Place.Slot(Place array, _, _) -> rootOf(array);
      case Place.Element(Value sequence, _, _) -> rootOf(sequence);
    };
  }

  private IrFunction.@Nullable Local rootOf(Value value) {
    return names.original(value) instanceof Value.Read(Place place, _, _) ? rootOf(place) : null;
  }

  /// Whether the value is written where it is made in an arena: better made in another arena than copied there.
  private boolean isMadeHere(Value value, Reason.@Nullable Made maker) {
    return maker != null
        && names.original(value) == maker.value()
        && Allocations.arenaOf(maker.value()) != null;
  }

  private Diagnostic withFixes(
      Diagnostic diagnostic,
      @Nullable Reason blame,
      Reason.@Nullable Made maker,
      Atom atom,
      @Nullable Atom holder) {
    Value value = valueOf(blame);
    String arena = holder == null ? homes.arenaParameter() : homes.cloneTarget(holder);
    if (value instanceof Value.Borrow && atom.kind() == Atom.Kind.BORROW && arena != null) {
      return allocated(diagnostic, value, arena);
    }
    Diagnostic helped = diagnostic;
    boolean cloneable = false;
    if (value != null && arena != null && canBeCloned(value.type())) {
      cloneable = true;
      helped = isMadeHere(value, maker) ? helped : clone(helped, value, arena);
    }
    if (holder == null) {
      return cloneable || !atom.isArena()
          ? helped
          : helped.help("take the arena that it is to live in as a parameter, and make it in that");
    }
    helped = subArenas.under(atom, holder, allocations.in(holder, helped, maker));
    return helped.notes().size() > diagnostic.notes().size()
        ? helped
        : unordered(diagnostic, atom, holder);
  }

  /// A value on the stack, of which a reference is to be kept.
  private Diagnostic allocated(Diagnostic diagnostic, Value value, String arena) {
    String name = names.of(value);
    List<Edit> edits =
        List.of(
            new Edit.InsertBefore(homes.at(value.span()), arena + ".new("),
            new Edit.InsertAfter(homes.at(value.span()), ")"));
    return diagnostic
        .help(
            "allocate it in the arena: `" + arena + ".new(" + (name == null ? "..." : name) + ")`")
        .fix(new Fix("Allocate " + names.quoted(value, "it") + " in `" + arena + "`", edits));
  }

  /// Two arenas of which neither hangs on the other: there is more than one way to order them.
  private Diagnostic unordered(Diagnostic diagnostic, Atom atom, Atom holder) {
    String inner = homes.nameOf(holder);
    String outer = homes.nameOf(atom);
    if (inner != null && outlives.compare(holder, atom) == Outlives.Verdict.HOLDS) {
      return diagnostic.help("make it in `" + inner + "`, or keep it in something shorter-lived");
    }
    return atom.isArena() && inner != null && outer != null && !inner.equals(outer)
        ? diagnostic.help(
            "allocate both in one arena, or make `" + inner + "` a sub-arena of `" + outer + "`")
        : diagnostic;
  }

  private Diagnostic clone(Diagnostic diagnostic, Value value, String arena) {
    boolean nullable = value.type() instanceof Type.Optional;
    String call = (nullable ? "?" : "") + ".clone(" + arena + ")";
    String name = names.of(value);
    String title = "Copy " + (name == null ? "it" : "`" + name + "`") + " into `" + arena + "`";
    Diagnostic helped =
        diagnostic.help(
            name == null
                ? "copy it into the arena with `" + call + "`"
                : "copy it into the arena: `" + name + call + "`");
    return isCaptured(value) ? helped : helped.fix(new Fix(title, wrapped(value, call)));
  }

  /// Whether the value is a variable that a closure takes along: its place is that of the closure.
  private static boolean isCaptured(Value value) {
    return value instanceof Value.Read(Place.OfLocal _, _, Span span)
        && !span.equals(span.firstToken());
  }

  private List<Edit> wrapped(Value value, String call) {
    boolean joined =
        names.original(value) instanceof Value.Intrinsic(Operation operation, _, _, _)
            && operation == Operation.STRING_CONCAT;
    Edit after = new Edit.InsertAfter(homes.at(value.span()), joined ? ")" + call : call);
    return joined
        ? List.of(new Edit.InsertBefore(homes.at(value.span()), "("), after)
        : List.of(after);
  }

  private static @Nullable Value valueOf(@Nullable Reason blame) {
    return switch (blame) {
      case Reason.Stored(_, Value value) -> value;
      case Reason.Initialised(_, _, Value value) -> value;
      case Reason.Pushed(_, Value value) -> value;
      case Reason.Passed(_, Value argument, _, _) -> argument;
      case null -> null;
      case Reason _ -> null;
    };
  }

  static boolean canBeCloned(Type type) {
    return switch (Type.withoutNull(type)) {
      case Type.Text _, Type.Ref _ -> true;
      case Type.Builtin(var container, _) ->
          switch (container) {
            case ARRAY, MAP, SPAN, STRING_BUFFER, ARENA_BUFFER -> true;
            case OWNED, SHARED, WEAK, REGION -> false;
          };
      case Type.Scalar _,
          Type.Unit _,
          Type.Arena _,
          Type.Optional _,
          Type.Named _,
          Type.Parameter _,
          Type.FixedArray _,
          Type.Tuple _,
          Type.Function _ ->
          false;
    };
  }
}
