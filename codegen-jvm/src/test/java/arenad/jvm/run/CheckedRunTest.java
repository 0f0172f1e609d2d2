package arenad.jvm.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arenad.jvm.link.Program;
import arenad.jvm.link.RunnableJar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the compiler should have refused stops a checked program. The programs here never saw the lifetime checker.
final class CheckedRunTest {

  @TempDir Path folder;

  /// @param body of `main`
  private record Misuse(String kind, String body, String trap) {}

  private static final String DECLARATIONS =
      """
      struct Node { val: i32; next: &Node?; name: String = "";
        register(self, h: &Holder): void => { h.node = self; }
      }
      struct Holder { node: &Node?; }
      struct Config { size: i32; }
      struct Keeper { config: &Config?; }
      node(a: Arena): &Node => { return a.new(Node { val: 1, next: null }); }
      gone(): String => { let n = 7; return f"text {n} of a call"; }
      parts(): Array<String> => { let n = 7; let t = f"a,{n}"; return t.split(","); }
      busy(n: i32): String => { let t = f"other {n} text of a call"; return t; }
      leave(h: &Holder): void => { let n = Node { val: 5, next: null }; n.register(h); }
      """;

  private static final String FREED = "memory of an arena that was freed";
  private static final String OWNED = "what an owner held that was dropped";
  private static final String OVER = "a temporary whose call or turn of a loop has ended";

  private static final List<Misuse> MISUSES =
      List.of(
          new Misuse(
              "read", "let a = Arena.newRoot(); let n = node(a); a.free(); print(n.val);", FREED),
          new Misuse(
              "write", "let a = Arena.newRoot(); let n = node(a); a.free(); n.val = 3;", FREED),
          new Misuse(
              "use though another arena came",
              "let a = Arena.newRoot(); let n = node(a); a.free(); let b = Arena.newRoot();"
                  + " let m = node(b); m.val = 9; print(n.val);",
              FREED),
          new Misuse(
              "object in a chunk of each size",
              "let a = Arena.newRoot(); let n = node(a); for (i in 0..4000) { n = node(a);"
                  + " if (i == 100) { print(n.val); } } a.free(); print(n.val);",
              FREED),
          new Misuse(
              "object in a chunk that a reset gives back",
              "let a = Arena.newRoot(); let n = node(a); for (i in 0..4000) { let m = node(a); }"
                  + " a.reset(); print(n.val);",
              "memory of an arena that was reset"),
          new Misuse(
              "read after reset",
              "let a = Arena.newRoot(); let n = node(a); a.reset(); let m = node(a); print(n.val);",
              "memory of an arena that was reset"),
          new Misuse(
              "object of a sub-arena of a freed arena",
              "let a = Arena.newRoot(); let s = a.newSub(); let n = node(s); a.free();"
                  + " print(n.val);",
              FREED),
          new Misuse(
              "object in a freed arena",
              "let a = Arena.newRoot(); a.free(); let b = Arena.newRoot(); let n = node(a);",
              "an object was made in an arena"),
          new Misuse(
              "sub-arena of a freed arena",
              "let a = Arena.newRoot(); a.free(); let b = Arena.newRoot(); let s = a.newSub();",
              "a sub-arena was made in an arena"),
          new Misuse(
              "double free",
              "let a = Arena.newRoot(); a.free(); let b = Arena.newRoot(); a.free();",
              "freed an arena"),
          new Misuse(
              "double free through the parent",
              "let a = Arena.newRoot(); let s = a.newSub(); a.free(); s.free();",
              "freed an arena"),
          new Misuse(
              "object of a region that ended",
              "let h = Holder { node: null }; region r { h.node = node(r); }"
                  + " print(h.node!.val);",
              FREED),
          new Misuse(
              "string of a freed arena",
              "let a = Arena.newRoot(); let n = 3; let s = f\"n{n}\".clone(a); a.free(); print(s);",
              FREED),
          new Misuse(
              "slice of a string of a freed arena",
              "let a = Arena.newRoot(); let n = 3; let s = f\"n{n}abc\".clone(a); let t ="
                  + " s.slice(1, 3); a.free(); print(t == \"3a\");",
              FREED),
          new Misuse(
              "text of a call that ended", "let s = gone(); let t = busy(1); print(s);", OVER),
          new Misuse("parts of a call that ended", "let p = parts(); print(p.length);", OVER),
          new Misuse(
              "stack object of a call that ended",
              "let a = Arena.newRoot(); let h = a.new(Holder { node: null }); leave(h);"
                  + " print(h.node!.val);",
              OVER),
          new Misuse(
              "array of a freed arena",
              "let a = Arena.newRoot(); let xs = Array<i32>.new(a); xs.push(1); a.free();"
                  + " print(xs.length);",
              "an array or a buffer that went with its arena"),
          new Misuse(
              "array of a reset arena",
              "let a = Arena.newRoot(); let xs = Array<i32>.new(a); xs.push(1); a.reset();"
                  + " xs.push(2);",
              "an array or a buffer that went with its arena"),
          new Misuse(
              "string buffer of a freed arena",
              "let a = Arena.newRoot(); let b = StringBuffer.new(a, 16); b += \"x\"; a.free();"
                  + " print(b.length);",
              "an array or a buffer that went with its arena"),
          new Misuse(
              "large object of a freed arena",
              "let a = Arena.newRoot(); let xs = a.new(Big { all: [7; 40000] }); a.free();"
                  + " print(xs.all[39999]);",
              FREED),
          new Misuse(
              "span of a freed arena",
              "let a = Arena.newRoot(); let s = a.span<i32>(8); a.free(); s[7] = 1;",
              FREED),
          new Misuse(
              "aligned span of a region that ended",
              "let a = Arena.newRoot(); let s = a.span<i64>(1); region r { s = r.alloc<i64>(4, 64);"
                  + " } print(s[0]);",
              FREED),
          new Misuse(
              "map of a freed arena",
              "let a = Arena.newRoot(); let m = Map<i32, i32>.new(a); m[1] = 2; a.free();"
                  + " print(m[1]);",
              "an array or a buffer that went with its arena"),
          new Misuse(
              "byte buffer of a freed arena",
              "let a = Arena.newRoot(); let b = ArenaBuffer.new(a, 16); b.append(1 as u8);"
                  + " a.free(); print(b[0]);",
              "an array or a buffer that went with its arena"),
          new Misuse(
              "array made in a region that ended",
              "let a = Arena.newRoot(); let xs = Array<i32>.new(a); region r { xs ="
                  + " Array<i32>.withCapacityIn(4, r); xs.push(1); } xs.push(2);",
              "an array or a buffer that went with its arena"),
          new Misuse(
              "content of an owner that was dropped",
              "let o: Owned<Config>? = Owned<Config>.new(Config { size: 1 }); let c: &Config ="
                  + " o!.value; o = null; print(c.size);",
              OWNED),
          new Misuse(
              "content of an owner that was replaced",
              "let o = Owned<Config>.new(Config { size: 1 }); let c: &Config = o.value;"
                  + " o = Owned<Config>.new(Config { size: 2 }); print(c.size);",
              OWNED),
          new Misuse(
              "content of a shared value after its last owner",
              "let s: Shared<Config>? = Shared<Config>.new(Config { size: 1 }); let c: &Config ="
                  + " s!.value; s = null; print(c.size);",
              OWNED),
          new Misuse(
              "content of a movable region that was dropped",
              "let g: Region<Config>? = Region<Config>.new((r) => r.new(Config { size: 1 }));"
                  + " let h = Keeper { config: null }; g!.open((c) => { h.config = c; }); g = null;"
                  + " print(h.config!.size);",
              FREED));

