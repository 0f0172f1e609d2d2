package arenad.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arenad.launcher.FakeDaemon.Then;
import arenad.launcher.Installation.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {

  @TempDir Path folder;
  private Installation arenad;

  @BeforeEach
  void install() throws IOException {
    arenad = Installation.in(folder.toRealPath());
  }

  @Test
  void a_daemon_answers_without_a_jvm() throws Exception {
    try (FakeDaemon daemon =
        FakeDaemon.of(arenad, "out 6\nfine.\nerr 3\nhm\nout 0\nexit 1\n", Then.CLOSE)) {
      Outcome outcome = arenad.run("check", "--stats");
      assertEquals(new Outcome(1, "fine.\n", "hm\n"), outcome);
      assertEquals(
          """
          arenad-cli 1
          cwd %s
          arg check
          arg --stats
          tty 0
          columns 0
          env TERM=dumb

          """
              .formatted(arenad.project()),
          daemon.request.get(10, TimeUnit.SECONDS));
    }
  }

  @Test
  void odd_arguments_and_the_environment_arrive_as_they_are() throws Exception {
    try (FakeDaemon daemon = FakeDaemon.of(arenad, "exit 0\n", Then.CLOSE)) {
      Map<String, String> environment = Map.of("ARENAD_X", "a\nb", "NO_COLOR", "1", "OTHER", "no");
      arenad.run(environment, "run", "--", "back\\slash", "two\nlines", "", "ünïcode");
      String request = daemon.request.get(10, TimeUnit.SECONDS);
      String arguments = "arg run\narg --\narg back\\\\slash\narg two\\nlines\narg \narg ünïcode\n";
      assertTrue(request.contains(arguments), request);
      assertTrue(
          request.endsWith("env ARENAD_X=a\\nb\nenv NO_COLOR=1\nenv TERM=dumb\n\n"), request);
    }
  }

  @Test
  void output_is_passed_on_byte_for_byte() throws Exception {
    String text = "é\0\r\n".repeat(100_000);
    int bytes = 5 * 100_000;
    try (FakeDaemon _ =
        FakeDaemon.of(arenad, "out " + bytes + "\n" + text + "exit 0\n", Then.CLOSE)) {
      Outcome outcome = arenad.run("check");
      assertEquals(0, outcome.status(), outcome.err());
      assertEquals(text.length(), outcome.out().length());
      assertTrue(text.equals(outcome.out()));
    }
  }

  @Test
  void the_workspace_is_found_from_a_file_and_from_a_folder_below() throws Exception {
    Files.writeString(arenad.project().resolve("src/main.arena"), "");
    for (String[] command :
        new String[][] {
          {"check", "src/main.arena"},
          {"check", "--filter", "x", "src"},
          {"contract", "src/main.arena:main"},
          {"dump", "ir", "src/main.arena:main"}
        }) {
      try (FakeDaemon daemon = FakeDaemon.of(arenad, "exit 0\n", Then.CLOSE)) {
        assertEquals(new Outcome(0, "", ""), arenad.run(command));
        assertTrue(daemon.request.isDone());
      }
      Files.delete(FakeDaemon.socket(arenad));
    }
  }

  @Test
  void exec_becomes_the_command_with_its_environment() throws Exception {
    String exec =
        "exec 3\narg /bin/sh\narg -c\narg echo \"$X\"; echo err >&2; exit 7\nenv X=a\\nb=c\n\n";
    try (FakeDaemon _ = FakeDaemon.of(arenad, "err 5\nrun.\n" + exec, Then.CLOSE)) {
      assertEquals(new Outcome(7, "a\nb=c\n", "run.\nerr\n"), arenad.run("run"));
    }
  }

  @Test
  void without_a_daemon_the_java_client_is_started() throws Exception {
    Outcome outcome = arenad.run("check", "a b", "");
    assertEquals(0, outcome.status());
    assertEquals("", outcome.err());
    assertTrue(outcome.out().startsWith("java in " + arenad.project() + ":\n"), outcome.out());
    assertTrue(
        outcome.out().contains("-Darenad.home=" + arenad.folder().resolve("home") + "\n"),
        outcome.out());
    assertTrue(outcome.out().endsWith("arenad.cli.Main\ncheck\na b\n\n"), outcome.out());
  }

  @Test
  void what_is_not_for_the_daemon_goes_to_java_although_there_is_one() throws Exception {
    String[][] commands = {
      {"lsp"},
      {"new", "x"},
      {"explain", "E0301"},
      {"--version"},
      {},
      {"check", "--no-daemon"},
      {"check", "--help"},
      {"check", "no-such-file"},
      {"check", "/"},
    };
    try (FakeDaemon daemon = FakeDaemon.of(arenad, "exit 9\n", Then.CLOSE)) {
      for (String[] command : commands) {
        Outcome outcome = arenad.run(command);
        assertEquals(0, outcome.status(), outcome.err());
        assertTrue(outcome.out().startsWith("java in "), outcome.out());
      }
      assertFalse(daemon.request.isDone());
    }
  }

  @Test
  void a_stale_socket_and_a_daemon_that_says_nothing_lead_to_java() throws Exception {
    FakeDaemon.of(arenad, "", Then.CLOSE).close();
    assertTrue(arenad.run("check").out().startsWith("java in "));
    Files.delete(FakeDaemon.socket(arenad));
    try (FakeDaemon _ = FakeDaemon.of(arenad, "", Then.CLOSE)) {
      assertTrue(arenad.run("check").out().startsWith("java in "));
    }
  }

  @Test
  void a_daemon_that_dies_while_answering_is_an_error() throws Exception {
    try (FakeDaemon _ = FakeDaemon.of(arenad, "out 3\nab\nout 100\nrest", Then.CLOSE)) {
      assertEquals(
          new Outcome(
              3,
              "ab\nrest",
              "arenad: the daemon ended in the middle of its answer; `arenad logs` shows why\n"),
          arenad.run("check"));
    }
  }

  @Test
  void an_interrupt_closes_the_connection_and_exits_with_130() throws Exception {
    try (FakeDaemon daemon = FakeDaemon.of(arenad, "out 3\nab\n", Then.WAIT)) {
      Process process = arenad.start(Map.of(), "watch");
      daemon.request.get(10, TimeUnit.SECONDS);
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
      assertTrue(process.waitFor(10, TimeUnit.SECONDS));
      assertEquals(130, process.exitValue());
      assertTrue(daemon.left.await(10, TimeUnit.SECONDS));
    }
  }

  @Test
  void it_runs_through_a_symbolic_link() throws Exception {
    Path link =
        Files.createSymbolicLink(arenad.folder().resolve("link"), Path.of("home/bin/arenad"));
    ProcessBuilder builder = new ProcessBuilder(link.toString(), "--version");
    builder.environment().put("JAVA_HOME", arenad.folder().resolve("jdk").toString());
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertTrue(out.endsWith("arenad.cli.Main\n--version\n"), out);
  }

  @Test
  void a_java_that_is_not_25_is_passed_over_and_none_is_one_clear_line() throws Exception {
    Files.writeString(arenad.folder().resolve("jdk/release"), "JAVA_VERSION=\"17.0.15\"\n");
    // Neither PATH nor the usual folders of this machine shall have one.
    Path script = arenad.folder().resolve("home/bin/find-jdk.sh");
    Files.writeString(
        script,
        Files.readString(script).replaceAll("/usr/lib|/usr/local|/opt|/Library", "/nowhere"));
    Path tools = Files.createDirectory(arenad.folder().resolve("tools"));
    Outcome outcome = arenad.run(Map.of("PATH", tools.toString(), "HOME", "/nowhere"), "--version");
    assertEquals(3, outcome.status());
    assertEquals("", outcome.out());
    assertTrue(outcome.err().startsWith("arenad: needs a Java 25"), outcome.err());
    assertEquals(1, outcome.err().lines().count());
  }

  @Test
  void a_java_on_the_path_will_do() throws Exception {
    String path = arenad.folder().resolve("jdk/bin") + ":" + System.getenv("PATH");
    Outcome outcome = arenad.run(Map.of("JAVA_HOME", "", "PATH", path), "--version");
    String home = "-Darenad.home=" + arenad.folder().resolve("home") + "\n";
    assertTrue(outcome.out().contains(home), outcome.out() + outcome.err());
  }

  @Test
  void without_perl_the_java_client_answers() throws Exception {
    Path tools = Files.createDirectory(arenad.folder().resolve("tools"));
    try (FakeDaemon daemon = FakeDaemon.of(arenad, "exit 9\n", Then.CLOSE)) {
      Outcome outcome = arenad.run(Map.of("PATH", tools.toString()), "check");
      assertTrue(outcome.out().endsWith("arenad.cli.Main\ncheck\n"), outcome.out());
      assertFalse(daemon.request.isDone());
    }
  }
}
