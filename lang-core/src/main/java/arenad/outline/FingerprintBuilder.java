package arenad.outline;

/// Makes fingerprints: MurmurHash3 x64 128 over a stream of 64-bit words (Austin Appleby, public
/// domain), which mixes well, needs no library and is fixed for ever.
public final class FingerprintBuilder {
  private static final long C1 = 0x87c37b91114253d5L;
  private static final long C2 = 0x4cf5ad432745937fL;

  private long h1;
  private long h2;
  private long first;
  private boolean half;
  private long words;

  public FingerprintBuilder add(long word) {
    words++;
    if (half) {
      mix(first, word);
    } else {
      first = word;
    }
    half = !half;
    return this;
  }

  /// A text, its length included.
  public FingerprintBuilder add(CharSequence text) {
    return add(text, 0, text.length());
  }

  /// `text[start, end)`, its length included.
  public FingerprintBuilder add(CharSequence text, int start, int end) {
    add(end - start);
    int at = start;
    while (at < end) {
      long word = 0;
      for (int i = 0; i < 4 && at < end; i++) {
        word = word << 16 | text.charAt(at++);
      }
      add(word);
    }
    return this;
  }

  public FingerprintBuilder add(Fingerprint fingerprint) {
    return add(fingerprint.high()).add(fingerprint.low());
  }

  private void mix(long k1, long k2) {
    h1 ^= Long.rotateLeft(k1 * C1, 31) * C2;
    h1 = (Long.rotateLeft(h1, 27) + h2) * 5 + 0x52dce729;
    h2 ^= Long.rotateLeft(k2 * C2, 33) * C1;
    h2 = (Long.rotateLeft(h2, 31) + h1) * 5 + 0x38495ab5;
  }

  /// The fingerprint of what has been added; nothing is to be added afterwards.
  public Fingerprint build() {
    if (half) {
      h1 ^= Long.rotateLeft(first * C1, 31) * C2;
    }
    long length = words * Long.BYTES;
    h1 ^= length;
    h2 ^= length;
    h1 += h2;
    h2 += h1;
    h1 = finish(h1);
    h2 = finish(h2);
    h1 += h2;
    h2 += h1;
    return new Fingerprint(h1, h2);
  }

  private static long finish(long word) {
    long k = word;
    k = (k ^ k >>> 33) * 0xff51afd7ed558ccdL;
    k = (k ^ k >>> 33) * 0xc4ceb9fe1a85ec53L;
    return k ^ k >>> 33;
  }
}
