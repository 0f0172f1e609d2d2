package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.syntax.Expr.Binary;
import arenad.syntax.Expr.BoolLiteral;
import arenad.syntax.Expr.Call;
import arenad.syntax.Expr.Cast;
import arenad.syntax.Expr.CharLiteral;
import arenad.syntax.Expr.Closure;
import arenad.syntax.Expr.Conditional;
import arenad.syntax.Expr.FString;
import arenad.syntax.Expr.FloatLiteral;
import arenad.syntax.Expr.Index;
import arenad.syntax.Expr.IntLiteral;
import arenad.syntax.Expr.ListLiteral;
import arenad.syntax.Expr.Match;
import arenad.syntax.Expr.Member;
import arenad.syntax.Expr.Missing;
import arenad.syntax.Expr.Name;
import arenad.syntax.Expr.NonNull;
import arenad.syntax.Expr.NullLiteral;
import arenad.syntax.Expr.OptionalMember;
import arenad.syntax.Expr.Range;
import arenad.syntax.Expr.RepeatLiteral;
import arenad.syntax.Expr.StringLiteral;
import arenad.syntax.Expr.StructLiteral;
import arenad.syntax.Expr.TypeApplication;
import arenad.syntax.Expr.Unary;
import arenad.text.Span;
import arenad.type.ConstantValue;
import arenad.type.Type;
import arenad.typed.Expr;
import org.jspecify.annotations.Nullable;

/// Elaborates expressions: each kind is handed to who knows it.
///
/// A `hint` is the type that the surroundings would like, for literals to take; the result may have
/// another.
final class Expressions {
  private Expressions() {}

  /// An expression that must have the type, converted to it where that loses nothing.
  static Expr expect(Body body, arenad.syntax.Expr syntax, Type type) {
    return Coercions.to(body, of(body, syntax, type), type);
  }

  /// An expression that must have a value, with a type of its own.
  static Expr value(Body body, arenad.syntax.Expr syntax, @Nullable Type hint) {
    Expr expr = of(body, syntax, hint);
    if (expr.type() == Type.Unit.NEVER) {
      return body.error(Code.E0201, syntax.span(), "this does not come back, so it gives no value");
    }
    return expr.type() == Type.Unit.VOID
        ? body.error(Code.E0201, syntax.span(), "this gives no value")
        : expr;
  }

  static Expr of(Body body, arenad.syntax.Expr syntax, @Nullable Type wanted) {
    Type hint = wanted == null ? null : Unions.hint(body, syntax, wanted);
    Expr expr =
        switch (syntax) {
          case Member _, OptionalMember _, Call _, Index _ -> Chains.of(body, syntax, hint);
          case Name name -> References.name(body, name, hint);
          case Binary binary -> Operators.binary(body, binary, hint);
          case Unary unary -> Operators.unary(body, unary, hint);
          case Conditional conditional -> Choices.conditional(body, conditional, hint);
          case NonNull nonNull -> Choices.unwrap(body, nonNull, hint);
          case Cast cast -> Casts.of(body, cast);
          case StructLiteral literal -> StructLiterals.byName(body, literal, hint);
          case ListLiteral list -> Lists.list(body, list, hint);
          case RepeatLiteral repeat -> Lists.repeat(body, repeat, hint);
          case FString text -> Formats.of(body, text);
          case IntLiteral literal -> Literals.integer(body, literal, hint, false);
          case FloatLiteral literal -> Literals.floating(body, literal, hint);
          case CharLiteral literal -> Literals.character(literal, hint);
          case StringLiteral(String value, Span span) ->
              new Expr.Literal(new ConstantValue.Text(value), new Type.Text(), span);
          case BoolLiteral(boolean value, Span span) ->
              new Expr.Literal(new ConstantValue.Bool(value), Type.Scalar.BOOL, span);
          case NullLiteral(Span span) -> Literals.nothing(span, hint);
          case Range range ->
              body.error(Code.E0111, range.span(), "a range stands in the head of a `for` alone");
          case TypeApplication application ->
              body.error(
                  Code.E0111,
                  application.span(),
                  "a name with type arguments is no value; it is called, or begins a literal");
          case Closure closure -> Closures.kept(body, closure);
          case Match match -> Matches.expression(body, match, hint);
          case Missing missing -> body.hole(missing.span());
        };
    if (expr.type() == Type.Unit.UNKNOWN) {
      body.noteHole();
    }
    return expr;
  }
}
