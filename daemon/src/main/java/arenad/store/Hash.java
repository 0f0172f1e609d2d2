package arenad.store;

import arenad.outline.Fingerprint;
import arenad.outline.FingerprintBuilder;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Fingerprints of bytes.
public final class Hash {
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Hash() {}

  public static Fingerprint of(byte[] bytes) {
    FingerprintBuilder builder = new FingerprintBuilder().add(bytes.length);
    int whole = bytes.length & ~7;
    for (int at = 0; at < whole; at += Long.BYTES) {
      builder.add((long) WORDS.get(bytes, at));
    }
    long last = 0;
    for (int at = bytes.length - 1; at >= whole; at--) {
      last = last << 8 | bytes[at] & 0xFF;
    }
    return builder.add(last).build();
  }
}
