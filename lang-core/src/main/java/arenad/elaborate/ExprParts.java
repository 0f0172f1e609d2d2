package arenad.elaborate;

import arenad.syntax.ClosureBody;
import arenad.syntax.Expr;
import arenad.syntax.FieldInit;
import arenad.syntax.MatchArm;
import arenad.syntax.TextPart;
import java.util.ArrayList;
import java.util.List;

/// The expressions right inside of an expression, as it is written. Of a closure with a block there are none.
final class ExprParts {
  private ExprParts() {}

  static List<Expr> of(Expr expr) {
    return switch (expr) {
      case Expr.Closure closure ->
          closure.body() instanceof ClosureBody.Value(Expr value) ? List.of(value) : List.of();
      case Expr.Call call -> with(call.callee(), call.args());
      case Expr.Member member -> List.of(member.object());
      case Expr.OptionalMember member -> List.of(member.object());
      case Expr.Index index -> List.of(index.object(), index.index());
      case Expr.TypeApplication application -> List.of(application.base());
      case Expr.NonNull unwrap -> List.of(unwrap.operand());
      case Expr.Unary unary -> List.of(unary.operand());
      case Expr.Binary binary -> List.of(binary.left(), binary.right());
      case Expr.Cast cast -> List.of(cast.operand());
      case Expr.Range range -> List.of(range.from(), range.to());
      case Expr.Conditional choice ->
          List.of(choice.condition(), choice.then(), choice.otherwise());
      case Expr.ListLiteral list -> list.elements();
      case Expr.RepeatLiteral repeat -> List.of(repeat.element(), repeat.count());
      case Expr.StructLiteral literal -> literal.fields().stream().map(FieldInit::value).toList();
      case Expr.FString text -> holes(text);
      case Expr.Match match ->
          with(match.subject(), match.arms().stream().map(MatchArm::value).toList());
      case Expr.IntLiteral _,
          Expr.FloatLiteral _,
          Expr.CharLiteral _,
          Expr.StringLiteral _,
          Expr.BoolLiteral _,
          Expr.NullLiteral _,
          Expr.Name _,
          Expr.Missing _ ->
          List.of();
    };
  }

  private static List<Expr> holes(Expr.FString text) {
    List<Expr> values = new ArrayList<>();
    for (TextPart part : text.parts()) {
      if (part instanceof TextPart.Hole hole) {
        values.add(hole.value());
      }
    }
    return values;
  }

  private static List<Expr> with(Expr first, List<Expr> others) {
    List<Expr> all = new ArrayList<>();
    all.add(first);
    all.addAll(others);
    return all;
  }
}
