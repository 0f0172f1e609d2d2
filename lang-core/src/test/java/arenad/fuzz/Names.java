package arenad.fuzz;

/// Fresh names for one program.
final class Names {

  private int next;

  String fresh(String stem) {
    return stem + next++;
  }
}
