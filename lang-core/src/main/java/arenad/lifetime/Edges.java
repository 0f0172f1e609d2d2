package arenad.lifetime;

import java.util.Arrays;

/// The constraints of [Inclusions] as edges between variables, listed by the variable that they lead
/// out of, the youngest first. They stand in arrays, since a large function has very many of them.
final class Edges {

  /// No edge: the end of a list.
  static final int NONE = -1;

  /// What an edge does to the elements that pass it.
  enum Kind {
    FLOW,
    ATOMS,
    RENAME,
    RENAME_OLD,
    RESTORE,
    LOAD,
    STORE,
    PART;

    /// Whether elements pass straight on, under the same name.
    boolean keepsNames() {
      return this == FLOW || this == ATOMS;
    }
  }

  private int[] first = filled(64);
  private int[] target = new int[64];
  private int[] detail = new int[64];
  private int[] reason = new int[64];
  private int[] next = new int[64];
  private Kind[] kind = new Kind[64];
  private int edges;

  /// @param to the variable that the edge leads to; of a store, the one whose elements are put
  /// @param more what the kind has to know besides: the number of a renaming, a slot or a part
  int add(Kind which, int from, int to, int more, int why) {
    if (edges == target.length) {
      int size = edges * 2;
      target = Arrays.copyOf(target, size);
      detail = Arrays.copyOf(detail, size);
      reason = Arrays.copyOf(reason, size);
      next = Arrays.copyOf(next, size);
      kind = Arrays.copyOf(kind, size);
    }
    if (from >= first.length) {
      int[] larger = filled(Math.max(from + 1, first.length * 2));
      System.arraycopy(first, 0, larger, 0, first.length);
      first = larger;
    }
    int edge = edges++;
    kind[edge] = which;
    target[edge] = to;
    detail[edge] = more;
    reason[edge] = why;
    next[edge] = first[from];
    first[from] = edge;
    return edge;
  }

  private static int[] filled(int size) {
    int[] lists = new int[size];
    Arrays.fill(lists, NONE);
    return lists;
  }

  /// The youngest edge that leads out of a variable, or [#NONE].
  int first(int variable) {
    return variable < first.length ? first[variable] : NONE;
  }

  int next(int edge) {
    return next[edge];
  }

  Kind kind(int edge) {
    return kind[edge];
  }

  int target(int edge) {
    return target[edge];
  }

  int detail(int edge) {
    return detail[edge];
  }

  int reason(int edge) {
    return reason[edge];
  }
}
