package arenad.lifetime;

import arenad.type.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The objects of one origin, taken together: those made at one place, those that stand at one
/// position of the interface. A slot has two variables: what may be found in it, and what may be put
/// into it; the second flows into the first.
public final class Cell implements Element {

  /// Where its objects come from.
  public enum Origin {
    /// The caller: they stand at a position of the interface.
    INTERFACE,
    /// An allocation.
    MADE,
    /// A deep copy: everything in it lives where it does.
    COPIED,
    /// The storage of a local.
    STORAGE,
    /// Those that `original` stood for in earlier turns of a loop.
    EARLIER,
    /// Those of `original`, which go by other names since paths met.
    JOINED,
    /// What lies inline in the objects of `original`.
    PART
  }

  static final int NONE = -1;

  /// What has become these objects by a renaming; or, the other way round, what they have become.
  record Source(Cell cell, Renaming renaming) {}

  /// The variable of what is put into a slot under the name that the objects have got at a join.
  record Restored(int leaf, int join, int variable) {}

  private final int id;
  private final Origin origin;
  private final int loop;
  private final Type type;
  private final Shape shape;
  private final int home;
  private final @Nullable Cell original;
  private final int detail;
  private final int place;
  private @Nullable Position position;
  private @Nullable Cell entry;
  private boolean many;
  private @Nullable Atom onlyHome;
  private final int[] found;
  private final int[] own;
  private final int[] put;
  private final List<Restored> restored = new ArrayList<>();
  private final List<Source> derived = new ArrayList<>();
  private final List<Source> sources = new ArrayList<>();

  Cell(
      int id,
      Origin origin,
      int loop,
      Type type,
      Shape shape,
      int home,
      @Nullable Cell original,
      int detail,
      int place) {
    this.id = id;
    this.origin = origin;
    this.loop = loop;
    this.type = type;
    this.shape = shape;
    this.home = home;
    this.original = original;
    this.detail = detail;
    this.place = place;
    found = new int[shape.size()];
    own = new int[shape.size()];
    put = new int[shape.size()];
    Arrays.fill(found, NONE);
    Arrays.fill(put, NONE);
  }

  @Override
  public int id() {
    return id;
  }

  public Origin origin() {
    return origin;
  }

  @Override
  public int loop() {
    return loop;
  }

  @Override
  public int place() {
    return place;
  }

  /// The type of the leaves that lead to it.
  public Type type() {
    return type;
  }

  public Shape shape() {
    return shape;
  }

  /// The variable of what it lives in, or -1 where nobody asks.
  public int home() {
    return home;
  }

  /// The one arena that all of them live in, under the name that it has where they have theirs; null when
  /// that is not known.
  @Nullable Atom onlyHome() {
    return onlyHome;
  }

  void onlyHome(@Nullable Atom arena) {
    onlyHome = arena;
  }

  public Cell original() {
    return original == null ? this : original;
  }

  /// The objects as they were called when they were made.
  Cell root() {
    return origin == Origin.EARLIER || origin == Origin.JOINED ? original() : this;
  }

  /// For a copy, the place that makes it; for a part, its first leaf.
  int detail() {
    return detail;
  }

  /// Of an object of the interface.
  public @Nullable Position position() {
    return position;
  }

  /// The object through which its group of recursive types was entered, or itself.
  Cell entry() {
    return entry == null ? this : entry;
  }

  /// Whether it stands for all objects of its type in a recursive structure.
  boolean isSummary() {
    return entry != null;
  }

  /// Whether it stands for several objects.
  boolean isMany() {
    return many;
  }

  void place(Position at, @Nullable Cell through, boolean several) {
    position = at;
    entry = through;
    many = several;
  }

  /// The variable of what may be found in a slot, or -1 when nobody has asked for it.
  public int found(int leaf) {
    return found[leaf];
  }

  /// The variable of what may be put into a slot, or -1.
  public int put(int leaf) {
    return put[leaf];
  }

  /// The variable of what may be found in a slot, apart from what is put there under later names.
  int own(int leaf) {
    return own[leaf];
  }

  void slot(int leaf, int toFind, int asOwn, int toPut) {
    found[leaf] = toFind;
    own[leaf] = asOwn;
    put[leaf] = toPut;
  }

  /// What is put into it under later names.
  List<Restored> restored() {
    return restored;
  }

  /// What it has become by forward renamings.
  List<Source> derived() {
    return derived;
  }

  /// For [Origin#EARLIER] and [Origin#JOINED]: what has become these.
  List<Source> sources() {
    return sources;
  }
}
