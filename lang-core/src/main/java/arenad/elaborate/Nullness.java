package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Edit;
import arenad.diagnostic.Fix;
import arenad.type.Type;
import arenad.typed.Expr;

/// What is known to be null, and what is not.
final class Nullness {
  private Nullness() {}

  /// A place as it is read here: narrowed where a test has shown that it is not null, and where a
  /// match has shown which variant it holds.
  static Expr read(Body body, Expr place) {
    Path path = Path.of(place);
    if (path == null) {
      return place;
    }
    boolean present = place.type() instanceof Type.Optional && body.facts.present().contains(path);
    Expr read =
        present ? new Expr.Narrowed(place, Type.withoutNull(place.type()), place.span()) : place;
    Type variant = body.facts.variants().get(path);
    return variant == null ? read : Unions.as(body, read, variant);
  }

  /// The nullable expression under what narrowing has put on top of it.
  static Expr raw(Expr expr) {
    return expr instanceof Expr.Narrowed narrowed ? narrowed.value() : expr;
  }

  /// Takes note that the place is not null from here on, if it is one.
  static Facts present(Facts facts, Expr place) {
    Path path = Path.of(place);
    return path == null ? facts : facts.withPresent(path);
  }

  /// Takes note that the place is looked at anew and is null here.
  static Facts absent(Facts facts, Expr place) {
    Path path = Path.of(place);
    return path == null ? facts : facts.withoutPresent(path);
  }

  /// The complaint that an expression may be null. From here on it is taken not to be, so that one
  /// forgotten test is one complaint.
  static Diagnostic mayBeNull(Body body, Expr expr) {
    body.facts = present(body.facts, expr);
    String path = Paths.text(expr);
    String what = path == null ? "this" : "`" + path + "`";
    Diagnostic diagnostic =
        body.complaints.about(Code.E0205, expr.span(), what + " may be null here");
    diagnostic =
        diagnostic.fix(
            new Fix(
                "insist that it is not null with `!`",
                new Edit.InsertAfter(body.complaints.at(expr.span()), "!")));
    return path == null
        ? diagnostic.help("give a default with `??`, or end the program if it is null with `!`")
        : diagnostic.help(
            "test it first, `if ("
                + path
                + " != null) { ... }`, give a default with `??`, or end the program if it is null"
                + " with `!`");
  }

  /// The expression, which must not be nullable to go on with it.
  static Expr required(Body body, Expr expr) {
    if (expr.type() instanceof Type.Optional || expr.type() == Type.Unit.NULL) {
      body.complaints.add(mayBeNull(body, expr));
      return body.hole(expr.span());
    }
    return expr;
  }
}
