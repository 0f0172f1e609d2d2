package arenad.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `run --memory-report`: real programs, and what their pages say.
final class MemoryReportTest {
  private static final String BEGIN = "<script type=\"application/json\" id=\"data\">";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final String NESTED =
      """
      struct Node { value: i32; next: &Node?; }
      work(n: i32): i32 => {
        region frame {
          let head: &Node? = null;
          for (i in 0..n) { head = frame.new(Node { value: i, next: head }); }
          return head!.value;
        }
      }
      main(): void => {
        let root = Arena.newRoot();
        let xs = Array<i64>.new(root, 8);
        for (i in 0..4) {
          let cell = root.newSub();
          let n = cell.new(Node { value: i, next: null });
          xs.push(n.value + work(i + 1));
          if (i > 0) { cell.free(); }
        }
        print(f"{xs.length}");
        END
      }
      """;

  @TempDir Path temporary;
  Path folder = Path.of("");

  @BeforeEach
  void place() throws IOException {
    folder = temporary.toRealPath();
  }

  private record Ran(int status, String out, String err, JsonNode data) {}

  private Ran run(String program, String... more) throws IOException, InterruptedException {
    Files.writeString(folder.resolve("demo.arena"), program);
    List<String> words = new ArrayList<>(List.of("run", "demo.arena", "--memory-report=m.html"));
    words.addAll(List.of(more));
    CommandLineRun run = CommandLineRun.in(folder, words.toArray(new String[0]));
    Ending.Become become = assertInstanceOf(Ending.Become.class, run.ending(), run.out());
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    int status =
        new ProcessBuilder(become.command())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start()
            .waitFor();
    String page = Files.readString(folder.resolve("m.html"));
    int from = page.indexOf(BEGIN) + BEGIN.length();
    JsonNode data = MAPPER.readTree(page.substring(from, page.indexOf("</script>", from)));
    return new Ran(status, Files.readString(out), Files.readString(err), data);
  }

  private static Map<String, JsonNode> labels(JsonNode data) {
    Map<String, JsonNode> labels = new HashMap<>();
    data.get("labels").forEach(label -> labels.put(label.get("name").textValue(), label));
    return labels;
  }

  private static void assertCounts(
      JsonNode label, String place, int arenas, int alive, int allocations, int bytes) {
    assertEquals(place, label.get("place").textValue());
    assertEquals(arenas, label.get("arenas").intValue(), label.toString());
    assertEquals(alive, label.get("alive").intValue(), label.toString());
    assertEquals(allocations, label.get("allocations").intValue(), label.toString());
    assertEquals(bytes, label.get("bytes").intValue(), label.toString());
  }

  @Test
  void thePageTellsWhatTheProgramDid() throws IOException, InterruptedException {
    Ran ran = run(NESTED.replace("END", ""));
    assertEquals(0, ran.status);
    assertEquals("4", ran.out);
    assertTrue(ran.err.endsWith("memory report: " + folder.resolve("m.html") + "\n"), ran.err);
    Map<String, JsonNode> labels = labels(ran.data);
    assertCounts(labels.get("root"), "demo.arena:10", 1, 1, 1, 64);
    assertCounts(labels.get("cell"), "demo.arena:13", 4, 1, 4, 64);
    assertCounts(labels.get("frame"), "demo.arena:3", 4, 0, 10, 160);
    assertEquals("region", labels.get("frame").get("kind").textValue());
    assertEquals("demo.work", labels.get("frame").get("function").textValue());
    assertEquals(64, labels.get("frame").get("peak").intValue());
    assertEquals(9, ran.data.get("total").get("arenas").intValue());
    assertEquals(2, ran.data.get("total").get("alive").intValue());
    assertEquals(9, ran.data.get("arenas").get("id").size());
    assertEquals(0, ran.data.get("arenas").get("parent").get(1).intValue());
    assertEquals(-1, ran.data.get("arenas").get("end").get(0).intValue());
    assertEquals("demo", ran.data.get("title").textValue());
  }

