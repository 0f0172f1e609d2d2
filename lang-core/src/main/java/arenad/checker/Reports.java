package arenad.checker;

import arenad.diagnostic.Code;
import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Place;
import arenad.ir.IrFunction;
import arenad.text.Span;
import java.util.ArrayList;
import java.util.List;

/// Puts findings into words.
final class Reports {

  private final Judgement judgement;
  private final Constraints constraints;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private Reports(Judgement judgement) {
    this.judgement = judgement;
    constraints = judgement.constraints();
  }

  static List<Diagnostic> of(Judgement judgement) {
    Reports reports = new Reports(judgement);
    judgement.findings().forEach(reports::add);
    return reports.diagnostics;
  }

  static Diagnostic endless(IrFunction function) {
    return Diagnostic.of(
        Code.E0307,
        Place.in(function.symbol(), function.name()),
        "the lifetimes of these functions, which call each other, do not settle");
  }

  private void add(Finding finding) {
    Code code =
        switch (finding) {
          case Finding.Outlived _, Finding.Escaped _ -> Code.E0301;
          case Finding.Broken _, Finding.NotApart _, Finding.Unmet _ -> Code.E0306;
          case Finding.Ended _ -> Code.E0304;
          case Finding.ScopedFreed _ -> Code.E0308;
          case Finding.Returned _ -> Code.E0302;
          case Finding.Leaked _ -> Code.W0322;
          case Finding.Undeclared _ -> Code.E0307;
          case Finding.Overwritten _ -> Code.E0205;
        };
    Span span = constraints.graph.function().name();
    diagnostics.add(Diagnostic.of(code, Place.in(constraints.graph.function().symbol(), span), finding.toString()));
  }
}
