package arenad.lifetime;

import java.util.Arrays;
import java.util.function.IntConsumer;

/// A growing set of small numbers.
public final class BitRow {

  private static final long[] NOTHING = new long[0];

  /// For those who ask; nobody adds to it.
  static final BitRow EMPTY = new BitRow();

  private long[] words = NOTHING;

  /// Returns whether the number is new.
  public boolean add(int number) {
    int word = number >> 6;
    if (word >= words.length) {
      words = Arrays.copyOf(words, Math.max(word + 1, Math.min(words.length * 2, word + 8)));
    }
    long bit = 1L << number;
    boolean isNew = (words[word] & bit) == 0;
    words[word] |= bit;
    return isNew;
  }

  public void remove(int number) {
    int word = number >> 6;
    if (word < words.length) {
      words[word] &= ~(1L << number);
    }
  }

  public boolean contains(int number) {
    int word = number >> 6;
    return word < words.length && (words[word] & 1L << number) != 0;
  }

  public boolean isEmpty() {
    for (long word : words) {
      if (word != 0) {
        return false;
      }
    }
    return true;
  }

  /// Returns whether the other brings something new.
  public boolean addAll(BitRow other) {
    if (other.words.length > words.length) {
      words = Arrays.copyOf(words, other.words.length);
    }
    boolean changed = false;
    for (int i = 0; i < other.words.length; i++) {
      long before = words[i];
      words[i] |= other.words[i];
      changed |= words[i] != before;
    }
    return changed;
  }

  public boolean intersects(BitRow other) {
    for (int i = 0; i < Math.min(words.length, other.words.length); i++) {
      if ((words[i] & other.words[i]) != 0) {
        return true;
      }
    }
    return false;
  }

  public BitRow copy() {
    BitRow copy = new BitRow();
    copy.words = words.clone();
    return copy;
  }

  public void forEach(IntConsumer consumer) {
    for (int i = 0; i < words.length; i++) {
      long word = words[i];
      while (word != 0) {
        consumer.accept((i << 6) + Long.numberOfTrailingZeros(word));
        word &= word - 1;
      }
    }
  }

  /// The first number not less than `from`, or -1.
  public int next(int from) {
    int index = from >> 6;
    if (index >= words.length) {
      return -1;
    }
    long word = words[index] & -1L << from;
    while (word == 0) {
      if (++index == words.length) {
        return -1;
      }
      word = words[index];
    }
    return (index << 6) + Long.numberOfTrailingZeros(word);
  }
}
