package arenad.fuzz;

import java.util.List;
import java.util.Random;

/// Chance with a seed.
final class Dice {

  private final Random random;

  Dice(long seed) {
    random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /// From `least` to `most`, both included.
  int between(int least, int most) {
    return least + below(most - least + 1);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  <T> T one(List<T> among) {
    return among.get(below(among.size()));
  }

  String oneOf(String... among) {
    return among[below(among.length)];
  }

  /// A position, more likely the greater its weight.
  int weighted(double[] weights) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double at = random.nextDouble() * total;
    for (int i = 0; i < weights.length; i++) {
      at -= weights[i];
      if (at < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }
}
