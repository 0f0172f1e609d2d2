package arenad.jvm.run;

import static org.junit.jupiter.api.Assertions.assertTrue;

import arenad.jvm.emit.Emitted;
import arenad.memory.Context;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Loops that make strings run in constant memory: however many turns, frame memory stays within its first chunks.
final class LoopMemoryTest {

  private static final int TURNS = 20_000;

  /// A few chunks of 64 KiB, for a string may lie across the end of one; what the turns make together is a hundred times as much.
  private static final long BOUND = 4 * 65_536L;

  private static final String FUNCTIONS =
      """
      struct Request { path: String; id: i32; }
      route(request: Request): i32 => { return request.path.endsWith("7") ? 2 : 1; }
      same(s: String): String => { return s; }
      longer(a: String, b: String): String => { return a.length > b.length ? a : b; }
      deep(n: i32, s: String): i32 => { return n == 0 ? s.length : deep(n - 1, s); }
      """;

  @Test
  void ofAServer() throws ReflectiveOperationException {
    expectConstantMemory(
        """
        let line = f"GET /user/{i} HTTP";
        let parts = line.split(" ");
        total += route(Request { path: parts[1], id: i });
        if (i % 5 == 0) { continue; }
        for (part in parts) {
          let marked = part + "!";
          if (marked == "HTTP!") { break; }
          total += marked.slice(0, 2).length;
        }
        total += deep(3, f"{i}") > 0 ? 1 : 0;
        """);
  }

  @Test
  void withConditionsThatMakeStrings() throws ReflectiveOperationException {
    expectConstantMemory(
        """
        let k = 0;
        while (f"{k}" != "1" && same(f"{i}x") != "x") { k += 1; total += 1; }
        """);
  }

  @Test
  void withScopedArenas() throws ReflectiveOperationException {
    expectConstantMemory(
        """
        root.useArena((s) => { let t = f"{i}".clone(s); total += t == "7" ? 1 : 2; });
        if (i % 3 == 0) { region r { let t = f"{i}".clone(r) + "!"; if (t == "9!") { continue; } } }
        """);
  }

  @Test
  void thatKeepTheLastString() throws ReflectiveOperationException {
    expectConstantMemory(
        """
        before = last;
        last = f"turn {i}";
        if (i % 3 == 0) { continue; }
        longest = longer(longest, last + "!");
        for (k in 0..2) { last = f"{last}{k}"; }
        total += last.length + (before == null ? 0 : before.length);
        """);
  }

  @Test
  void thatShareOneStringAmongVariables() throws ReflectiveOperationException {
    expectConstantMemory(
        """
        let parts = f"{i},{last.length}".split(",");
        last = parts[0];
        before = last.slice(0, 1);
        longest = same(parts[1]);
        total += longest.length;
        """);
  }

  /// Runs turns and then uses what they kept.
  private static void expectConstantMemory(String turn) throws ReflectiveOperationException {
    String source =
        FUNCTIONS
            + """
            run(n: i32): i32 => {
              let total = 0;
              let root = Arena.newRoot();
              defer root.free();
              let last = "";
              let before: String? = null;
              let longest = "";
              for (i in 0..n) {
            """
            + turn
            + """
              }
              return total + last.length + longest.length + (before == null ? 0 : before.length);
            }
            main(): void => {}
            """;
    Method run =
        load(SourceProgram.of(source).classes()).getMethod("run", Context.class, int.class);
    Context context = new Context();
    int total = (int) run.invoke(null, context, TURNS);
    assertTrue(total >= TURNS, () -> total + " in all");
    long growth = context.tempGrowth();
    assertTrue(growth <= BOUND, () -> "frame memory took " + growth + " bytes more");
    context.close();
  }

  private static Class<?> load(List<Emitted.ClassFile> classes) {
    ClassLoader loader =
        new ClassLoader(LoopMemoryTest.class.getClassLoader()) {
          @Override
          protected Class<?> findClass(String name) throws ClassNotFoundException {
            for (Emitted.ClassFile file : classes) {
              if (file.internalName().replace('/', '.').equals(name)) {
                return defineClass(name, file.bytes(), 0, file.bytes().length);
              }
            }
            throw new ClassNotFoundException(name);
          }
        };
    try {
      return loader.loadClass("main");
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
