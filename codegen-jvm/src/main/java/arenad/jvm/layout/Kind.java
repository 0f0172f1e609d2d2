package arenad.jvm.layout;

/// The kinds of value that the JVM computes with.
public enum Kind {
  INT('I', 1),
  LONG('J', 2),
  FLOAT('F', 1),
  DOUBLE('D', 2);

  private final char descriptor;
  private final int slots;

  Kind(char descriptor, int slots) {
    this.descriptor = descriptor;
    this.slots = slots;
  }

  /// Its letter in a method descriptor.
  public char descriptor() {
    return descriptor;
  }

  /// How many local variable slots one takes.
  public int slots() {
    return slots;
  }
}
