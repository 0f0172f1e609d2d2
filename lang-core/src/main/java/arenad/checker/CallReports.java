package arenad.checker;

import arenad.diagnostic.Code;
import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Edit;
import arenad.diagnostic.Fix;
import arenad.diagnostic.Place;
import arenad.ir.IrFunction;
import arenad.ir.Value;
import arenad.lifetime.Contract;
import arenad.lifetime.Position;
import arenad.text.Span;
import arenad.type.Declaration.Relation;
import arenad.type.Type;
import arenad.type.TypeRegions;
import arenad.typed.Witness;
import org.jspecify.annotations.Nullable;

/// Says that a call breaks the contract of what it calls.
final class CallReports {

  private final Constraints constraints;
  private final SourceNames names;
  private final Homes homes;

  CallReports(Constraints constraints, Homes homes) {
    this.constraints = constraints;
    this.homes = homes;
    names = constraints.names;
  }

  private Reason reason(int number) {
    return constraints.reasons.get(number);
  }

  Diagnostic broken(Finding.Broken finding) {
    Contract.Bound clause = finding.bound().clause();
    Reason reason = reason(finding.bound().reason());
    String callee = calleeOf(reason);
    Diagnostic diagnostic =
        Diagnostic.of(
                Code.E0306,
                homes.at(reason.span()),
                subject(reason) + " does not live long enough to be passed to `" + callee + "`")
            .labelled(
                "`"
                    + callee
                    + "` needs "
                    + SourceNames.lifetime(clause.value())
                    + " >= "
                    + SourceNames.lifetime(clause.holder()));
    diagnostic = homes.withBirth(diagnostic, finding.holder());
    diagnostic = homes.withBirth(diagnostic, finding.value());
    return diagnostic.note(
        "`"
            + clause.value().spelling()
            + "` "
            + homes.lives(finding.value())
            + ", and `"
            + clause.holder().spelling()
            + "` "
            + homes.lives(finding.holder()));
  }

  static String calleeOf(Reason reason) {
    return switch (reason) {
      case Reason.Passed(Value.Call call, _, _, _) -> call.callee().simpleName();
      case Reason.TouchedByCall(Value.Call call, _, _) -> call.callee().simpleName();
      case Reason.FreedByCall(Value.Call call, _, _) -> call.callee().simpleName();
      case Reason _ -> "this function";
    };
  }

  private String subject(Reason reason) {
    return switch (reason) {
      case Reason.Passed(_, Value argument, _, _) -> names.described(argument);
      case Reason.TouchedByCall(_, Value argument, _) -> names.described(argument);
      case Reason.FreedByCall(_, Value argument, _) -> names.described(argument);
      case Reason _ -> "this value";
    };
  }

  Diagnostic notApart(Finding.NotApart finding) {
    Reason reason = reason(finding.apart().reason());
    Contract.Apart clause = finding.apart().clause();
    String callee = calleeOf(reason);
    Diagnostic diagnostic =
        Diagnostic.of(
                Code.E0306,
                homes.at(reason.span()),
                "`"
                    + callee
                    + "` uses "
                    + subject(reason)
                    + " after it has freed "
                    + homes.arena(finding.freed()))
            .labelled(
                "`"
                    + callee
                    + "` needs "
                    + SourceNames.lifetime(clause.used())
                    + " > "
                    + SourceNames.lifetime(clause.freed()));
    return homes
        .withBirth(diagnostic, finding.freed())
        .help("pass something that does not live in " + homes.arena(finding.freed()));
  }

  Diagnostic undeclared(Finding.Undeclared finding, @Nullable Reason blame) {
    Contract.Bound needed = finding.needed();
    Position region = finding.needed().holder().isReturn() ? finding.region() : null;
    if (region != null) {
      return otherResult(needed, region, blame);
    }
    String clause = DeclaredLifetimes.text(needed.value(), Relation.GREATER_EQUAL, needed.holder());
    Span span = blame == null ? constraints.graph.function().name() : blame.span();
    Diagnostic diagnostic =
        Diagnostic.of(
                Code.E0307,
                homes.at(span),
                "this needs " + clause + ", which `requires` does not say")
            .help("add `" + clause + "` to `requires`");
    Span last = finding.lastClause();
    if (last == null) {
      return diagnostic;
    }
    Edit edit = new Edit.InsertAfter(homes.at(last), ", " + clause);
    return diagnostic.fix(new Fix("Add `" + clause + "` to `requires`", edit));
  }

