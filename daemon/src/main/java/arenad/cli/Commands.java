package arenad.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// The list of commands, and how a command line becomes one of them.
final class Commands {
  private static final String USAGE = "type `arenad --help` for the list of commands";

  private static final Map<String, Supplier<Command>> ALL = all();

  private Commands() {}

  private static Map<String, Supplier<Command>> all() {
    Map<String, Supplier<Command>> all = new LinkedHashMap<>();
    all.put("check", Check::new);
    all.put("build", Build::new);
    all.put("run", Run::new);
    all.put("test", Test::new);
    all.put("watch", Watch::new);
    all.put("fmt", Fmt::new);
    all.put("contract", ContractCommand::new);
    all.put("explain", Explain::new);
    all.put("graph", Graph::new);
    all.put("dump", Dump::new);
    all.put("new", New::new);
    all.put("status", Status::new);
    all.put("stop", Stop::new);
    all.put("clean", Clean::new);
    all.put("logs", Logs::new);
    return all;
  }

  /// What a command line means.
  sealed interface Meaning {
    record Do(Command command) implements Meaning {}

    record Other(Subcommand subcommand, List<String> arguments) implements Meaning {}

    /// Everything is said already.
    record Said(int status) implements Meaning {}
  }

  static Meaning meaning(List<String> written, Console console) {
    List<String> arguments = withFlagsLast(written);
    if (arguments.isEmpty()) {
      console.err(help());
      return new Meaning.Said(2);
    }
    String name = arguments.getFirst();
    switch (name) {
      case "--help", "-h", "help" -> {
        console.out(help());
        return new Meaning.Said(0);
      }
      case "--version", "-V" -> {
        console.outLine(Version.line());
        return new Meaning.Said(0);
      }
      default -> {}
    }
    List<String> rest = arguments.subList(1, arguments.size());
    Supplier<Command> maker = ALL.get(name);
    if (maker != null) {
      return parsed(name, maker.get(), rest, console);
    }
    for (Subcommand other : ServiceLoader.load(Subcommand.class)) {
      if (other.name().equals(name)) {
        return new Meaning.Other(other, List.copyOf(rest));
      }
    }
    return unknown(name, console);
  }

  private static Meaning unknown(String name, Console console) {
    String what = name.startsWith("-") ? "flag" : "command";
    console.errLine("arenad: there is no " + what + " `" + name + "`; " + USAGE);
    return new Meaning.Said(2);
  }

  private static Meaning parsed(
      String name, Command command, List<String> arguments, Console console) {
    CommandLine line = new CommandLine(command);
    line.setCommandName("arenad " + name);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setOverwrittenOptionsAllowed(true);
    line.getCommandSpec().mixinStandardHelpOptions(true);
    int dashes = command instanceof Run ? arguments.indexOf("--") : -1;
    List<String> ours = dashes < 0 ? arguments : arguments.subList(0, dashes);
    try {
      ParseResult result = line.parseArgs(ours.toArray(String[]::new));
      if (result.isUsageHelpRequested()) {
        console.out(line.getUsageMessage());
        return new Meaning.Said(0);
      }
      if (result.isVersionHelpRequested()) {
        console.outLine(Version.line());
        return new Meaning.Said(0);
      }
      if (command instanceof Run run && dashes >= 0) {
        run.programArguments = List.copyOf(arguments.subList(dashes + 1, arguments.size()));
      }
      return new Meaning.Do(command);
    } catch (ParameterException wrong) {
      console.errLine(
          "arenad "
              + name
              + ": "
              + lowered(wrong.getMessage())
              + "; type `"
              + synopsis(line)
              + "`");
      return new Meaning.Said(2);
    }
  }

  private static String lowered(@Nullable String message) {
    return message == null || message.isEmpty()
        ? "wrong arguments"
        : Character.toLowerCase(message.charAt(0)) + message.substring(1).replace('\n', ' ');
  }

  private static String synopsis(CommandLine line) {
    return line.getHelp().synopsis(0).strip().replaceAll("\\s+", " ");
  }

  /// Flags may stand before the command's name; picocli wants them behind it.
  private static List<String> withFlagsLast(List<String> written) {
    int name = 0;
    while (name < written.size() && written.get(name).startsWith("--")) {
      boolean takesValue = List.of("--color", "--trace").contains(written.get(name));
      name += takesValue ? 2 : 1;
    }
    if (name == 0 || name >= written.size()) {
      return written;
    }
    List<String> arguments = new ArrayList<>();
    arguments.add(written.get(name));
    arguments.addAll(written.subList(0, name));
    arguments.addAll(written.subList(name + 1, written.size()));
    return arguments;
  }

  private static String help() {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    out.println("usage: arenad COMMAND [ARGUMENTS]");
    out.println();
    ALL.forEach((name, maker) -> out.printf("  %-10s %s%n", name, description(maker.get())));
    for (Subcommand other : ServiceLoader.load(Subcommand.class)) {
      out.printf("  %-10s %s%n", other.name(), other.description());
    }
    out.println();
    out.println(
        "`arenad COMMAND --help` shows a command's arguments. Everywhere: --json, --stats,");
    out.println("--no-daemon, --quiet, --color WHEN, --trace FILE, --version, --help.");
    out.flush();
    return text.toString();
  }

  private static String description(Command command) {
    CommandSpec spec = CommandSpec.forAnnotatedObject(command);
    String[] lines = spec.usageMessage().description();
    return lines.length == 0 ? "" : lines[0];
  }
}
