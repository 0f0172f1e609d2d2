package arenad.lower;

import arenad.type.Type;
import arenad.typed.Expr;

/// Which objects are not to be written: values of what is `const`, and what is reached through a `&const T`.
final class ReadOnly {
  private ReadOnly() {}

  static boolean is(Expr object) {
    if (object.type() instanceof Type.Ref ref) {
      return ref.readOnly();
    }
    return switch (object) {
      // What the compiler holds itself has no name.
      case Expr.Local local -> !local.variable().mutable() && !local.variable().name().isEmpty();
      case Expr.Constant _ -> true;
      case Expr.Field field -> is(field.object());
      case Expr.TupleElement element -> is(element.tuple());
      case Expr.Index index ->
          index.sequence().type() instanceof Type.FixedArray && is(index.sequence());
      case Expr.Deref deref -> is(deref.reference());
      case Expr.Narrowed narrowed -> is(narrowed.value());
      case Expr.Unwrap unwrap -> is(unwrap.value());
      case Expr.Variant variant -> is(variant.value());
      case Expr.Literal _,
          Expr.Call _,
          Expr.Required _,
          Expr.Closure _,
          Expr.CallParameter _,
          Expr.Intrinsic _,
          Expr.Unary _,
          Expr.Arithmetic _,
          Expr.Compare _,
          Expr.IsNull _,
          Expr.Logical _,
          Expr.Conditional _,
          Expr.Coalesce _,
          Expr.OptionalChain _,
          Expr.Some _,
          Expr.Inject _,
          Expr.Let _,
          Expr.Match _,
          Expr.Convert _,
          Expr.StructLiteral _,
          Expr.TupleLiteral _,
          Expr.ArrayLiteral _,
          Expr.ArrayFill _,
          Expr.Format _,
          Expr.New _,
          Expr.Clone _,
          Expr.Hole _ ->
          false;
    };
  }
}
