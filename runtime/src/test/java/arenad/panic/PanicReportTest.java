package arenad.panic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class PanicReportTest {
  private static Throwable at(Throwable failure, StackTraceElement... frames) {
    failure.setStackTrace(frames);
    return failure;
  }

  @Test
  void framesOfTheRuntimeAreLeftOut() {
    Throwable failure =
        at(
            new Panic("gone"),
            new StackTraceElement("arenad.buffer.Arrays", "at", "Arrays.java", 50),
            new StackTraceElement("tools.list", "List$get", "list.arena", 3),
            new StackTraceElement("main", "main", "lib/deep/main.arena", 0),
            new StackTraceElement("java.lang.Thread", "run", "Thread.java", 1));
    assertEquals(
        "panic: gone\n"
            + "  at tools.list.List.get (tools/list.arena:3)\n"
            + "  at main.main (lib/deep/main.arena)\n",
        PanicReport.of(failure, ""));
  }

  @Test
  void aLongStackIsShownFromBothEnds() {
    StackTraceElement[] frames = new StackTraceElement[1000];
    for (int i = 0; i < frames.length; i++) {
      frames[i] = new StackTraceElement("main", "f", "main.arena", i + 1);
    }
    String report = PanicReport.of(at(new StackOverflowError(), frames), "src/");
    assertEquals(42, report.lines().count());
    assertTrue(
        report.contains("(src/main.arena:20)\n  ... 960 more\n  at main.f (src/main.arena:981)\n"),
        report);
  }

  @Test
  void whatTheJvmThrowsForAPanicOfTheLanguageIsOne() {
    assertEquals("division by zero", PanicReport.messageOf(new ArithmeticException("/ by zero")));
    assertEquals("stack overflow", PanicReport.messageOf(new StackOverflowError()));
    assertEquals("out of memory", PanicReport.messageOf(new OutOfMemoryError()));
    Throwable inConstant = at(new ExceptionInInitializerError(at(new Panic("early"))));
    assertEquals("panic: early\n", PanicReport.of(inConstant, ""));
  }

  @Test
  void anythingElseIsAFaultOfOursWithItsJavaStack() {
    Throwable fault =
        at(new IllegalStateException("odd"), new StackTraceElement("a.B", "c", "B.java", 1));
    assertEquals(
        "panic: internal error: java.lang.IllegalStateException: odd\n  at a.B.c(B.java:1)\n",
        PanicReport.of(fault, ""));
  }
}
