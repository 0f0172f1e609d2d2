package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.syntax.MatchArm;
import arenad.syntax.MatchCase;
import arenad.text.Span;
import arenad.type.Type;
import arenad.typed.Expr;
import arenad.typed.Stmt;
import arenad.typed.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// `match`, as a statement and as an expression. Inside of a case the path that is matched is known
/// to hold that variant, until something may have written it.
final class Matches {
  private Matches() {}

  static Stmt statement(Body body, arenad.syntax.Stmt.Match syntax) {
    MatchSubject subject =
        MatchSubject.of(body, syntax.subject(), syntax.cases().stream().map(MatchCase::pattern));
    MatchPatterns patterns = new MatchPatterns(body, subject);
    Facts before = body.facts;
    Facts after = null;
    List<Stmt.Case> cases = new ArrayList<>();
    for (MatchCase one : syntax.cases()) {
      MatchPatterns.Found found = patterns.of(one.pattern());
      body.facts = found.facts(subject, before);
      Stmt.Block block = block(body, subject, found, one);
      after = after == null ? body.facts : after.join(body.facts);
      cases.add(new Stmt.Case(found.labels(), block));
    }
    body.facts = after == null ? before : after;
    if (!MatchCoverage.missing(subject, patterns).isEmpty()) {
      body.facts = body.facts.join(before);
    }
    Span keyword = syntax.span().firstToken();
    MatchCoverage.check(body, subject, patterns, keyword, MatchCoverage.ofCases(syntax.cases()));
    if (subject.isBroken() || patterns.areBroken()) {
      return Statements.hole(body, syntax.span());
    }
    Stmt match = new Stmt.Match(subject.place(), subject.variants().size(), cases, syntax.span());
    return subject.held() == null
        ? match
        : new Stmt.Block(
            List.of(new Stmt.Let(subject.held(), subject.value(), subject.span()), match),
            syntax.span());
  }

  private static Stmt.Block block(
      Body body, MatchSubject subject, MatchPatterns.Found found, MatchCase one) {
    body.locals.enter();
    List<Stmt> statements = new ArrayList<>();
    if (found.binding() != null) {
      Expr value = found.bound(body, subject);
      Variable variable = bind(body, found, value.type());
      statements.add(new Stmt.Let(variable, value, found.binding().span()));
    }
    Stmt.Block written = Statements.inScope(body, one.body());
    statements.addAll(written.statements());
    body.facts = body.facts.forgetting(body.locals.leave());
    return new Stmt.Block(statements, written.span());
  }

  private static Variable bind(Body body, MatchPatterns.Found found, Type type) {
    Variable variable = Statements.declare(body, found.name(), type, false);
    body.fixed.put(variable, Body.FixedBy.CASE);
    return variable;
  }

  static Expr expression(Body body, arenad.syntax.Expr.Match syntax, @Nullable Type hint) {
    MatchSubject subject =
        MatchSubject.of(body, syntax.subject(), syntax.arms().stream().map(MatchArm::pattern));
    MatchPatterns patterns = new MatchPatterns(body, subject);
    Facts before = body.facts;
    List<MatchPatterns.Found> found = new ArrayList<>();
    syntax.arms().forEach(arm -> found.add(patterns.of(arm.pattern())));
    Values values = new Values(body, subject, before, syntax.arms(), found);
    List<Expr> results = values.elaborated(hint);
    Span keyword = syntax.span().firstToken();
    MatchCoverage.check(body, subject, patterns, keyword, MatchCoverage.ofArms(syntax.arms()));
    boolean broken = subject.isBroken() || patterns.areBroken() || results.isEmpty();
    Type type = broken ? null : values.common(results, hint, syntax.span());
    if (type == null || type == Type.Unit.UNKNOWN) {
      return body.hole(syntax.span());
    }
    List<Expr.Arm> arms = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      Expr value = values.letting(i, Coercions.to(body, results.get(i), type));
      arms.add(new Expr.Arm(found.get(i).labels(), value));
    }
    Expr match =
        new Expr.Match(subject.place(), subject.variants().size(), arms, type, syntax.span());
    return subject.held() == null
        ? match
        : new Expr.Let(subject.held(), subject.value(), match, type, syntax.span());
  }

  /// The values of the arms of one match.
  private static final class Values {
    private final Body body;
    private final MatchSubject subject;
    private final Facts before;
    private final List<MatchArm> arms;
    private final List<MatchPatterns.Found> found;
    private final @Nullable Variable[] variables;
    private final @Nullable Expr[] bound;

    Values(
        Body body,
        MatchSubject subject,
        Facts before,
        List<MatchArm> arms,
        List<MatchPatterns.Found> found) {
      this.body = body;
      this.subject = subject;
      this.before = before;
      this.arms = arms;
      this.found = found;
      variables = new Variable[arms.size()];
      bound = new Expr[arms.size()];
    }

    /// Literals take the type of the other arms, unless the surroundings ask for one; so they come
    /// last.
    List<Expr> elaborated(@Nullable Type hint) {
      @Nullable Expr[] results = new Expr[arms.size()];
      List<Integer> order = new ArrayList<>(IntStream.range(0, arms.size()).boxed().toList());
      if (hint == null) {
        order.sort((a, b) -> Boolean.compare(isFlexible(a), isFlexible(b)));
      }
      Type wanted = hint;
      Facts after = null;
      for (int number : order) {
        results[number] = value(number, wanted);
        after = after == null ? body.facts : after.join(body.facts);
        Type type = results[number].type();
        wanted = wanted == null && type != Type.Unit.NEVER ? type : wanted;
      }
      body.facts = after == null ? before : after;
      return List.of(results);
    }

    private boolean isFlexible(int number) {
      return Literals.isFlexible(arms.get(number).value());
    }

    private Expr value(int number, @Nullable Type hint) {
      body.facts = found.get(number).facts(subject, before);
      body.locals.enter();
      if (found.get(number).binding() != null) {
        Expr value = found.get(number).bound(body, subject);
        bound[number] = value;
        variables[number] = bind(body, found.get(number), value.type());
      }
      Expr value = Expressions.of(body, arms.get(number).value(), hint);
      body.locals.leave();
      if (value.type() == Type.Unit.NEVER) {
        body.facts = body.facts.ended();
      }
      return value;
    }

    Expr letting(int number, Expr value) {
      Variable variable = variables[number];
      Expr initial = bound[number];
      return variable == null || initial == null
          ? value
          : new Expr.Let(variable, initial, value, value.type(), value.span());
    }

    /// The type that holds all of them; null after a complaint.
    @Nullable Type common(List<Expr> results, @Nullable Type hint, Span span) {
      if (results.stream().anyMatch(result -> result.type() == Type.Unit.UNKNOWN)) {
        return null;
      }
      boolean different =
          results.stream().anyMatch(one -> !one.type().equals(results.getFirst().type()));
      if (different
          && hint != null
          && results.stream().allMatch(one -> Coercions.implicit(body, one, hint) != null)) {
        return hint;
      }
      Expr joined = results.getFirst();
      for (Expr result : results) {
        Type type = Unions.join(body, joined, result);
        if (type == null) {
          body.error(
              Code.E0201,
              result.span(),
              "this case gives "
                  + Coercions.article(result.type())
                  + ", and one before it "
                  + Coercions.article(joined.type()));
          return null;
        }
        joined = type.equals(joined.type()) ? joined : new Expr.Hole(type, span);
      }
      return joined.type();
    }
  }
}
