package arenad.lifetime;

/// What the sets of the solver hold: where memory lives, and which objects a reference leads to.
public sealed interface Element permits Atom, Cell {

  /// Its number among all elements of the system.
  int id();

  /// The innermost loop in whose turn it is made, or [LoopNest#NONE].
  int loop();

  /// The number of the place where it is made or gets its name.
  int place();
}
