package arenad.checker;

import arenad.diagnostic.Code;
import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Place;
import arenad.ir.IrFunction;
import arenad.ir.OwnerFlow;
import arenad.text.Span;
import arenad.type.Owners;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Says that an owner is used where it may have been moved away.
final class MoveReports {

  private final IrFunction function;
  private final SourceNames names = new SourceNames();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Set<Span> told = new HashSet<>();

  private MoveReports(IrFunction function) {
    this.function = function;
  }

  static List<Diagnostic> of(IrFunction function, Owners owners) {
    OwnerFlow flow = OwnerFlow.of(function, owners);
    if (flow == null) {
      return List.of();
    }
    MoveReports reports = new MoveReports(function);
    flow.report(reports::missing);
    return reports.diagnostics;
  }

  /// One complaint about one move: what follows from it is not told again.
  private void missing(
      arenad.ir.Place place, Span at, OwnerFlow.Tracked tracked, @Nullable Span movedBy) {
    if (!told.add(movedBy == null ? at : movedBy)) {
      return;
    }
    String what = names.quoted(tracked.place(), "this owner");
    if (movedBy != null && movedBy.equals(at)) {
      diagnostics.add(
          at(at, what + " is moved in each turn of the loop, and there is one of it")
              .help("move it after the loop, or make it anew in each turn"));
      return;
    }
    boolean earlierTurn = movedBy != null && movedBy.first() > at.last();
    Diagnostic diagnostic =
        at(
            at,
            what
                + " is used after it "
                + (earlierTurn ? "is moved in an earlier turn" : "is moved"));
    diagnostics.add(
        (movedBy == null
                ? diagnostic
                : diagnostic.because(Place.in(function.symbol(), movedBy), "moved here"))
            .help(
                "use it before it is moved; an `Owned` has one owner, a `Shared` may have"
                    + " several"));
  }

  private Diagnostic at(Span span, String message) {
    return Diagnostic.of(Code.E0309, Place.in(function.symbol(), span), message);
  }
}
