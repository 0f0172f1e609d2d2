package arenad.incremental;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A persistent array: a copy with some slots changed shares all else. It costs one pointer for each
/// thousand slots, and a thousand for each chunk that a change falls into.
final class Chunks<T> {
  private static final int BITS = 10;
  private static final int SIZE = 1 << BITS;

  private final @Nullable Object[][] chunks;

  private Chunks(@Nullable Object[][] chunks) {
    this.chunks = chunks;
  }

  static <T> Chunks<T> empty() {
    return new Chunks<>(new Object[0][]);
  }

  /// What is in a slot; null where nothing was ever put.
  @SuppressWarnings("unchecked")
  @Nullable T get(int slot) {
    int chunk = slot >> BITS;
    return chunk < chunks.length ? (T) chunks[chunk][slot & (SIZE - 1)] : null;
  }

  Draft<T> draft() {
    return new Draft<>(chunks.clone());
  }

  /// A copy in the making.
  static final class Draft<T> {
    private @Nullable Object[][] chunks;
    private final Set<Integer> own = new HashSet<>();

    private Draft(@Nullable Object[][] chunks) {
      this.chunks = chunks;
    }

    @SuppressWarnings("unchecked")
    @Nullable T get(int slot) {
      int chunk = slot >> BITS;
      return chunk < chunks.length ? (T) chunks[chunk][slot & (SIZE - 1)] : null;
    }

    void set(int slot, @Nullable T value) {
      int chunk = slot >> BITS;
      if (chunk >= chunks.length) {
        int old = chunks.length;
        chunks = Arrays.copyOf(chunks, chunk + 1);
        for (int i = old; i < chunks.length; i++) {
          chunks[i] = new Object[SIZE];
          own.add(i);
        }
      }
      if (own.add(chunk)) {
        chunks[chunk] = chunks[chunk].clone();
      }
      chunks[chunk][slot & (SIZE - 1)] = value;
    }

    /// The draft must not be used afterwards.
    Chunks<T> done() {
      return new Chunks<>(chunks);
    }
  }
}
