package arenad.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CommandsTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir Path temporary;
  Path folder = Path.of("");

  @BeforeEach
  void project() throws IOException {
    folder = temporary.toRealPath();
    write("arena.toml", "[project]\nname = \"demo\"\n");
    write("src/main.arena", "main(): void => { print(1); }\n");
  }

  private void write(String path, String text) throws IOException {
    Files.createDirectories(folder.resolve(path).getParent());
    Files.writeString(folder.resolve(path), text);
  }

  private CommandLineRun arenad(String... words) {
    return CommandLineRun.in(folder, words);
  }

  private static List<JsonNode> objects(String lines) throws IOException {
    List<JsonNode> objects = new ArrayList<>();
    for (String line : lines.lines().toList()) {
      objects.add(MAPPER.readTree(line));
    }
    return objects;
  }

  @Test
  void aProgramWithoutMistakesIsFineAndSaysNothing() {
    CommandLineRun run = arenad("check");
    assertEquals(0, run.status());
    assertEquals("", run.out() + run.err());
  }

  @Test
  void aMistakeIsShownAndIsStatusOne() throws IOException {
    write("src/main.arena", "main(): void => { print(missing); }\n");
    CommandLineRun run = arenad("check", "--color=never");
    assertEquals(1, run.status());
    assertTrue(run.out().startsWith("error[E0101]: "), run.out());
    assertTrue(run.out().contains("--> src/main.arena:1:25\n"), run.out());
  }

  @Test
  void jsonIsOneObjectALineInTheFormThatScriptsReadWithTheStatsLast() throws IOException {
    write("src/main.arena", "main(): void => { print(missing); }\n");
    CommandLineRun run = arenad("check", "--json", "--stats");
    assertEquals("", run.err());
    List<JsonNode> objects = objects(run.out());
    assertEquals(2, objects.size());
    JsonNode mistake = objects.getFirst();
    assertEquals("src/main.arena", mistake.get("file").textValue());
    assertEquals("E0101", mistake.get("code").textValue());
    assertEquals("error", mistake.get("severity").textValue());
    assertEquals(
        "{\"start\":{\"line\":0,\"character\":24},\"end\":{\"line\":0,\"character\":31}}",
        mistake.get("range").toString());
    assertTrue(mistake.get("related").isArray() && mistake.get("fixes").isArray());
    List<String> keys = new ArrayList<>();
    objects.getLast().fieldNames().forEachRemaining(keys::add);
    assertEquals(
        List.of(
            "files", "parsed", "symbols", "elaborated", "reused", "lowered", "emitted", "millis"),
        keys);
  }

  @Test
  void statsForPeopleAreOneLineOnStandardError() {
    CommandLineRun run = arenad("--stats", "check");
    assertTrue(
        run.err()
            .matches(
                "files: 1, parsed: 1, symbols: 1, elaborated: 1, reused: 0, lowered: 1, emitted: 0,"
                    + " millis: \\d+\n"),
        run.err());
    assertEquals("", run.out());
    assertTrue(arenad("check", "--stats").err().contains("elaborated: 0, reused: 1"));
  }

  @Test
  void aWarningAloneIsFine() throws IOException {
    write("src/main.arena", "main(): void => { let a = Arena.newRoot(); print(a.used); }\n");
    CommandLineRun run = arenad("check", "--json");
    assertEquals("warning", objects(run.out()).getFirst().get("severity").textValue());
    assertEquals(0, run.status());
  }

  @Test
  void whatDoesNotExistIsBadUsage() {
    for (List<String> words :
        List.of(
            List.of("check", "nowhere.arena"),
            List.of("check", "/"),
            List.of("check", "arena.txt"),
            List.of("check", "--frobnicate"),
            List.of("check", "src", "src"),
            List.of("frobnicate"),
            List.of("--frobnicate"),
            List.of("dump", "soup", "src/main.arena"),
            List.of("dump", "ir"),
            List.of("dump", "ir", "src/main.arena:nothing"),
            List.of("contract", "src/main.arena:nothing"),
            List.of("graph", "nothing"),
            List.of("explain", "E9999"),
            List.of("run", "--hot"),
            List.of("new", "src"))) {
      CommandLineRun run = arenad(words.toArray(String[]::new));
      assertEquals(2, run.status(), words.toString());
      assertTrue(run.err().startsWith("arenad"), words + ": " + run.err());
      assertEquals(1, run.err().lines().count(), run.err());
      assertEquals("", run.out());
    }
    assertEquals(2, arenad().status());
  }

  @Test
  void helpAndVersionAreFine() {
    for (String[] words :
        new String[][] {{"--help"}, {"--version"}, {"check", "--help"}, {"run", "--version"}}) {
      CommandLineRun run = arenad(words);
      assertEquals(0, run.status());
      assertFalse(run.out().isEmpty());
    }
  }

  @Test
  void aFileOfTheProjectIsCheckedWithTheProjectAndAnswersForItself() throws IOException {
    write("src/other.arena", "export two(): i32 => { return \"2\"; }\n");
    write("src/main.arena", "import other;\nmain(): void => { print(other.two()); }\n");
    assertEquals(0, arenad("check", "src/main.arena").status());
    CommandLineRun run = arenad("check", "src/other.arena", "--json");
    assertEquals(1, run.status());
    assertEquals("src/other.arena", objects(run.out()).getFirst().get("file").textValue());
  }

  @Test
  void mistakesOfTheProjectFileAreDiagnostics() throws IOException {
    for (String text :
        List.of(
            "[project\nname = 1",
            "name = \"x\"",
            "[project]\nname = 3",
            "[project]\nsource = \"../elsewhere\"",
            "[project]\nmain = \"1\"",
            "[project]\nfrob = \"x\"",
            "[project]\nname = \"a\"\nname = \"b\"")) {
      write("arena.toml", text);
      CommandLineRun run = arenad("check", "--json");
      assertEquals(1, run.status(), text);
      JsonNode mistake = objects(run.out()).getFirst();
      assertEquals("arena.toml", mistake.get("file").textValue());
      assertEquals("E0601", mistake.get("code").textValue(), text);
    }
    Files.write(folder.resolve("arena.toml"), new byte[] {(byte) 0xFF, 1, 2});
    assertEquals(
        "E0004", objects(arenad("check", "--json").out()).getFirst().get("code").textValue());
  }

  @Test
  void aProgramWithoutMainCannotBeRunAndCanBeChecked() throws IOException {
    write("src/main.arena", "");
    assertEquals(0, arenad("check").status());
    CommandLineRun run = arenad("run", "--json");
    assertEquals(1, run.status());
    assertEquals("", run.out());
    assertEquals("E0218", objects(run.err()).getFirst().get("code").textValue());
    assertInstanceOf(Ending.Become.class, arenad("test").ending());
  }

  @Test
  void runBecomesTheProgram() {
    Ending.Become become =
        assertInstanceOf(Ending.Become.class, arenad("run", "--", "--json", "a b").ending());
    List<String> command = become.command();
    assertEquals(List.of("--json", "a b"), command.subList(command.size() - 2, command.size()));
  }

  @Test
  void buildMakesTheSameJarEveryTime() throws IOException {
    assertEquals(0, arenad("build", "-o", "one.jar").status());
    assertEquals(0, arenad("build", "--production", "-o", "two.jar").status());
    assertEquals(-1, Files.mismatch(folder.resolve("one.jar"), folder.resolve("two.jar")));
    assertEquals(0, arenad("build").status());
    assertTrue(Files.exists(folder.resolve("demo.jar")));
  }

  @Test
  void aNewProjectIsWithoutMistakes() {
    assertEquals(0, arenad("new", "fresh").status());
    assertEquals(0, CommandLineRun.in(folder.resolve("fresh"), "check").status());
    assertEquals(2, arenad("new", "fresh").status());
  }

  @Test
  void everyPhaseCanBePrinted() {
    for (String phase :
        List.of("tokens", "tree", "outline", "typed", "contract", "ir", "bytecode")) {
      CommandLineRun run = arenad("dump", phase, "src/main.arena:main");
      assertEquals(0, run.status(), run.err());
      assertFalse(run.out().isEmpty(), phase);
    }
  }

  @Test
  void graphShowsWhoUsesWhom() throws IOException {
    write("src/main.arena", "one(): i32 => { return 1; }\nmain(): void => { print(one()); }\n");
    assertEquals("main.one\n  used by main.main\n", arenad("graph", "one").out());
    assertEquals("main.main\n  uses    main.one\n", arenad("graph", "main.main").out());
  }

  @Test
  void aTraceIsWhatChromeReads() throws IOException {
    arenad("check", "--trace=trace.json");
    JsonNode trace = MAPPER.readTree(Files.readString(folder.resolve("trace.json")));
    assertTrue(trace.get("traceEvents").size() > 3);
  }

  @Test
  void withoutADaemonStatusAndStopAreFine() {
    assertTrue(arenad("status").out().contains("not running"));
    assertEquals(0, arenad("stop").status());
    assertEquals(0, arenad("logs").status());
  }
}
