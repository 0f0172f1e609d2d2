package arenad.memory;

/// Whether this runtime watches every access (`--checked`).
///
/// The answer is a constant that compiles to nothing. A checked program gets this class with the other answer, and [Memory] with calls of
/// [Watch] in it; nothing else differs, the program's own classes neither.
final class CheckedMode {
  private CheckedMode() {}

  static boolean on() {
    return false;
  }
}
