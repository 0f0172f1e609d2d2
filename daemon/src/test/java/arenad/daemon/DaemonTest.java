package arenad.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arenad.daemon.DaemonProcess.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DaemonTest {
  @TempDir Path temporary;
  Path root = Path.of("");

  @BeforeEach
  void project() throws IOException {
    root = temporary.toRealPath();
    Files.writeString(root.resolve("arena.toml"), "[project]\nname = \"demo\"\n");
    Files.createDirectories(root.resolve("src"));
    write("one(): i32 => { return 1; }\nmain(): void => { print(one()); }\n");
  }

  private void write(String text) throws IOException {
    Files.writeString(root.resolve("src/main.arena"), text);
  }

  private static String elaborated(Answer answer) {
    return answer.err().replaceAll("(?s).*elaborated: (\\d+).*", "$1");
  }

  @Test
  void itAnswersFromMemoryAndAfterARestartFromTheCache() throws IOException, InterruptedException {
    try (DaemonProcess daemon = DaemonProcess.start(root)) {
      assertEquals("2", elaborated(daemon.run("check", "--stats")));
      assertEquals("0", elaborated(daemon.run("check", "--stats")));
      write("one(): i32 => { return 2; }\nmain(): void => { print(one()); }\n");
      assertEquals("1", elaborated(daemon.run("check", "--stats")));
      Answer stopped = daemon.run("stop");
      assertEquals("the daemon has ended\n", stopped.out());
      assertNull(daemon.connect());
      assertTrue(daemon.endsWithin(20));
    }
    try (DaemonProcess daemon = DaemonProcess.start(root)) {
      assertEquals("0", elaborated(daemon.run("check", "--stats")));
    }
  }

  @Test
  void killedAtAnyMomentItGoesOnWithWhatWasCommitted() throws IOException, InterruptedException {
    StringBuilder text = new StringBuilder("main(): void => {}\n");
    for (int i = 0; i < 400; i++) {
      text.append("f%d(x: i32): i32 => { return x + %d; }\n".formatted(i, i));
    }
    write(text.toString());
    Random random = new Random(3);
    for (int round = 0; round < 4; round++) {
      try (DaemonProcess daemon = DaemonProcess.start(root)) {
        Connection connection = daemon.begin("check", "--stats");
        Thread.sleep(random.nextInt(700));
        daemon.kill();
        connection.close();
      }
    }
    try (DaemonProcess daemon = DaemonProcess.start(root)) {
      Answer answer = daemon.run("check", "--stats");
      assertEquals(0, answer.status(), answer.out());
      assertTrue(answer.err().contains("symbols: 401"), answer.err());
    }
  }

  @Test
  void twoDaemonsOnOneWorkspaceAreImpossible() throws IOException, InterruptedException {
    try (DaemonProcess daemon = DaemonProcess.start(root)) {
      Process rival = daemon.rival();
      assertEquals(0, rival.waitFor());
      assertEquals(0, daemon.run("status").status());
    }
  }

  @Test
  void aSocketOfADeadDaemonIsReplaced() throws IOException, InterruptedException {
    Path runtime;
    try (DaemonProcess daemon = DaemonProcess.start(root)) {
      runtime = daemon.runtime();
      daemon.kill();
      assertTrue(Files.exists(daemon.socket()));
      assertNull(daemon.connect());
    }
    try (DaemonProcess daemon = DaemonProcess.start(root, runtime)) {
      assertEquals(0, daemon.run("check").status());
    }
  }

  @Test
  void nobodyElseCanEnterItsFolder() throws IOException {
    try (DaemonProcess daemon = DaemonProcess.start(root)) {
      Path folder = daemon.socket().getParent();
      assertNotNull(folder);
      assertEquals(
          "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
    }
  }

  @Test
  void rubbishAndSilenceHarmNobody() throws IOException {
    try (DaemonProcess daemon = DaemonProcess.start(root);
        Connection silent = daemon.say("arenad-cli 1\nargum");
        Connection hanging = daemon.begin("watch")) {
      Random random = new Random(7);
      byte[] noise = new byte[100_000];
      for (int i = 0; i < 5; i++) {
        random.nextBytes(noise);
        try (Connection rubbish = daemon.say("")) {
          rubbish.out().write(noise);
        } catch (IOException closedOnUs) {
          continue;
        }
      }
      for (String text :
          List.of(
              "\n",
              "GET / HTTP/1.1\r\n\r\n",
              "arenad-cli 1\nfrob x\n\n",
              "arenad-cli 1\ncolumns many\n\n",
              "arenad-cli 1\ncwd /\n\n",
              "arenad-cli 1\ncwd \u0000\narg check\n\n")) {
        daemon.say(text).close();
      }
      assertTrue(silent.isOpen() && hanging.isOpen());
      assertEquals(0, daemon.run("check").status());
      assertFalse(daemon.log().contains("fault"), daemon.log());
    }
  }

  @Test
  void manyClientsAtOnceGetTheirAnswers()
      throws IOException, InterruptedException, ExecutionException {
    try (DaemonProcess daemon = DaemonProcess.start(root);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Answer>> tasks = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        String command = List.of("check", "status", "dump").get(i % 3);
        tasks.add(
            () ->
                command.equals("dump")
                    ? daemon.run("dump", "ir", "src/main.arena")
                    : daemon.run(command));
      }
      for (Future<Answer> answer : threads.invokeAll(tasks)) {
        assertEquals(0, answer.get().status());
      }
    }
  }

  @Test
  void watchTellsOfEachSaveUntilItsClientGoes() throws IOException {
    try (DaemonProcess daemon = DaemonProcess.start(root);
        Connection watch = daemon.begin("watch", "--json")) {
      Frames.Reader frames = new Frames.Reader(watch.in());
      String first = next(frames);
      assertTrue(first.contains("\"event\":\"start\""), first);
      write("one(): i32 => { return \"1\"; }\nmain(): void => { print(one()); }\n");
      String second = until("\"errors\":1", frames);
      assertTrue(second.contains("\"changed\":[\"src/main.arena\"]"), second);
      assertTrue(second.contains("\"elaborated\":[\"main.one\"]"), second);
      assertTrue(second.contains("\"errors\":1") && second.contains("E0201"), second);
      Files.writeString(root.resolve("src/other.arena"), "two(): i32 => { return 2; }\n");
      until("\"elaborated\":[\"other.two\"]", frames);
      Answer check = daemon.run("check", "--stats");
      assertEquals(
          "2", elaborated(check), "work in the background is the next command's to report");
    }
  }

  /// A file may be looked at between its creation and its first byte, which is an event too.
  private static String until(String text, Frames.Reader frames) throws IOException {
    for (int i = 0; i < 4; i++) {
      String event = next(frames);
      if (event.contains(text)) {
        return event;
      }
    }
    throw new AssertionError("no event with " + text);
  }

  private static String next(Frames.Reader frames) throws IOException {
    Frames.Frame frame = frames.read();
    return frame instanceof Frames.Frame.Out(byte[] bytes)
        ? new String(bytes, java.nio.charset.StandardCharsets.UTF_8)
        : frame instanceof Frames.Frame.Err(byte[] said)
            ? new String(said, java.nio.charset.StandardCharsets.UTF_8)
            : String.valueOf(frame);
  }

  @Test
  void aClientOfAnotherBuildEndsIt() throws IOException, InterruptedException {
    try (DaemonProcess daemon = DaemonProcess.start(root);
        Connection connection = daemon.say("")) {
      new Request(root.toString(), List.of("check"), false, 0, java.util.Map.of(), "another")
          .write(connection.out());
      assertNull(new Frames.Reader(connection.in()).read());
      assertTrue(daemon.endsWithin(20));
    }
  }

  @Test
  void itEndsWhenItsWorkspaceIsGone() throws IOException, InterruptedException {
    try (DaemonProcess daemon = DaemonProcess.start(root)) {
      Files.delete(daemon.socket());
      assertTrue(daemon.endsWithin(30));
    }
  }

  @Test
  void aCacheThatWasDeletedUnderItIsMadeAgain() throws IOException {
    try (DaemonProcess daemon = DaemonProcess.start(root)) {
      assertEquals(0, daemon.run("check").status());
      deleteAll(root.resolve(".arenad/cache"));
      write("one(): i32 => { return 5; }\nmain(): void => { print(one()); }\n");
      Answer answer = daemon.run("check", "--stats");
      assertEquals("1", elaborated(answer));
      assertEquals(0, daemon.run("run").status());
    }
  }

  private static void deleteAll(Path folder) throws IOException {
    try (var walk = Files.walk(folder)) {
      for (Path path : walk.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
