package arenad.elaborate;

import arenad.syntax.ClosureBody;
import arenad.syntax.Expr;
import arenad.syntax.FieldInit;
import arenad.syntax.MatchArm;
import arenad.syntax.Stmt;
import arenad.syntax.TextPart;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The places that expressions of a statement take something out of, by `place.take()`: afterwards they are null. By
/// name, as [Writes] knows them.
final class Takes {
  private Takes() {}

  /// In the statement's own expressions, not in those of statements inside of it.
  static List<Expr> of(Stmt stmt) {
    List<Expr> found = new ArrayList<>();
    Deque<Expr> work = new ArrayDeque<>(expressions(stmt));
    while (!work.isEmpty()) {
      Expr expr = work.pop();
      if (expr instanceof Expr.Call call
          && call.callee() instanceof Expr.Member(Expr place, var name, _)
          && name.text().equals("take")) {
        found.add(place);
      }
      parts(expr).forEach(work::push);
    }
    return found;
  }

  private static List<Expr> expressions(Stmt stmt) {
    return switch (stmt) {
      case Stmt.Let let -> present(let.value());
      case Stmt.Assign assign -> List.of(assign.target(), assign.value());
      case Stmt.Evaluate evaluate -> List.of(evaluate.value());
      case Stmt.If branch -> List.of(branch.condition());
      case Stmt.While loop -> List.of(loop.condition());
      case Stmt.For loop -> List.of(loop.subject());
      case Stmt.Return returned -> present(returned.value());
      case Stmt.Match match -> List.of(match.subject());
      case Stmt.Block _,
          Stmt.Defer _,
          Stmt.Region _,
          Stmt.Break _,
          Stmt.Continue _,
          Stmt.Missing _ ->
          List.of();
    };
  }

  private static List<Expr> present(@Nullable Expr expr) {
    return expr == null ? List.of() : List.of(expr);
  }

  private static List<Expr> parts(Expr expr) {
    return switch (expr) {
      case Expr.ListLiteral list -> list.elements();
      case Expr.RepeatLiteral(Expr element, Expr count, _) -> List.of(element, count);
      case Expr.StructLiteral literal -> literal.fields().stream().map(FieldInit::value).toList();
      case Expr.Call call -> and(call.args(), call.callee());
      case Expr.TypeApplication application -> List.of(application.base());
      case Expr.Member member -> List.of(member.object());
      case Expr.OptionalMember member -> List.of(member.object());
      case Expr.Index(Expr object, Expr index, _) -> List.of(object, index);
      case Expr.NonNull nonNull -> List.of(nonNull.operand());
      case Expr.Unary unary -> List.of(unary.operand());
      case Expr.Binary binary -> List.of(binary.left(), binary.right());
      case Expr.Cast cast -> List.of(cast.operand());
      case Expr.Range(Expr from, Expr to, _) -> List.of(from, to);
      case Expr.Conditional(Expr condition, Expr then, Expr otherwise, _) ->
          List.of(condition, then, otherwise);
      case Expr.Closure closure ->
          closure.body() instanceof ClosureBody.Value(Expr value) ? List.of(value) : List.of();
      case Expr.Match match ->
          and(match.arms().stream().map(MatchArm::value).toList(), match.subject());
      case Expr.FString text -> holes(text);
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

  private static List<Expr> and(List<Expr> some, Expr other) {
    List<Expr> all = new ArrayList<>(some);
    all.add(other);
    return all;
  }

  private static List<Expr> holes(Expr.FString text) {
    List<Expr> holes = new ArrayList<>();
    for (TextPart part : text.parts()) {
      if (part instanceof TextPart.Hole(Expr value, _, _)) {
        holes.add(value);
      }
    }
    return holes;
  }
}
