package arenad.bench.game;

/// fannkuch-redux: flips of the prefixes of all permutations.
public final class FannkuchRedux {
  private final int n;
  private final int[] permutation;
  private final int[] work;
  private final int[] count;

  /// The longest prefix that was rotated last.
  private int rotated;

  private FannkuchRedux(int n) {
    this.n = n;
    permutation = new int[n];
    work = new int[n];
    count = new int[n];
    rotated = n;
    for (int i = 0; i < n; i++) {
      permutation[i] = i;
    }
  }

  private int flips() {
    System.arraycopy(permutation, 0, work, 0, n);
    int flips = 0;
    for (int top = work[0]; top != 0; ) {
      for (int low = 1, high = top - 1; low < high; low++, high--) {
        int moved = work[low];
        work[low] = work[high];
        work[high] = moved;
      }
      int next = work[top];
      work[top] = top;
      top = next;
      flips++;
    }
    return flips;
  }

  /// Goes on to the next permutation; false if there is none.
  private boolean advance() {
    for (; rotated != 1; rotated--) {
      count[rotated - 1] = rotated;
    }
    for (; rotated < n; rotated++) {
      int front = permutation[0];
      for (int i = 0; i < rotated; i++) {
        permutation[i] = permutation[i + 1];
      }
      permutation[rotated] = front;
      if (--count[rotated] > 0) {
        return true;
      }
    }
    return false;
  }

  /// `FannkuchRedux SIZE`.
  public static void main(String[] arguments) {
    int n = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 7;
    FannkuchRedux game = new FannkuchRedux(n);
    int most = 0;
    int checksum = 0;
    boolean even = true;
    do {
      if (game.permutation[0] != 0) {
        int flips = game.flips();
        most = Math.max(most, flips);
        checksum += even ? flips : -flips;
      }
      even = !even;
    } while (game.advance());
    System.out.println(checksum);
    System.out.println("Pfannkuchen(" + n + ") = " + most);
  }
}
