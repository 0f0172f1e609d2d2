package arenad.lifetime;

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

  private Atom(
      int id,
      Kind kind,
      int loop,
      @Nullable Atom original,
      @Nullable Position position,
      int parents,
      boolean many) {
    this.id = id;
    this.kind = kind;
    this.loop = loop;
    this.original = original == null ? this : original;
    this.position = position;
    this.parents = parents;
    this.many = many;
  }

  static Atom universal(int id, Position position, boolean many) {
    return new Atom(id, Kind.UNIVERSAL, LoopNest.NONE, null, position, NO_PARENTS, many);
  }

  static Atom local(int id, Kind kind, int loop, int parents, boolean many) {
    return new Atom(id, kind, loop, null, null, parents, many);
  }

  /// What `original` was called in earlier turns of a loop, seen from the surrounding `loop`.
  static Atom ofEarlierTurns(int id, Atom original, int loop, int parents) {
    return new Atom(id, original.kind, loop, original, null, parents, true);
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

  public boolean isArena() {
    return kind == Kind.ARENA || kind == Kind.SCOPED;
  }

  public boolean isUniversal() {
    return kind == Kind.UNIVERSAL;
  }
}
