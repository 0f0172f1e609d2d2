package arenad.elaborate;

import arenad.type.Type;
import arenad.typed.Expr;
import arenad.typed.Operation;
import arenad.typed.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A variable, or a chain of fields from one, through references: what a test can narrow.
record Path(Variable variable, List<String> fields) {
  Path {
    fields = List.copyOf(fields);
  }

  /// The path that an expression reads, or null if it is none.
  static @Nullable Path of(Expr expr) {
    List<String> fields = new ArrayList<>();
    Expr at = expr;
    while (true) {
      switch (at) {
        case Expr.Local local -> {
          return new Path(local.variable(), fields.reversed());
        }
        case Expr.Field field -> {
          fields.add(field.name());
          at = field.object();
        }
        case Expr.TupleElement element -> {
          fields.add(Integer.toString(element.index()));
          at = element.tuple();
        }
        // What is there, others may have replaced who know the object.
        case Expr.Deref deref when deref.type() instanceof Type.Optional -> {
          return null;
        }
        case Expr.Deref deref -> at = deref.reference();
        case Expr.Intrinsic intrinsic when intrinsic.operation() == Operation.OWNER_VALUE -> {
          fields.add("value");
          at = intrinsic.arguments().getFirst();
        }
        case Expr.Narrowed narrowed -> at = narrowed.value();
        case Expr.Variant variant -> at = variant.value();
        case Expr.Literal _,
            Expr.Constant _,
            Expr.Index _,
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
            Expr.Unwrap _,
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
            Expr.Hole _ -> {
          return null;
        }
      }
    }
  }

  boolean isVariable() {
    return fields.isEmpty();
  }
}
