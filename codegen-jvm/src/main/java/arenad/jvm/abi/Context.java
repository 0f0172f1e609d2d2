package arenad.jvm.abi;

/// The object that every function is handed first: what belongs to the running thread.
public final class Context {

  public static final String CLASS = "arenad/memory/Context";

  public static final String DESCRIPTOR = "L" + CLASS + ";";

  /// How many fields carry the further components of a result.
  public static final int RETURN_SLOTS = 15;

  private Context() {}

  /// The field that carries component `index` of a result; component 0 is the JVM result.
  /// It is a `long`: smaller integers are sign-extended, floats stand as their raw bits.
  public static String returnSlot(int index) {
    if (index < 1 || index > RETURN_SLOTS) {
      throw new IllegalArgumentException("no return slot " + index);
    }
    return "r" + index;
  }
}