  /// What is returned is not of the region that the result is declared in.
  private Diagnostic otherResult(Contract.Bound needed, Position region, @Nullable Reason blame) {
    IrFunction function = constraints.graph.function();
    Span span = blame == null ? function.name() : blame.span();
    Diagnostic diagnostic =
        Diagnostic.of(
                Code.E0307,
                homes.at(span),
                "the result is declared to be in region `"
                    + region.spelling()
                    + "`, which this is not known to be")
            .labelled("lives as long as `" + needed.value().spelling() + "`");
    for (IrFunction.Local local : function.locals().subList(0, function.parameters())) {
      if (local.name().equals(needed.value().root())) {
        diagnostic = withParameter(diagnostic, local, needed.value(), region);
      }
    }
    return diagnostic;
  }

  private Diagnostic withParameter(
      Diagnostic diagnostic, IrFunction.Local parameter, Position value, Position region) {
    String name = "`" + parameter.name() + "`";
    Place at = homes.at(parameter.span());
    if (TypeRegions.areIn(parameter.type())) {
      return diagnostic.because(at, name + " is declared here");
    }
    Diagnostic told = diagnostic.because(at, name + " is of any lifetime");
    if (!value.path().isEmpty() || !(Type.withoutNull(parameter.type()) instanceof Type.Ref)) {
      return told;
    }
    String prefix = "ref(" + region.spelling() + ") ";
    String title = "Declare " + name + " in `" + region.spelling() + "`";
    return told.help("declare it to be of that region: `" + prefix + parameter.name() + "`")
        .fix(new Fix(title, new Edit.InsertBefore(at, prefix)));
  }

  Diagnostic sparedWritten(Finding.SparedWritten finding) {
    String callee = finding.call().callee().simpleName();
    Witness witness = finding.witness();
    return Diagnostic.of(
            Code.E0112,
            homes.at(witness.call()),
            "`"
                + callee
                + "` calls `"
                + witness.member()
                + "` on what is read only there, and `"
                + witness.method().name()
                + "` may write its object")
        .because(
            Place.in(witness.method(), Span.at(0)),
            "`" + witness.method().name() + "` is declared here")
        .help("pass a reference to the object, or let the method leave it as it is");
  }

  Diagnostic readOnlyWritten(Finding.ReadOnlyWritten finding) {
    Value object = finding.call().arguments().getFirst();
    String callee = finding.call().callee().simpleName();
    String member = finding.member();
    boolean value =
        object instanceof Value.Borrow(var place, _, _) && LocalUses.rootOf(place) != null;
    return Diagnostic.of(
            Code.E0112,
            homes.at(finding.call().span()),
            member == null
                ? "`" + callee + "` gives its object away, and what it is called on is read only"
                : "`" + callee + "` may write its object, and what it is called on is read only")
        .labelled(
            member == null
                ? "others could write it through the reference that `" + callee + "` gives away"
                : member.equals(Contract.Altered.ANY)
                    ? "may write it"
                    : "may assign `" + member + "`")
        .help(
            value
                ? "call it on what is declared with `let`, such as a copy"
                : "a method that writes is called through a `&T`, or on a copy of the object");
  }

  Diagnostic overwritten(Finding.Overwritten finding) {
    Reason use = reason(constraints.events.reason(finding.event()));
    Narrowing.Path path = constraints.narrowing.path(finding.path());
    Narrowing.Overwriting by = constraints.narrowing.call(finding.call());
    String last = path.members().getLast().name();
    String how =
        by.callee() == null
            ? "this may put something else where `" + last + "` is"
            : "`" + by.callee() + "` may assign a field `" + last + "`";
    if (path.variant()) {
      return Diagnostic.of(
              Code.E0413,
              homes.at(use.span()),
              "`" + path.spelling() + "` may hold another variant by now")
          .labelled("no longer known to hold what the `case` has found")
          .because(homes.at(by.span()), how)
          .help("keep what was found under a name of its own: `case V as v`");
    }
    return Diagnostic.of(
            Code.E0205, homes.at(use.span()), "`" + path.spelling() + "` may be null again here")
        .labelled("no longer known not to be null")
        .because(homes.at(by.span()), how)
        .help(
            "keep it in a local before the test: `const " + last + " = " + path.spelling() + ";`");
  }
}
