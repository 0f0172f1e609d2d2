package arenad.lifetime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Numbers things from 0 on in the order in which they are first seen, so that an int can stand for one.
final class Numbering<T> {
  private final List<T> things = new ArrayList<>();
  private final Map<T, Integer> numbers;

  /// @param numbers an empty map, which says what counts as the same thing
  Numbering(Map<T, Integer> numbers) {
    this.numbers = numbers;
  }

  int number(T thing) {
    Integer known = numbers.get(thing);
    if (known == null) {
      known = things.size();
      things.add(thing);
      numbers.put(thing, known);
    }
    return known;
  }

  T at(int number) {
    return things.get(number);
  }
}
