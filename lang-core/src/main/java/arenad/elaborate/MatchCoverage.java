package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Edit;
import arenad.diagnostic.Fix;
import arenad.diagnostic.Place;
import arenad.syntax.MatchArm;
import arenad.syntax.MatchCase;
import arenad.text.Span;
import arenad.type.ConstantValue;
import arenad.type.Type;
import arenad.type.TypeText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// That the cases of a match handle everything.
final class MatchCoverage {
  private MatchCoverage() {}

  /// Where cases can be added.
  ///
  /// @param last the last case, or null when there is none
  /// @param arms whether the cases are values
  record End(@Nullable Span last, boolean arms) {}

  static End ofCases(List<MatchCase> cases) {
    return new End(cases.isEmpty() ? null : cases.getLast().span(), false);
  }

  static End ofArms(List<MatchArm> arms) {
    return new End(arms.isEmpty() ? null : arms.getLast().value().span(), true);
  }

  /// What is not handled, as cases name it; `default` where there is no end of values.
  static List<String> missing(MatchSubject subject, MatchPatterns patterns) {
    List<String> missing = new ArrayList<>();
    for (int tag = 1; tag <= subject.variants().size(); tag++) {
      if (!patterns.isHandled(tag)) {
        missing.add(TypeText.of(subject.variants().get(tag - 1)));
      }
    }
    if (subject.isNullable() && !patterns.isNullHandled()) {
      missing.add("null");
    }
    if (subject.union() == null) {
      if (Type.withoutNull(subject.place().type()) == Type.Scalar.BOOL) {
        for (boolean value : new boolean[] {true, false}) {
          if (!patterns.isValueHandled(new ConstantValue.Bool(value))) {
            missing.add(Boolean.toString(value));
          }
        }
      } else if (!patterns.hasDefault()) {
        missing.add("default");
      }
    }
    return missing;
  }

  static void check(
      Body body, MatchSubject subject, MatchPatterns patterns, Span keyword, End end) {
    if (subject.isBroken() || patterns.areBroken()) {
      return;
    }
    List<String> missing = missing(subject, patterns);
    if (missing.isEmpty()) {
      return;
    }
    boolean endless = missing.contains("default");
    String what =
        endless
            ? "not every `" + subject.typeText() + "` is handled"
            : quoted(missing) + (missing.size() == 1 ? " is" : " are") + " not handled";
    Diagnostic diagnostic =
        body.complaints
            .about(Code.E0401, keyword, what)
            .help(
                endless
                    ? "add a `default` for all the others"
                    : "add the missing cases, or a `default` for all of them");
    diagnostic = withFixes(body, diagnostic, missing, end);
    body.complaints.add(diagnostic);
    body.noteHole();
  }

  private static String quoted(List<String> names) {
    List<String> all = names.stream().map(name -> "`" + name + "`").toList();
    return all.size() == 1
        ? all.getFirst()
        : String.join(", ", all.subList(0, all.size() - 1)) + " and " + all.getLast();
  }

  private static Diagnostic withFixes(
      Body body, Diagnostic diagnostic, List<String> missing, End end) {
    if (end.last() == null) {
      return diagnostic;
    }
    Place place = body.complaints.at(end.last());
    Diagnostic mended = diagnostic;
    if (!missing.equals(List.of("default"))) {
      mended = mended.fix(new Fix("add the missing cases", added(missing, place, end.arms())));
    }
    return mended.fix(new Fix("add a `default`", added(List.of("default"), place, end.arms())));
  }

  private static Edit added(List<String> names, Place place, boolean arms) {
    if (arms) {
      return new Edit.InsertAfter(
          place,
          names.stream()
              .map(name -> ", " + head(name) + " => panic(\"not handled\")")
              .collect(Collectors.joining()));
    }
    return new Edit.InsertLineAfter(
        place,
        names.stream()
            .map(name -> head(name) + ": panic(\"not handled\")")
            .collect(Collectors.joining("\n")));
  }

  private static String head(String name) {
    return name.equals("default") ? name : "case " + name;
  }
}
