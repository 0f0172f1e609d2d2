package arenad.oracle;

import java.util.List;

/// Unions and references to them: a tag and what goes with it.
final class Tagged {

  private Tagged() {}

  static Datum of(int tag, Datum payload) {
    return Evaluation.aggregate(List.of(new Datum.Whole(tag), payload));
  }

  static int tag(Datum union) {
    return (int) Computation.whole(((Datum.Aggregate) union).members().getFirst().get());
  }

  /// What a union holds that is taken to be of that variant.
  static Cell payload(Datum union, int tag) {
    if (tag(union) != tag) {
      throw new SimulatedMemory.Violation(
          MemoryTrap.Kind.FALSE_NARROWING,
          "variant " + tag(union) + " where a match has found " + tag);
    }
    return ((Datum.Aggregate) union).members().getLast();
  }
}