  @Test
  void aPanicAndAnExitLeaveAPageToo() throws IOException, InterruptedException {
    Ran panicked = run(NESTED.replace("END", "panic(\"no more\");"));
    assertEquals(101, panicked.status);
    assertEquals(101, panicked.data.get("status").intValue());
    assertEquals(
        "panic: no more\n  at demo.main (demo.arena:19)\n", panicked.data.get("panic").textValue());
    assertTrue(panicked.err.contains("panic: no more\n"), panicked.err);
    Ran exited = run("import std.env;\n" + NESTED.replace("END", "env.exit(7);"));
    assertEquals(7, exited.status);
    assertEquals(7, exited.data.get("status").intValue());
    assertEquals("", exited.data.get("panic").textValue());
    assertEquals(9, exited.data.get("total").get("arenas").intValue());
  }

  @Test
  void regionsByHandleHaveTheirProfileForALabelHoweverOddItIs()
      throws IOException, InterruptedException {
    Ran ran =
        run(
            """
            import { Region } from std.memory;
            main(): void => {
              const kept = Region.enter("<b>\\"odd\\"</b></script>");
              let a = kept.alloc<i32>(10);
              for (i in 0..3) {
                const each = Region.enter("each");
                let b = each.alloc<i64>(i + 1);
                each.exit();
              }
            }
            """);
    Map<String, JsonNode> labels = labels(ran.data);
    assertCounts(labels.get("<b>\"odd\"</b></script>"), "demo.arena:3", 1, 1, 1, 40);
    assertCounts(labels.get("each"), "demo.arena:6", 3, 0, 3, 48);
    assertEquals("std.memory.Region.enter", labels.get("each").get("via").textValue());
  }

  @Test
  void threadsHaveLanesAndMessagesAreNamed() throws IOException, InterruptedException {
    Ran ran =
        run(
            """
            struct Job { id: i32; text: String; }
            worker(): void => {
              for (i in 0..20) {
                const [arena, job] = Channel<Job, "jobs">.recv();
                region work { let xs = work.span<i32>(10); }
                if (job.id > 0) { arena.free(); }
              }
            }
            main(): void => {
              Thread.spawn(worker);
              for (i in 0..20) {
                const a = Arena.newRoot();
                defer a.free();
                Channel<Job, "jobs">.send(a.new(Job { id: i, text: "x" }));
              }
            }
            """);
    assertEquals(2, ran.data.get("threads").size());
    Map<String, JsonNode> labels = labels(ran.data);
    assertCounts(labels.get("work"), "demo.arena:5", 20, 0, 20, 800);
    assertCounts(labels.get("a"), "demo.arena:12", 20, 0, 20, 480);
    JsonNode message = null;
    for (JsonNode label : ran.data.get("labels")) {
      message = label.get("kind").textValue().equals("message") ? label : message;
    }
    assertEquals("demo.arena:14", message.get("place").textValue());
    assertEquals(20, message.get("arenas").intValue());
    assertEquals(1, message.get("alive").intValue());
  }

  @Test
  void itCanBeCheckedAtTheSameTime() throws IOException, InterruptedException {
    Ran ran = run(NESTED.replace("END", ""), "--checked", "--quiet");
    assertEquals("", ran.err);
    assertCounts(labels(ran.data).get("cell"), "demo.arena:13", 4, 1, 4, 64);
  }

  @Test
  void onlyTimesDifferFromRunToRun() throws IOException, InterruptedException {
    JsonNode first = run(NESTED.replace("END", "")).data;
    JsonNode second = run(NESTED.replace("END", "")).data;
    assertFalse(first.equals(second));
    withoutTimes(first);
    withoutTimes(second);
    assertEquals(first, second);
  }

  private static void withoutTimes(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(
          List.of("duration", "bucket", "begin", "end", "peakAt", "lifetimes", "longest"));
      object.remove(List.of("liveCurve", "aliveCurve"));
    }
    node.forEach(MemoryReportTest::withoutTimes);
  }

  @Test
  void whatCannotBeWrittenIsRefusedBeforeAnythingRuns() throws IOException {
    Files.writeString(folder.resolve("demo.arena"), "main(): void => { print(1); }\n");
    for (String file : List.of("none/m.html", ".", "demo.arena/m.html")) {
      CommandLineRun run =
          CommandLineRun.in(folder, "run", "demo.arena", "--memory-report=" + file);
      assertEquals(2, run.status());
      assertTrue(run.err().startsWith("arenad: "), run.err());
    }
    assertFalse(Files.exists(folder.resolve("none")));
  }
}
