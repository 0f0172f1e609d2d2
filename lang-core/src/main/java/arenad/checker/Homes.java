package arenad.checker;

import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Place;
import arenad.ir.IrFunction;
import arenad.ir.Value;
import arenad.lifetime.Atom;
import arenad.lifetime.Cell;
import arenad.lifetime.Leaf;
import arenad.lifetime.Position;
import arenad.symbol.SymbolId;
import arenad.text.Span;
import arenad.type.RegionHandle;
import arenad.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Says what things live in, and where that began.
final class Homes {

  private final Constraints constraints;
  private final SourceNames names;
  private final SymbolId symbol;

  Homes(Constraints constraints) {
    this.constraints = constraints;
    names = constraints.names;
    symbol = constraints.graph.function().source();
  }

  Place at(Span span) {
    return Place.in(symbol, span);
  }

  /// The name of the arena, if it has one in this function.
  @Nullable String nameOf(Atom atom) {
    if (atom.isUniversal()) {
      return Objects.requireNonNull(atom.position()).spelling();
    }
    Keeper keeper = keeper(atom);
    return keeper == null ? null : keeper.name();
  }

  /// What holds the handle of an arena first: a local, or the one field of it that is an arena.
  private record Keeper(String name, Span span) {}

  private @Nullable Keeper keeper(Atom atom) {
    Reason birth = constraints.births.get(atom.original());
    IrFunction.Local keeper =
        birth instanceof Reason.Made(Value value) ? names.keeper(value) : null;
    if (keeper == null) {
      return null;
    }
    List<Leaf> handles =
        constraints.shapes.of(keeper.type()).leaves().stream()
            .filter(leaf -> leaf.type() instanceof Type.Arena)
            .toList();
    if (handles.size() != 1) {
      return null;
    }
    List<String> path = new ArrayList<>(List.of(keeper.name()));
    path.addAll(handles.getFirst().path());
    boolean fields =
        path.stream().allMatch(part -> part.chars().allMatch(Character::isJavaIdentifierPart));
    return fields ? new Keeper(String.join(".", path), keeper.span()) : null;
  }

  /// The name of the local that keeps the handle of a region of `std.memory`, or null.
  @Nullable String handleOf(Atom atom) {
    Reason birth = constraints.births.get(atom.original());
    IrFunction.Local keeper =
        birth instanceof Reason.Made(Value value) ? names.keeper(value) : null;
    return keeper != null && RegionHandle.is(keeper.type()) ? keeper.name() : null;
  }

  /// An arena that a callee makes and hands out with other things.
  private @Nullable String maker(Atom atom) {
    return constraints.births.get(atom.original()) instanceof Reason.Made(Value.Call call)
        ? call.callee().simpleName()
        : null;
  }

  /// "`root`" or "an arena made here".
  String arena(Atom atom) {
    String name = nameOf(atom);
    String maker = maker(atom);
    String handle = handleOf(atom);
    if (handle != null) {
      return "region `" + handle + (atom.isOfEarlierTurns() ? "` of an earlier turn" : "`");
    }
    boolean received =
        constraints.births.get(atom.original()) instanceof Reason.Made(Value value)
            && SourceNames.isReceived(value);
    String unnamed =
        maker != null
            ? "the arena of `" + maker + "`"
            : received ? "the arena of what was received" : "an arena without a name";
    String quoted = name == null ? unnamed : "`" + name + "`";
    if (atom.isOfEarlierTurns()) {
      return name == null ? "an arena of an earlier turn" : "the " + quoted + " of an earlier turn";
    }
    return quoted;
  }

  /// The handle through which owned memory is seen: "`o`".
  String owner(Atom atom) {
    return constraints.births.get(atom.original())
                instanceof Reason.Made(Value.Intrinsic(_, var arguments, _, _))
            && !arguments.isEmpty()
        ? names.quoted(arguments.getFirst(), "its owner")
        : "its owner";
  }

