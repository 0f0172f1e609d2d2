package arenad.jvm.emit;

import java.nio.charset.StandardCharsets;

/// The number by which telemetry knows the label of a region: FNV-1a, 64 bits
/// (Fowler, Noll, Vo; draft-eastlake-fnv).
final class Labels {

  private static final long OFFSET_BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Labels() {}

  static long hashOf(String label) {
    long hash = OFFSET_BASIS;
    for (byte b : label.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xFF)) * PRIME;
    }
    return hash;
  }
}
