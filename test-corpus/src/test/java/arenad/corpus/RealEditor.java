package arenad.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An editor that people use, without a window, which does what a script says and writes down what it
/// saw. It is set up as `docs/editors.md` says: the block there is what is run.
record RealEditor(Path home, Tool tool, SmallProject project) {
  private static final long SECONDS = 180;

  /// What the script finds saved: it has a lifetime error.
  private static final String SAVED = SmallProject.MAIN.replace("\"fine\"", "f\"n{1}\"");

  static RealEditor in(Path home) throws IOException {
    SmallProject project = SmallProject.in(home.resolve("project"));
    Files.writeString(project.main(), SAVED);
    return new RealEditor(home, new Tool(home), project);
  }

  static boolean isThere(String program) {
    String path = System.getenv("PATH");
    return path != null
        && Pattern.compile(":")
            .splitAsStream(path)
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /// The first block of that language in the documentation, as a file.
  Path setUp(String language) throws IOException {
    Path documentation = Tool.ROOT.resolve("docs/editors.md");
    Matcher block =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(documentation));
    assertTrue(block.find(), documentation + " has no block of " + language);
    return Files.writeString(home.resolve("set-up"), block.group(1));
  }

  /// A script that lies beside the tests, as a file.
  Path script(String name) throws IOException {
    Path script = home.resolve(name);
    try (InputStream text = RealEditor.class.getResourceAsStream(name)) {
      Files.copy(Objects.requireNonNull(text, name), script);
    }
    return script;
  }

  /// Runs the editor in the project, and gives what its script saw.
  JsonObject run(List<String> command) throws IOException, InterruptedException {
    Path seen = home.resolve("seen.json");
    Path log = home.resolve("editor.log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(project.root().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    tool.surround(builder);
    builder.environment().put("ARENAD_SEEN", seen.toString());
    builder.environment().put("XDG_STATE_HOME", home.resolve("state").toString());
    Process editor = builder.start();
    editor.getOutputStream().close();
    try {
      if (!editor.waitFor(SECONDS, TimeUnit.SECONDS)) {
        editor.destroyForcibly();
        throw new IOException(command.getFirst() + " does not end: " + Files.readString(log));
      }
    } finally {
      tool.stop(project.root());
    }
    assertTrue(Files.exists(seen), command.getFirst() + " ends early: " + Files.readString(log));
    return JsonParser.parseString(Files.readString(seen)).getAsJsonObject();
  }

  /// What every editor must have seen.
  void judge(JsonObject seen) throws IOException, InterruptedException {
    JsonElement problem = seen.get("problem");
    assertNull(problem, () -> problem + "\n" + seen);
    assertEquals(SAVED, Files.readString(project.main()), "nothing was saved");
    assertDiagnostic("E0301", 9, seen.getAsJsonArray("opened"));
    assertDiagnostic("E0306", 10, seen.getAsJsonArray("typed"));
    Files.writeString(project.main(), SmallProject.MAIN);
    Tool.Outcome printed = tool.run(project.root(), "contract", "src/main.arena:example");
    tool.stop(project.root());
    List<String> lines = printed.out().lines().toList();
    assertTrue(lines.size() >= 3, printed::told);
    String hover = seen.get("hover").getAsString();
    lines.forEach(line -> assertTrue(hover.contains(line), () -> line + "\nis not in\n" + hover));
    assertTrue(hover.contains("Renames `obj`."), hover);
    assertEquals("model.arena:1", seen.get("definition").getAsString());
    assertEquals(
        List.of("example", "main"),
        seen.getAsJsonArray("symbols").asList().stream().map(JsonElement::getAsString).toList());
  }

  private static void assertDiagnostic(String code, int line, JsonArray all) {
    assertEquals(1, all.size(), all::toString);
    JsonObject only = all.get(0).getAsJsonObject();
    assertTrue(only.get("message").getAsString().contains(code), only::toString);
    assertEquals(line, only.get("line").getAsInt(), only::toString);
  }
}
