package arenad.lifetime;

import java.util.Arrays;

/// Ints, first in, first out.
final class IntQueue {
  private int[] items = new int[64];
  private int head;
  private int tail;

  boolean isEmpty() {
    return head == tail;
  }

  void add(int item) {
    if (tail == items.length) {
      if (head > tail / 2) {
        System.arraycopy(items, head, items, 0, tail - head);
        tail -= head;
        head = 0;
      } else {
        items = Arrays.copyOf(items, items.length * 2);
      }
    }
    items[tail++] = item;
  }

  /// The queue must not be empty.
  int take() {
    int item = items[head++];
    if (head == tail) {
      head = 0;
      tail = 0;
    }
    return item;
  }
}
