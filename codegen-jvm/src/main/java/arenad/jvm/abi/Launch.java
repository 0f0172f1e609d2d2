package arenad.jvm.abi;

/// How a JVM is made to run a program: classes of the runtime and what they read.
public final class Launch {

  /// The main class of every program.
  public static final String PROGRAM = "arenad.launch.Program";

  /// The main class that runs tests; its argument is a file that lists them.
  public static final String TESTS = "arenad.launch.Tests";

  /// The attribute of the manifest that names the class of the main module.
  public static final String MAIN_ATTRIBUTE = "Arena-Main";

  /// The attribute of the manifest that says what stands before a module's path in stack traces.
  public static final String SOURCE_ATTRIBUTE = "Arena-Source";

  private Launch() {}
}
