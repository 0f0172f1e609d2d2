package arenad.ide;

import arenad.syntax.Node;
import arenad.syntax.NodeKind;
import arenad.text.Span;
import arenad.typed.EveryExpr;
import arenad.typed.Expr;
import arenad.typed.TypedFunction;
import org.jspecify.annotations.Nullable;

/// A member of a value that the language itself brings, under the cursor: `recv`, `push`, `length`.
final class BuiltinAt {
  private BuiltinAt() {}

  /// @param called the span of the call whose callee ends with the name, or null when it is not called
  static @Nullable Referent of(NameAt name, TypedFunction body, @Nullable Span called) {
    Node member = name.innermost().is(NodeKind.NAME) ? name.above(1) : name.innermost();
    if (member == null || !isMember(member) || member.end() - 1 != name.token()) {
      return null;
    }
    for (Expr expr : EveryExpr.in(body)) {
      if (called == null
          ? expr instanceof Expr.Intrinsic && expr.span().last() == name.ordinal()
          : called.equals(expr.span()) && isOperation(expr)) {
        return new Referent.OfBuiltin(name.text(), arguments(name, called), expr.type());
      }
    }
    return null;
  }

  private static boolean isMember(Node node) {
    return node.is(NodeKind.MEMBER) || node.is(NodeKind.OPTIONAL_MEMBER);
  }

  /// What a conversion has made of its value is not what the member gives.
  private static boolean isOperation(Expr expr) {
    return expr instanceof Expr.Intrinsic
        || expr instanceof Expr.New
        || expr instanceof Expr.Clone
        || expr instanceof Expr.Let;
  }

  private static String arguments(NameAt name, @Nullable Span called) {
    if (called == null) {
      return "";
    }
    for (Node node : name.path().reversed()) {
      Node arguments = node.is(NodeKind.CALL) ? node.child(NodeKind.ARGS) : null;
      if (arguments != null) {
        return arguments.children().isEmpty() ? "()" : "(…)";
      }
    }
    return "()";
  }
}