  @Test
  void everyMisuseTraps() throws IOException, InterruptedException {
    ChildBatch batch = new ChildBatch(folder);
    for (Misuse misuse : MISUSES) {
      String source =
          DECLARATIONS
              + "struct Big { all: i32[40000]; }\nmain(): void => { "
              + misuse.body
              + " }\n";
      batch.add(SourceProgram.of(source).classes(), List.of());
    }
    List<String> ends = batch.run(true);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < MISUSES.size(); i++) {
      String end = i < ends.size() ? ends.get(i) : "the JVM ended";
      String how = end.substring(end.indexOf(Batch.END) + 1);
      if (!how.startsWith("trap: ") || !how.contains(MISUSES.get(i).trap)) {
        wrong.add(MISUSES.get(i).kind + ": " + how);
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void aTrapTellsWhereMemoryWasMadeAndEnded() throws IOException, InterruptedException {
    String source =
        """
        struct Node { val: i32; }
        open(): Arena => {
          return Arena.newRoot();
        }
        drop(a: Arena): void => {
          a.free();
        }
        main(): void => {
          let a = open();
          let n = a.new(Node { val: 1 });
          print("before\\n");
          drop(a);
          print(n.val);
        }
        """;
    Child.Run run = run(source);
    assertEquals("before\n", run.output());
    assertEquals(
        """
        trap: read of memory of an arena that was freed
          at main.main (src/main.arena:13)
          it was made
          at main.open (src/main.arena:3)
          at main.main (src/main.arena:9)
          it was ended
          at main.drop (src/main.arena:6)
          at main.main (src/main.arena:12)
        """,
        run.errors());
    assertEquals(101, run.status());
  }

  /// Quarantine is bounded, frame memory is used again in the end.
  @Test
  void aLongRunNeedsBoundedMemory() throws IOException, InterruptedException {
    Child.Run run =
        run(
            """
            struct Node { val: i32; next: &Node?; }
            main(): void => {
              let total = 0;
              for (i in 0..300000) {
                let t = f"turn {i} of many, with some text to fill the memory of the frame";
                total += t.length;
              }
              for (i in 0..20000) {
                let a = Arena.newRoot();
                let n = a.new(Node { val: i, next: null });
                let s = a.newSub();
                let xs = Array<i32>.new(s);
                xs.push(n.val);
                total += xs[0] - n.val;
                a.free();
              }
              print(f"{total > 0}\\n");
            }
            """,
            "-Xmx400m",
            "-Darenad.quarantine.megabytes=64");
    assertEquals("", run.errors());
    assertEquals("true\n", run.output());
  }

  private Child.Run run(String source, String... flags) throws IOException, InterruptedException {
    SourceProgram program = SourceProgram.of(source);
    Path jar = folder.resolve("checked.jar");
    RunnableJar.write(
        new Program("main", "src/", program.classes(), SourceProgram.runtime().checked()), jar);
    List<String> arguments = new ArrayList<>(List.of(flags));
    arguments.addAll(List.of("-Xshare:auto", "-XX:+UseSerialGC", "-jar", jar.toString()));
    Child.Run run = Child.java(folder, arguments);
    assertTrue(jar.toFile().delete());
    return run;
  }
}
