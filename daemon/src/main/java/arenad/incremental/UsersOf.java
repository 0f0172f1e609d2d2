package arenad.incremental;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;

/// Who has ever used a fact, by stage: more than who uses it now, never less. A wave marks these
/// and finds by their own records which really use it.
///
/// It is shared by all snapshots and grows only; it is made anew when it has outgrown what it is for.
final class UsersOf {
  /// The stages whose records have uses.
  enum Stage {
    DECLARATION,
    BODY,
    CONTRACT
  }

  private record Key(Stage stage, Fact fact) {}

  /// A set of small numbers, sorted.
  private static final class Users {
    private int[] numbers = new int[4];
    private int count;

    void add(int number) {
      int at =
          count == 0 || numbers[count - 1] < number
              ? -count - 1
              : Arrays.binarySearch(numbers, 0, count, number);
      if (at >= 0) {
        return;
      }
      if (count == numbers.length) {
        numbers = Arrays.copyOf(numbers, count * 2);
      }
      int place = -at - 1;
      System.arraycopy(numbers, place, numbers, place + 1, count - place);
      numbers[place] = number;
      count++;
    }
  }

  private final Map<Key, Users> users = new HashMap<>();

  synchronized void add(Stage stage, StageRecord record, int user) {
    for (Use use : record.uses()) {
      users.computeIfAbsent(new Key(stage, use.fact()), _ -> new Users()).add(user);
    }
  }

  /// Calls `action` for each user, in the order of their numbers.
  void forEach(Stage stage, Fact fact, IntConsumer action) {
    int[] found;
    synchronized (this) {
      Users known = users.get(new Key(stage, fact));
      if (known == null) {
        return;
      }
      found = Arrays.copyOf(known.numbers, known.count);
    }
    for (int number : found) {
      action.accept(number);
    }
  }
}
