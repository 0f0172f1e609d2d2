package arenad.record;

/// The buffers that there are: what each belongs to, and the size of its storage.
final class Buffers {
  private static final long LANE = 1L << 40;

  private final Addresses owners = new Addresses();
  private final Addresses sizes = new Addresses();

  void made(long header, int row) {
    owners.put(header, row);
  }

  void madeIn(long header, int lane) {
    owners.put(header, LANE + lane);
  }

  /// @return the row of its arena, -1 for a temporary and for what is unknown
  int row(long header) {
    long owner = owners.get(header);
    return owner < LANE ? (int) owner : -1;
  }

  /// @return the lane of a temporary, else -1
  int lane(long header) {
    long owner = owners.get(header);
    return owner < LANE ? -1 : (int) (owner - LANE);
  }

  /// @return by how much it is larger now
  long resize(long header, long bytes) {
    long before = Math.max(sizes.get(header), 0);
    if (bytes == 0) {
      sizes.remove(header);
    } else {
      sizes.put(header, bytes);
    }
    return bytes - before;
  }

  void gone(long header) {
    owners.remove(header);
  }
}
