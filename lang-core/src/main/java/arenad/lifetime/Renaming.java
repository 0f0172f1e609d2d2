package arenad.lifetime;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What an edge of the control-flow graph does to names. At the end of a turn of a loop, what was
/// made in the turn becomes "of an earlier turn". And where a variable that holds the handle of one
/// known arena meets another such variable, the arena goes by one name from there on, so that
/// `a.free(); a = Arena.newRoot();` leaves a live arena in `a`, whatever the path.
public final class Renaming {

  private final int loop;
  private final int join;
  private final int around;
  private final int outside;
  private final Supplier<BitRow> findBefore;
  private @Nullable BitRow before;
  private final Map<Atom, Atom> handles = new LinkedHashMap<>();

  /// @param loop whose turn ends, or [LoopNest#NONE]
  /// @param join the number of the place where paths meet
  /// @param around the innermost loop around that place
  /// @param outside the innermost loop around the edge
  /// @param before the places that control may come from without beginning a new turn around there
  public Renaming(int loop, int join, int around, int outside, Supplier<BitRow> before) {
    this.loop = loop;
    this.join = join;
    this.around = around;
    this.outside = outside;
    findBefore = before;
  }

  /// The end of a turn, as far as memory made outside of the loop is concerned.
  static Renaming ofTurn(int loop, int around) {
    return new Renaming(loop, -1, around, around, BitRow::new);
  }

  /// What is known by other names from one instruction on, not from an edge.
  public static Renaming inPlace() {
    return new Renaming(LoopNest.NONE, -1, LoopNest.NONE, LoopNest.NONE, BitRow::new);
  }

  public int loop() {
    return loop;
  }

  int join() {
    return join;
  }

  int around() {
    return around;
  }

  /// Whether what is made at a place can be there already when control passes.
  boolean isBefore(int place) {
    if (before == null) {
      before = findBefore.get();
    }
    return before.contains(place);
  }

  int outside() {
    return outside;
  }

  public boolean isForward() {
    return loop == LoopNest.NONE;
  }

  /// Whether it changes nothing.
  public boolean isPlain() {
    return isForward() && handles.isEmpty();
  }

  boolean hasHandles() {
    return !handles.isEmpty();
  }

  /// Returns false when the arena has another name there already.
  public boolean handle(Atom before, Atom after) {
    Atom known = handles.putIfAbsent(before, after);
    return known == null || known == after;
  }

  /// What the arena of a handle is called afterwards, or null when the edge says nothing of it.
  public @Nullable Atom after(Atom before) {
    return handles.get(before);
  }

  /// The arenas that get another name.
  public Collection<Atom> handles() {
    return handles.keySet();
  }

  /// The other way round.
  @Nullable Atom before(Atom after) {
    for (Map.Entry<Atom, Atom> handle : handles.entrySet()) {
      if (handle.getValue() == after) {
        return handle.getKey();
      }
    }
    return null;
  }
}
