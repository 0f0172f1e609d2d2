package arenad.fuzz;

/// Which of the faults that are compiled into the checker counts at present. The plain checker asks for none.
public final class Planted {

  /// No fault: the checker as it is.
  static final int NONE = -1;

  private static int active = NONE;

  private Planted() {}

  static void choose(int fault) {
    active = fault;
  }

  /// Faulty code asks this.
  public static boolean is(int fault) {
    return active == fault;
  }
}
