package arenad.typed;

import arenad.type.ConstantText;
import arenad.type.ConstantValue;
import arenad.type.Type;
import arenad.type.Type.Scalar;
import arenad.type.TypeText;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Typed expressions as text. A variable whose name is not its own alone shows its number too, one
/// without a name shows nothing else: `at#3`, `%3`. `x.*` is the object behind a reference.
final class ExprText {
  private final Set<String> ambiguous = new HashSet<>();

  ExprText(List<Variable> variables) {
    Set<String> seen = new HashSet<>();
    for (Variable variable : variables) {
      if (!seen.add(variable.name())) {
        ambiguous.add(variable.name());
      }
    }
  }

  /// `total: i64`
  String declared(Variable variable) {
    return name(variable) + ": " + TypeText.of(variable.type());
  }

  private String name(Variable variable) {
    if (variable.name().isEmpty()) {
      return "%" + variable.index();
    }
    return ambiguous.contains(variable.name())
        ? variable.name() + "#" + variable.index()
        : variable.name();
  }

  String of(Expr expr) {
    return switch (expr) {
      case Expr.Literal(ConstantValue value, Type type, var _) -> literal(value, type);
      case Expr.Local local -> name(local.variable());
      case Expr.Constant constant -> constant.symbol().qualifiedName();
      case Expr.Field field -> of(field.object()) + "." + field.name();
      case Expr.TupleElement element -> of(element.tuple()) + "." + element.index();
      case Expr.Deref deref -> of(deref.reference()) + ".*";
      case Expr.Index index -> of(index.sequence()) + "[" + of(index.index()) + "]";
      case Expr.Call call -> call.callee().qualifiedName() + arguments(call.arguments());
      case Expr.Intrinsic intrinsic ->
          operation(intrinsic.operation()) + arguments(intrinsic.arguments());
      case Expr.Unary unary -> unary.operator().spelling() + of(unary.operand());
      case Expr.Arithmetic arithmetic ->
          infix(arithmetic.left(), arithmetic.operator().spelling(), arithmetic.right());
      case Expr.Compare compare ->
          infix(compare.left(), compare.operator().spelling(), compare.right());
      case Expr.IsNull isNull -> of(isNull.value()) + (isNull.negated() ? " != null" : " == null");
      case Expr.Logical logical -> infix(logical.left(), logical.and() ? "&&" : "||", logical.right());
      case Expr.Conditional conditional ->
          "("
              + of(conditional.condition())
              + " ? "
              + of(conditional.then())
              + " : "
              + of(conditional.otherwise())
              + ")";
      case Expr.Coalesce coalesce -> infix(coalesce.value(), "??", coalesce.otherwise());
      case Expr.Unwrap unwrap -> of(unwrap.value()) + "!";
      case Expr.Narrowed narrowed -> "narrowed(" + of(narrowed.value()) + ")";
      case Expr.OptionalChain chain ->
          "("
              + of(chain.object())
              + " ?. "
              + name(chain.bound())
              + " => "
              + of(chain.rest())
              + ")";
      case Expr.Some some -> "some(" + of(some.value()) + ")";
      case Expr.Convert convert ->
          "(" + of(convert.value()) + " as " + TypeText.of(convert.type()) + ")";
      case Expr.StructLiteral literal ->
          TypeText.of(literal.type()) + " { " + joined(literal.fields()) + " }";
      case Expr.TupleLiteral literal -> "[" + joined(literal.elements()) + "]";
      case Expr.ArrayLiteral literal -> "[" + joined(literal.elements()) + "]";
      case Expr.ArrayFill fill -> "[" + of(fill.value()) + "; " + length(fill.type()) + "]";
      case Expr.Format format ->
          format.parts().stream().map(this::part).collect(Collectors.joining("", "f\"", "\""));
      case Expr.New made -> of(made.arena()) + ".new(" + of(made.value()) + ")";
      case Expr.Clone clone -> of(clone.value()) + ".clone(" + nullable(clone.arena()) + ")";
      case Expr.Hole _ -> "<hole>";
    };
  }

  /// Numbers of another type than the usual one say which: `1:i64`.
  private static String literal(ConstantValue value, Type type) {
    String text =
        type == Scalar.U64 && value instanceof ConstantValue.Int(long bits)
            ? Long.toUnsignedString(bits)
            : ConstantText.of(value);
    boolean usual = type == Scalar.I32 || type == Scalar.F64 || !isNumber(value);
    return usual ? text : text + ":" + TypeText.of(type);
  }

  private static boolean isNumber(ConstantValue value) {
    return value instanceof ConstantValue.Int || value instanceof ConstantValue.Float;
  }

  private static String operation(Operation operation) {
    return operation.name().toLowerCase(Locale.ROOT);
  }

  private static String length(Type type) {
    return type instanceof Type.FixedArray(Type _, int length) ? Integer.toString(length) : "?";
  }

  private String nullable(@Nullable Expr expr) {
    return expr == null ? "" : of(expr);
  }

  private String infix(Expr left, String operator, Expr right) {
    return "(" + of(left) + " " + operator + " " + of(right) + ")";
  }

  private String arguments(List<Expr> arguments) {
    return "(" + joined(arguments) + ")";
  }

  private String joined(List<Expr> expressions) {
    return expressions.stream().map(this::of).collect(Collectors.joining(", "));
  }

  private String part(Expr.Part part) {
    return switch (part) {
      case Expr.Part.Text(String text) -> ConstantText.escaped(text);
      case Expr.Part.Hole(Expr value, @Nullable String specification) ->
          "{" + of(value) + (specification == null ? "" : ":" + specification) + "}";
    };
  }
}
