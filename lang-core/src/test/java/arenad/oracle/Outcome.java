package arenad.oracle;

/// How one run ended, and what it had printed by then.
public sealed interface Outcome {

  String output();

  /// @param status what `main` returned, or `env.exit` was given; 0 for `void`
  record Finished(String output, long status) implements Outcome {}

  record Panicked(String output, String message) implements Outcome {}

  record Trapped(String output, MemoryTrap trap) implements Outcome {}

  /// Ran longer than it was given.
  record OutOfSteps(String output) implements Outcome {}
}
