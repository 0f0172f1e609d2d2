package arenad.cli;

import arenad.diagnostic.LocatedDiagnostic;
import arenad.diagnostic.Palette;
import arenad.diagnostic.TerminalForm;
import arenad.incremental.Counters;
import arenad.incremental.Snapshot;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/// Says what is wrong and how much was done, to people or as JSON.
final class Report {
  private final Invocation invocation;
  private final Options options;
  private final Consumer<String> sink;

  private Report(Invocation invocation, Options options, Consumer<String> sink) {
    this.invocation = invocation;
    this.options = options;
    this.sink = sink;
  }

  static Report toOutput(Invocation invocation, Options options) {
    return new Report(invocation, options, invocation.console()::out);
  }

  static Report toError(Invocation invocation, Options options) {
    return new Report(invocation, options, invocation.console()::err);
  }

  /// Where this report goes.
  void text(String text) {
    sink.accept(text);
  }

  /// A line for people that is no news to a script.
  void remark(String line) {
    if (!options.json && !options.quiet) {
      invocation.console().errLine(line);
    }
  }

  void findings(Findings findings) {
    boolean colored = options.colored(invocation.console(), invocation.environment());
    Palette palette = colored ? Palette.ANSI : Palette.PLAIN;
    for (LocatedDiagnostic each : findings.diagnostics()) {
      sink.accept(
          options.json ? Json.line(Json.diagnostic(each)) : TerminalForm.of(each, palette) + "\n");
    }
    if (!options.json && !options.quiet && !findings.diagnostics().isEmpty()) {
      sink.accept(summary(findings) + "\n");
    }
  }

  /// `2 errors, 1 warning`.
  static String summary(Findings findings) {
    return count(findings.errors(), "error") + ", " + count(findings.warnings(), "warning");
  }

  private static String count(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  void stats(Snapshot snapshot, Counters counters, long millis) {
    int symbols = snapshot.symbolCount();
    int elaborated = (int) counters.elaborated().stream().filter(snapshot::exists).count();
    if (options.json) {
      ObjectNode object = Json.object();
      object.put("files", snapshot.paths().size());
      object.put("parsed", counters.parsed());
      object.put("symbols", symbols);
      object.put("elaborated", elaborated);
      object.put("reused", symbols - elaborated);
      object.put("lowered", counters.lowered());
      object.put("emitted", counters.emitted());
      object.put("millis", millis);
      sink.accept(Json.line(object));
      return;
    }
    invocation
        .console()
        .errLine(
            "files: %d, parsed: %d, symbols: %d, elaborated: %d, reused: %d, lowered: %d, emitted: %d, millis: %d"
                .formatted(
                    snapshot.paths().size(),
                    counters.parsed(),
                    symbols,
                    elaborated,
                    symbols - elaborated,
                    counters.lowered(),
                    counters.emitted(),
                    millis));
  }
}
