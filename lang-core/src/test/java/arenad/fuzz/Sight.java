package arenad.fuzz;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can be named at a point of a random body, with a guess how long each thing lives. The guesses
/// steer towards programs that are nearly legal; nothing relies on them.
final class Sight {

  enum Kind {
    ARENA("Arena"),
    NODE("&Node"),
    MAYBE("&Node?"),
    HOLDER("&Holder"),
    TEXT("String"),
    PAIR("Pair"),
    NODES("Array<&Node>");

    final String type;

    Kind(String type) {
      this.type = type;
    }
  }

  /// Where things live; null stands for the whole program.
  static final class Life {
    final @Nullable Life outer;
    boolean ended;

    Life(@Nullable Life outer) {
      this.outer = outer;
    }

    boolean isOver() {
      return ended || outer != null && outer.isOver();
    }
  }

  /// @param scoped whether its block frees it (an arena)
  record Known(String name, Kind kind, @Nullable Life life, boolean scoped) {
    boolean isOver() {
      return life != null && life.isOver();
    }
  }

  private final List<Known> known = new ArrayList<>();
  final boolean inLoop;
  final boolean mayReturn;

  Sight(boolean inLoop, boolean mayReturn) {
    this.inLoop = inLoop;
    this.mayReturn = mayReturn;
  }

  /// The same things seen from inside a block.
  Sight inside(boolean loop, boolean mayReturn) {
    Sight inner = new Sight(loop, mayReturn);
    inner.known.addAll(known);
    return inner;
  }

  void add(Known thing) {
    known.add(thing);
  }

  List<Known> of(Kind kind) {
    return known.stream().filter(each -> each.kind == kind).toList();
  }

  /// Whether, as far as can be guessed, `a` lives at least as long as `b`.
  static boolean outlives(@Nullable Life a, @Nullable Life b) {
    if (a == null) {
      return true;
    }
    for (Life at = b; at != null; at = at.outer) {
      if (at == a) {
        return true;
      }
    }
    return false;
  }
}