  /// "lives in `root`", "is a temporary of this call".
  String lives(Atom atom) {
    return switch (atom.kind()) {
      case UNIVERSAL -> "lives as long as " + arena(atom) + " of the caller";
      case ARENA, SCOPED -> "lives in " + arena(atom);
      case OWNER, VIEW -> "belongs to " + owner(atom);
      case FRAME ->
          isWholeCall(atom) ? "is a temporary of this call" : "is a temporary of this block";
      case BORROW -> "is on the stack";
    };
  }

  /// The frame of the function, not of a closure's body or a loop's turn in it.
  private boolean isWholeCall(Atom atom) {
    Reason birth = constraints.births.get(atom.original());
    return birth == null || birth.span().equals(constraints.graph.function().name());
  }

  /// Whether an arena begins before something that is written in this function.
  boolean beginsBefore(Atom arena, Value other) {
    Reason birth = constraints.births.get(arena.original());
    return arena.isUniversal() || birth != null && birth.span().last() < other.span().first();
  }

  /// Tells where the arena began.
  Diagnostic withBirth(Diagnostic diagnostic, Atom atom) {
    Reason birth = constraints.births.get(atom.original());
    if (atom.isUniversal()) {
      return withParameter(diagnostic, Objects.requireNonNull(atom.position()));
    }
    if (!atom.isArena() || birth == null) {
      return diagnostic;
    }
    Keeper keeper = keeper(atom);
    Span span = keeper == null ? birth.span() : keeper.span();
    String what = keeper == null ? "an arena" : "arena `" + keeper.name() + "`";
    return diagnostic.because(at(span), what + " begins here");
  }

  private Diagnostic withParameter(Diagnostic diagnostic, Position position) {
    for (IrFunction.Local local : constraints.graph.function().locals()) {
      boolean parameter = local.index() < constraints.graph.function().parameters();
      if (parameter && local.name().equals(position.root())) {
        String name = Position.root(local.name()).spelling();
        return diagnostic.because(at(local.span()), "`" + name + "` is the caller's");
      }
    }
    return diagnostic;
  }

  /// Tells where a value is kept, or made, and what it lives in.
  Diagnostic withKept(Diagnostic diagnostic, Value value, Atom atom) {
    IrFunction.Local keeper = names.keeper(value);
    return keeper == null
        ? diagnostic.because(at(value.span()), "made here, it " + lives(atom))
        : diagnostic.because(at(keeper.span()), "`" + keeper.name() + "` " + lives(atom));
  }

  /// Tells where an object was made, and that it lives in the arena.
  Diagnostic withObject(Diagnostic diagnostic, Cell cell, Atom home) {
    Cell original = constraints.system.heap().originalOf(cell);
    Reason maker = constraints.makers.get(original);
    if (!(maker instanceof Reason.Made(Value value))) {
      return diagnostic;
    }
    if (SourceNames.isReceived(value)) {
      return diagnostic.because(at(value.span()), "what is received here " + lives(home));
    }
    IrFunction.Local keeper = names.keeper(value);
    return keeper == null
        ? diagnostic.because(at(value.span()), "the object made here " + lives(home))
        : diagnostic.because(at(keeper.span()), "`" + keeper.name() + "` " + lives(home));
  }

  /// The name of an arena that a copy could be made in, when the holder lives in it.
  @Nullable String cloneTarget(Atom holder) {
    if (holder.isUniversal()) {
      Position position = Objects.requireNonNull(holder.position());
      return position.path().isEmpty() && isArena(position.root()) ? position.root() : null;
    }
    return holder.isArena() && !holder.isOfEarlierTurns() ? nameOf(holder) : null;
  }

  private boolean isArena(String parameter) {
    return parameter.equals(arenaParameter());
  }

  /// The first parameter that is an arena, or null.
  @Nullable String arenaParameter() {
    IrFunction function = constraints.graph.function();
    for (IrFunction.Local local : function.locals().subList(0, function.parameters())) {
      if (local.type() instanceof Type.Arena) {
        return local.name();
      }
    }
    return null;
  }
}
