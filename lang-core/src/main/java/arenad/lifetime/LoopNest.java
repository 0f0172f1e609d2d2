package arenad.lifetime;

/// The loops of a function, numbered from 1, and which encloses which.
///
/// @param parent of each loop, the loop around it; index 0 is no loop
public record LoopNest(int[] parent) {

  /// Outside of all loops.
  public static final int NONE = 0;

  public static final LoopNest FLAT = new LoopNest(new int[] {NONE});

  public int outside(int loop) {
    return parent[loop];
  }

  /// Whether `inner` is `outer` or lies in it. Everything lies in [#NONE].
  public boolean isInside(int inner, int outer) {
    int at = inner;
    while (at != NONE && at != outer) {
      at = parent[at];
    }
    return at == outer;
  }
}
