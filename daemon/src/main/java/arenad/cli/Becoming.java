package arenad.cli;

import java.io.IOException;

/// Runs another command in place of this process, as far as a JVM can: with the same streams, and its
/// status for ours.
final class Becoming {
  private Becoming() {}

  static int run(Ending.Become become, Console console) {
    ProcessBuilder builder = new ProcessBuilder(become.command()).inheritIO();
    builder.environment().putAll(become.environment());
    try {
      Process process = builder.start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
      return process.waitFor();
    } catch (IOException failure) {
      console.errLine(
          "arenad: cannot start " + become.command().getFirst() + ": " + failure.getMessage());
      return 3;
    } catch (InterruptedException nobodyInterruptsUs) {
      throw new IllegalStateException(nobodyInterruptsUs);
    }
  }
}
