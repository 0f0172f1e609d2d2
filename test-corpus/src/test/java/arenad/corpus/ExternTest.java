package arenad.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Programs that call classes of Java which their projects bring along.
class ExternTest {
  private static final String JAVA =
      """
      package com.acme;

      import java.lang.foreign.MemorySegment;
      import java.lang.foreign.ValueLayout;

      public class Words {
        public static String reversed(String s) { return new StringBuilder(s).reverse().toString(); }
        public static String lookup(String s, boolean there) { return there ? s + "!" : null; }
        public static int count(String s) { return s == null ? -1 : s.length(); }
        public static long sum(byte a, short b, int c, long d, int e, int f, long g, long h) {
          return a + b + c + d + e + f + g + h;
        }
        public static double mean(float a, double b) { return (a + b) / 2; }
        public static int next(int letter) { return letter + 1; }
        public static void fill(MemorySegment numbers, int first) {
          for (int i = 0; i < numbers.byteSize() / 8; i++) {
            numbers.setAtIndex(ValueLayout.JAVA_LONG, i, first + i);
          }
          kept = numbers;
        }
        private static MemorySegment kept;
        public static boolean isKept() { return kept.scope().isAlive(); }
        public static void fail(String why) { throw new IllegalStateException(why); }
        public int notStatic(int x) { return x; }
      }
      """;

  private static final String MAIN =
      """
      extern "com.acme.Words" reversed(s: String): String;
      extern "com.acme.Words" lookup(s: String, there: bool): String?;
      extern "com.acme.Words#count" lengthOf(s: String?): i32;
      extern "com.acme.Words" sum(a: i8, b: i16, c: i32, d: i64, e: u8, f: u16, g: u32, h: u64): i64;
      extern "java:com.acme.Words" mean(a: f32, b: f64): f64;
      extern "com.acme.Words" next(letter: char): char;
      extern "com.acme.Words" fill(numbers: Span<i64>, first: i32);
      extern "com.acme.Words" isKept(): bool;
      extern "com.acme.Words" fail(why: String);

      test "what Java gives back is text like any other" => { assert(reversed("abc") == "cba"); }

      main(): void => {
        let root = Arena.newRoot();
        defer root.free();
        let kept = Array<String>.new(root);
        for (i in 0..1000) { kept.push(reversed(f"{i}:äß€😀").clone(root)); }
        print(f"{kept[123]} {reversed(kept[999])}\\n");
        print(lookup("x", true) ?? "nothing");
        print(lookup("x", false) ?? "nothing");
        print(f"\\n{lengthOf(null)} {lengthOf("four")}\\n");
        print(f"{sum(-1, -2, -3, -4, 255, 65535, 4294967295, 1)} {mean(1.0, 2.0)} {next('a')}\\n");
        let numbers = root.span<i64>(4);
        fill(numbers, 7);
        print(f"{numbers[0]} {numbers[3]} {isKept()}\\n");
        fail("because");
      }
      """;

  @TempDir Path home;
  private Tool tool;
  private Path project;

  @BeforeEach
  void project() throws IOException {
    tool = new Tool(home);
    project = Files.createDirectories(home.resolve("project/src")).getParent();
    toml("");
    Files.writeString(project.resolve("src/main.arena"), MAIN);
  }

  @AfterEach
  void endDaemon() throws Exception {
    tool.stop(project);
  }

  private void toml(String more) throws IOException {
    Files.writeString(project.resolve("arena.toml"), "[project]\nname = \"words\"\n" + more);
  }

  private Path compiled() throws IOException {
    Path source = Files.writeString(home.resolve("Words.java"), JAVA);
    Path classes = Files.createDirectories(home.resolve("classes"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    assertNotNull(compiler);
    assertEquals(0, compiler.run(null, null, null, "-d", classes.toString(), source.toString()));
    return classes;
  }

  private void jar(Path classes, Path jar) throws IOException {
    Files.createDirectories(jar.getParent());
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry("com/acme/Words.class"));
      out.write(Files.readAllBytes(classes.resolve("com/acme/Words.class")));
      out.closeEntry();
    }
  }

  @Test
  void jarsInLibAreOnTheClassPathAndGoIntoTheProgram() throws Exception {
    jar(compiled(), project.resolve("lib/acme.jar"));
    Tool.Outcome ran = tool.run(project, "run");
    assertEquals(101, ran.status(), ran::told);
    assertEquals(
        """
        😀€ßä:321 999:äß€😀
        x!nothing
        -1 4
        4295033076 1.5 b
        7 10 false
        """,
        ran.out());
    assertEquals(
        """
        panic: `com.acme.Words.fail` failed: java.lang.IllegalStateException: because
          at main.fail (src/main.arena:9)
          at main.main (src/main.arena:26)
        """,
        ran.err());
    Tool.Outcome tested = tool.run(project, "test");
    assertEquals(0, tested.status(), tested::told);
    Tool.Outcome built = tool.run(project, "build");
    assertEquals(0, built.status(), built::told);
    Path elsewhere = Files.createDirectories(home.resolve("elsewhere"));
    Path jar = Files.move(project.resolve("words.jar"), elsewhere.resolve("words.jar"));
    Process alone =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                jar.toString())
            .redirectErrorStream(true)
            .start();
    String told = new String(alone.getInputStream().readAllBytes());
    assertTrue(told.startsWith("😀€ßä:321"), told);
  }

  @Test
  void aFolderOfClassesIsNamedInTheProjectFile() throws Exception {
    toml("classpath = [\"../classes\"]\n");
    compiled();
    assertEquals(101, tool.run(project, "run").status());
  }

  @Test
  void whatIsNotThereIsSaidWhenTheProgramIsBuilt() throws Exception {
    assertEquals(List.of(), codes(tool.run(project, "check", "--json")));
    Tool.Outcome without = tool.run(project, "run");
    assertEquals(1, without.status());
    assertTrue(
        without.err().contains("there is no Java class `com.acme.Words` on the class path"),
        without.err());
    jar(compiled(), project.resolve("lib/acme.jar"));
    Files.writeString(
        project.resolve("src/main.arena"),
        """
        extern "com.acme.Words" count(s: i32): i32;
        extern "com.acme.Words" notStatic(x: i32): i32;
        main(): void => { print(count(notStatic(1))); }
        """);
    Tool.Outcome wrong = tool.run(project, "build");
    assertEquals(1, wrong.status());
    assertTrue(
        wrong
            .out()
            .contains("`com.acme.Words` has no method `int count(int)`, but `int count(String)`"),
        wrong.out());
    assertTrue(
        wrong.out().contains("`int notStatic(int)` of `com.acme.Words` is not public and static"),
        wrong.out());
  }

  @Test
  void aClassPathThatDoesNotExistIsSaid() throws Exception {
    toml("classpath = [\"lib/none.jar\"]\n");
    Tool.Outcome ran = tool.run(project, "run");
    assertEquals(2, ran.status());
    assertTrue(ran.err().contains("`lib/none.jar` of the class path does not exist"), ran.err());
    toml("classpath = \"lib/none.jar\"\n");
    assertEquals(List.of("E0601"), codes(tool.run(project, "check", "--json")));
  }

  private static List<String> codes(Tool.Outcome outcome) {
    return Told.of(outcome.out()).stream().map(Told::code).toList();
  }
}
