package arenad.lifetime;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing that memory may live in and that may end: an element of lifetimes.
public final class Atom implements Element {

  /// What kind of memory it is.
  public enum Kind {
    /// What a position of the interface lives in; the caller knows.
    UNIVERSAL,
    /// An arena that is ended by hand.
    ARENA,
    /// An arena that its block ends.
    SCOPED,
    /// The handle of owned memory, in one place; it has no lifetime itself, but what is seen through it has.
    OWNER,
    /// What an owner's handle leads to, from one look at it until the handle is moved or dropped.
    VIEW,
    /// The temporaries of the call or of a closure's body.
    FRAME,
    /// The storage of a local for the length of one call.
    BORROW
  }

  private final int id;
  private final Kind kind;
  private final int loop;
  private final Atom original;
  private final @Nullable Position position;
  private final int parents;
  private final boolean many;
  private final boolean joined;
  private final int turnOf;
  private final int place;
  private final List<Atom> instances = new ArrayList<>();
  private boolean handle;

  private Atom(
      int id,
      Kind kind,
      int loop,
      @Nullable Atom original,
      @Nullable Position position,
      int parents,
      boolean many,
      boolean joined,
      int turnOf,
      int place) {
    this.id = id;
    this.kind = kind;
    this.loop = loop;
    this.original = original == null ? this : original;
    this.position = position;
    this.parents = parents;
    this.many = many;
    this.joined = joined;
    this.turnOf = turnOf;
    this.place = place;
  }

  static Atom universal(int id, Position position, boolean many) {
    return new Atom(
        id, Kind.UNIVERSAL, LoopNest.NONE, null, position, NO_PARENTS, many, false, 0, 0);
  }

  static Atom local(int id, Kind kind, int loop, int parents, boolean many, int place) {
    return new Atom(id, kind, loop, null, null, parents, many, false, 0, place);
  }

  /// The arena of a handle, from where paths meet on which it may have been different ones.
  static Atom joined(int id, int loop, int parents, int place) {
    return new Atom(id, Kind.ARENA, loop, null, null, parents, false, true, 0, place);
  }

  /// What `original` was in earlier turns of the loop `turnOf`, seen from the surrounding `loop`.
  static Atom ofEarlierTurns(int id, Atom original, int turnOf, int loop, int parents) {
    boolean joined = original.joined;
    return new Atom(
        id, original.kind, loop, original, null, parents, true, joined, turnOf, original.place);
  }

  /// No variable holds the arenas that it hangs on, because there is none.
  public static final int NO_PARENTS = -1;

  @Override
  public int id() {
    return id;
  }

  public Kind kind() {
    return kind;
  }

  @Override
  public int loop() {
    return loop;
  }

  @Override
  public int place() {
    return place;
  }

  /// The atom of this turn, when this one stands for earlier turns; else itself.
  public Atom original() {
    return original;
  }

  public boolean isOfEarlierTurns() {
    return original != this;
  }

  /// Of a universal.
  public @Nullable Position position() {
    return position;
  }

  /// The variable that holds the arenas of which one is its parent, or [#NO_PARENTS].
  public int parents() {
    return parents;
  }

  /// Whether it stands for several arenas at once.
  public boolean isMany() {
    return many;
  }

  /// Whether it is an arena that goes by other names too.
  public boolean isJoined() {
    return joined;
  }

  /// The loop of whose earlier turns it stands.
  int turnOf() {
    return turnOf;
  }

  /// Of a joined atom: what else the arena may be called.
  List<Atom> instances() {
    return instances;
  }

  public boolean isArena() {
    return kind == Kind.ARENA || kind == Kind.SCOPED;
  }

  /// Whether it stands for the handle of owned memory, here or at a position of the interface.
  public boolean isOwner() {
    return kind == Kind.OWNER || handle;
  }

  /// At its position stands the handle of owned memory.
  void markOwner() {
    handle = true;
  }

  public boolean isUniversal() {
    return kind == Kind.UNIVERSAL;
  }
}
