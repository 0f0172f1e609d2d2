package arenad.std;

import arenad.memory.Context;

/// `time` of the standard library.
public final class Clock {
  private Clock() {}

  /// Lets the thread rest.
  public static void sleep(Context context, long milliseconds) {
    long end = System.nanoTime() + milliseconds * 1_000_000;
    Output.flush();
    for (long left = milliseconds;
        left > 0;
        left = (end - System.nanoTime() + 999_999) / 1_000_000) {
      try {
        Thread.sleep(left);
      } catch (InterruptedException e) {
        // Nobody interrupts a program's threads to any end; it has slept too little.
        continue;
      }
    }
  }
}
