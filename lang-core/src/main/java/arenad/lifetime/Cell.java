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
    /// What lies inline in the objects of `original`.
    PART
  }

  static final int NONE = -1;

  private final int id;
  private final Origin origin;
  private final int loop;
  private final Type type;
  private final Shape shape;
  private final int home;
  private final @Nullable Cell original;
  private final int detail;
  private @Nullable Position position;
  private @Nullable Cell entry;
  private boolean many;
  private final int[] found;
  private final int[] put;
  private final List<Cell> sources = new ArrayList<>();

  Cell(
      int id,
      Origin origin,
      int loop,
      Type type,
      Shape shape,
      int home,
      @Nullable Cell original,
      int detail) {
    this.id = id;
    this.origin = origin;
    this.loop = loop;
    this.type = type;
    this.shape = shape;
    this.home = home;
    this.original = original;
    this.detail = detail;
    found = new int[shape.size()];
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

  Cell original() {
    return original == null ? this : original;
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

  void slot(int leaf, int toFind, int toPut) {
    found[leaf] = toFind;
    put[leaf] = toPut;
  }

  /// For [Origin#EARLIER]: the objects that have become these at the end of a turn.
  List<Cell> sources() {
    return sources;
  }
}
