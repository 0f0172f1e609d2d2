package arenad.cli;

import arenad.diagnostic.Code;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    description = "what a diagnostic means, a program that causes it, how to mend it")
final class Explain extends Command {
  @Parameters(index = "0", arity = "0..1", paramLabel = "CODE", description = "such as E0301")
  @Nullable String code;

  @Override
  Place place() {
    return Place.CLIENT;
  }

  @Override
  @Nullable Target target(Path cwd) {
    return null;
  }

  @Override
  Ending run(Invocation invocation) throws UsageError {
    if (code == null) {
      for (Code each : Code.values()) {
        say(invocation, each);
      }
      return Ending.FINE;
    }
    Optional<Code> found = Code.named(code);
    if (found.isEmpty()) {
      throw new UsageError(
          "there is no code `" + code + "`; type `arenad explain` for all of them");
    }
    say(invocation, found.get());
    return Ending.FINE;
  }

  private void say(Invocation invocation, Code each) {
    if (options.json) {
      invocation
          .console()
          .out(
              Json.line(
                  Json.object()
                      .put("code", each.name())
                      .put("severity", each.severity().word())
                      .put("title", each.title())
                      .put("text", ExplainPage.of(each))));
    } else if (code == null) {
      invocation.console().outLine(each + " (" + each.severity().word() + "): " + each.title());
    } else {
      invocation.console().out(ExplainPage.of(each));
    }
  }
}
