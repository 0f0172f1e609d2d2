package arenad.jvm.layout;

/// How one component stands in memory, and which kind it is once loaded.
public enum Width {
  I8(1, Kind.INT),
  U8(1, Kind.INT),
  I16(2, Kind.INT),
  U16(2, Kind.INT),
  I32(4, Kind.INT),
  I64(8, Kind.LONG),
  F32(4, Kind.FLOAT),
  F64(8, Kind.DOUBLE);

  private final int bytes;
  private final Kind kind;

  Width(int bytes, Kind kind) {
    this.bytes = bytes;
    this.kind = kind;
  }

  /// Size in memory; also its alignment.
  public int bytes() {
    return bytes;
  }

  public Kind kind() {
    return kind;
  }
}
