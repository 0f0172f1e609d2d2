package arenad.bench.compare;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// Figures of one kind, measured in two ways.
///
/// @param wall by the time from start to end
/// @param busy by what processors did; NaN where that is not known
record Ratio(double wall, double busy) {

  Ratio by(Ratio other) {
    return new Ratio(wall / other.wall, busy / other.busy);
  }

  /// The geometric mean.
  static Ratio mean(List<Ratio> ratios) {
    return new Ratio(mean(ratios, Ratio::wall), mean(ratios, Ratio::busy));
  }

  private static double mean(List<Ratio> ratios, ToDoubleFunction<Ratio> figure) {
    return Math.exp(
        ratios.stream().mapToDouble(figure).map(Math::log).average().orElse(Double.NaN));
  }
}
