package arenad.launch;

import arenad.channel.Channels;
import arenad.channel.Team;
import arenad.memory.Context;
import arenad.panic.Panic;
import arenad.panic.PanicReport;
import arenad.std.Output;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Runs `test` blocks, each on a thread and a context of its own, one after another. A panic fails that test alone.
///
/// ```
/// ok      main: sum of a single node
/// FAILED  main: sum of two nodes
///   panic: assertion failed
///     at main.test.1 (src/main.arena:30)
/// 1 passed, 1 failed
/// ```
public final class Tests {
  private static final long STACK_BYTES = 64L << 20;

  private static final long MILLISECONDS_AFTER_FAILURE = 1000;

  private Tests() {}

  /// A test block.
  ///
  /// @param className class of its module
  /// @param method that holds its body: static, with the context as its one parameter, without a result
  /// @param name as it is written, with its module before it
  public record Case(String className, String method, String name) {}

  /// How many tests passed and failed.
  public record Counts(int passed, int failed) {
    @Override
    public String toString() {
      return passed + " passed, " + failed + " failed";
    }
  }

  /// Runs the tests that a file lists, one a line: class, method and name, separated by tabs. Results go to standard error, since
  /// standard output is the program's. Exit status 1 if a test failed.
  ///
  /// @param args the file, then what stands before a module's path in stack traces (may be left out)
  public static void main(String[] args) throws IOException {
    List<Case> cases = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      String[] parts = line.split("\t", 3);
      cases.add(new Case(parts[0], parts[1], parts[2]));
    }
    PrintStream results = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    Counts counts =
        run(cases, Tests.class.getClassLoader(), args.length > 1 ? args[1] : "", results);
    Exit.now(counts.failed == 0 ? 0 : 1);
  }

  /// Runs tests and writes a line for each and one for all.
  ///
  /// @param loader that knows the classes
  /// @param sourceRoot what stands before a module's path in stack traces
  public static Counts run(
      List<Case> cases, ClassLoader loader, String sourceRoot, PrintStream results) {
    int failed = 0;
    for (Case test : cases) {
      String failure = failureOf(test, loader, sourceRoot);
      Output.flush();
      if (failure == null) {
        results.println("ok      " + test.name);
      } else {
        failed++;
        results.println("FAILED  " + test.name);
        results.print(failure.indent(2));
      }
    }
    Counts counts = new Counts(cases.size() - failed, failed);
    results.println(counts);
    return counts;
  }

  /// A test has ended when all threads have that it started. Of threads that go on after a failure nobody waits for long; they
  /// cannot reach the channels any more.
  private static @Nullable String failureOf(Case test, ClassLoader loader, String sourceRoot) {
    AtomicReference<@Nullable String> failure = new AtomicReference<>();
    Team team =
        new Team(
            STACK_BYTES,
            false,
            (thread, thrown) ->
                failure.set(
                    thread.function().equals(test.name)
                        ? PanicReport.of(thrown, sourceRoot)
                        : PanicReport.of(thrown, thread.function(), sourceRoot)));
    try {
      team.start(test.name, context -> attempt(test, loader, context));
    } catch (Panic e) {
      return PanicReport.of(e, sourceRoot);
    }
    team.awaitEnd(MILLISECONDS_AFTER_FAILURE);
    Context context = new Context();
    Channels.clear(context);
    context.close();
    return failure.get();
  }

  private static void attempt(Case test, ClassLoader loader, Context context) throws Throwable {
    Class<?> type = Class.forName(test.className, true, loader);
    MethodHandle body =
        MethodHandles.lookup()
            .findStatic(type, test.method, MethodType.methodType(void.class, Context.class));
    body.invokeExact(context);
  }
}
