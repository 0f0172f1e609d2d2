package arenad.record;

import java.util.Arrays;

/// The arenas that are drawn one by one, in columns.
///
/// Arenas that are alive are all here. Of those that have ended at most [#most] are: when there are more, the half that lived shortest is
/// forgotten, since in the picture it is narrow. Sums do not depend on what is here.
final class ArenaTable {
  private final int most;
  private long nextId;
  private int size;
  private int ended;
  private int[] free = new int[64];
  private int freeCount;

  long[] id = new long[256];
  long[] parent = new long[256];
  int[] branch = new int[256];
  long[] begin = new long[256];

  /// -1 while it is alive; a row that is not used has -2.
  long[] end = new long[256];

  long[] allocations = new long[256];
  long[] bytes = new long[256];
  long[] live = new long[256];
  long[] peak = new long[256];

  static final long ALIVE = -1;
  private static final long UNUSED = -2;

  ArenaTable(int most) {
    this.most = most;
  }

  /// @param parentRow the row of its parent, -1 for a root
  /// @return its row, which is its own until it ends
  int open(int parentRow, int branchNumber, long time) {
    if (freeCount == 0 && size == id.length) {
      grow();
    }
    int row = freeCount > 0 ? free[--freeCount] : size++;
    id[row] = nextId++;
    parent[row] = parentRow < 0 ? -1 : id[parentRow];
    branch[row] = branchNumber;
    begin[row] = time;
    end[row] = ALIVE;
    allocations[row] = 0;
    bytes[row] = 0;
    live[row] = 0;
    peak[row] = 0;
    return row;
  }

  void moved(int row, long by) {
    live[row] += by;
    if (by > 0) {
      bytes[row] += by;
      peak[row] = Math.max(peak[row], live[row]);
    }
  }

  void close(int row, long time) {
    end[row] = time;
    if (++ended > most) {
      forgetTheShortest();
    }
  }

  private void forgetTheShortest() {
    long[] lives = new long[ended];
    int count = 0;
    for (int row = 0; row < size; row++) {
      if (end[row] >= 0) {
        lives[count++] = end[row] - begin[row];
      }
    }
    Arrays.sort(lives);
    long middle = lives[count / 2];
    int over = count / 2;
    for (int row = 0; row < size && over > 0; row++) {
      if (end[row] >= 0 && end[row] - begin[row] <= middle) {
        end[row] = UNUSED;
        if (freeCount == free.length) {
          free = Arrays.copyOf(free, 2 * freeCount);
        }
        free[freeCount++] = row;
        ended--;
        over--;
      }
    }
  }

  private void grow() {
    int room = 2 * size;
    id = Arrays.copyOf(id, room);
    parent = Arrays.copyOf(parent, room);
    branch = Arrays.copyOf(branch, room);
    begin = Arrays.copyOf(begin, room);
    end = Arrays.copyOf(end, room);
    allocations = Arrays.copyOf(allocations, room);
    bytes = Arrays.copyOf(bytes, room);
    live = Arrays.copyOf(live, room);
    peak = Arrays.copyOf(peak, room);
  }

  /// The rows in use, in the order in which their arenas were made; of those alive at most [#most], the first.
  int[] rows() {
    int[] rows = new int[size];
    int count = 0;
    int alive = 0;
    Integer[] order = new Integer[size];
    for (int i = 0; i < size; i++) {
      order[i] = i;
    }
    Arrays.sort(order, (a, b) -> Long.compare(id[a], id[b]));
    for (int row : order) {
      if (end[row] != UNUSED && (end[row] != ALIVE || ++alive <= most)) {
        rows[count++] = row;
      }
    }
    return Arrays.copyOf(rows, count);
  }
}
