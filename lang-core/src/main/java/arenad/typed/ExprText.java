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
  private final StringBuilder out = new StringBuilder();

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

  String of(Expr expr) {
    out.setLength(0);
    write(expr);
    return out.toString();
  }

  /// `(x: i32): i32 => { ... }`; what it does is listed as lines of its own ([TypedText]).
  private void closure(Expr.Closure closure) {
    String parameters =
        closure.parameters().stream().map(this::declared).collect(Collectors.joining(", "));
    out.append('(')
        .append(parameters)
        .append("): ")
        .append(TypeText.of(closure.result()))
        .append(" => { ... }");
  }

  private String name(Variable variable) {
    if (variable.name().isEmpty()) {
      return "%" + variable.index();
    }
    return ambiguous.contains(variable.name())
        ? variable.name() + "#" + variable.index()
        : variable.name();
  }

  private void write(Expr expr) {
    switch (expr) {
      case Expr.Literal(ConstantValue value, Type type, var _) -> out.append(literal(value, type));
      case Expr.Local local -> out.append(name(local.variable()));
      case Expr.Constant constant -> out.append(constant.symbol().qualifiedName());
      case Expr.Field field -> write(field.object(), ".", field.name());
      case Expr.TupleElement element ->
          write(element.tuple(), ".", Integer.toString(element.index()));
      case Expr.Deref deref -> write(deref.reference(), ".*", "");
      case Expr.Index index -> {
        write(index.sequence());
        list("[", List.of(index.index()), "]");
      }
      case Expr.Call call -> {
        out.append(call.callee().qualifiedName());
        list("(", call.arguments(), ")");
      }
      case Expr.Required required -> {
        write(required.arguments().getFirst());
        out.append('.').append(required.member());
        if (required.called()) {
          list("(", required.arguments().subList(1, required.arguments().size()), ")");
        }
      }
      case Expr.Closure closure -> closure(closure);
      case Expr.CallParameter call -> {
        out.append(name(call.function().variable()));
        list("(", call.arguments(), ")");
      }
      case Expr.Intrinsic intrinsic -> {
        out.append(intrinsic.operation().name().toLowerCase(Locale.ROOT));
        list("(", intrinsic.arguments(), ")");
      }
      case Expr.Unary unary -> {
        out.append(unary.operator().spelling());
        write(unary.operand());
      }
      case Expr.Arithmetic arithmetic ->
          infix(arithmetic.left(), arithmetic.operator().spelling(), arithmetic.right());
      case Expr.Compare compare ->
          infix(compare.left(), compare.operator().spelling(), compare.right());
      case Expr.IsNull isNull -> write(isNull.value(), isNull.negated() ? " != " : " == ", "null");
      case Expr.Logical logical ->
          infix(logical.left(), logical.and() ? "&&" : "||", logical.right());
      case Expr.Conditional conditional -> conditional(conditional);
      case Expr.Coalesce coalesce -> infix(coalesce.value(), "??", coalesce.otherwise());
      case Expr.Unwrap unwrap -> write(unwrap.value(), "!", "");
      case Expr.Narrowed narrowed -> list("narrowed(", List.of(narrowed.value()), ")");
      case Expr.OptionalChain chain -> chain(chain);
      case Expr.Some some -> list("some(", List.of(some.value()), ")");
      case Expr.Inject inject ->
          list(TypeText.of(inject.type()) + "#" + inject.tag() + "(", List.of(inject.value()), ")");
      case Expr.Variant variant ->
          write(variant.value(), " as ", TypeText.of(variant.type()) + "#" + variant.tag());
      case Expr.Let let -> {
        out.append("(let ").append(name(let.variable())).append(" = ");
        write(let.value(), " in ", "");
        write(let.rest());
        out.append(')');
      }
      case Expr.Match match -> match(match);
      case Expr.Convert convert -> {
        out.append('(');
        write(convert.value(), " as ", TypeText.of(convert.type()));
        out.append(')');
      }
      case Expr.StructLiteral literal ->
          list(TypeText.of(literal.type()) + " { ", literal.fields(), " }");
      case Expr.TupleLiteral literal -> list("[", literal.elements(), "]");
      case Expr.ArrayLiteral literal -> list("[", literal.elements(), "]");
      case Expr.ArrayFill fill ->
          list("[", List.of(fill.value()), "; " + length(fill.type()) + "]");
      case Expr.Format format -> {
        out.append("f\"");
        format.parts().forEach(this::part);
        out.append('"');
      }
      case Expr.New made -> {
        write(made.arena());
        list(".new(", List.of(made.value()), ")");
      }
      case Expr.Clone clone -> {
        write(clone.value());
        list(".clone(", clone.arena() == null ? List.of() : List.of(clone.arena()), ")");
      }
      case Expr.Hole _ -> out.append("<hole>");
    }
  }

  private void write(Expr expr, String after, String last) {
    write(expr);
    out.append(after).append(last);
  }

  private void infix(Expr left, String operator, Expr right) {
    out.append('(');
    write(left);
    out.append(' ').append(operator).append(' ');
    write(right);
    out.append(')');
  }

  private void list(String before, List<Expr> expressions, String after) {
    out.append(before);
    for (int i = 0; i < expressions.size(); i++) {
      out.append(i == 0 ? "" : ", ");
      write(expressions.get(i));
    }
    out.append(after);
  }

  private void conditional(Expr.Conditional conditional) {
    out.append('(');
    write(conditional.condition());
    out.append(" ? ");
    write(conditional.then());
    out.append(" : ");
    write(conditional.otherwise());
    out.append(')');
  }

  private void chain(Expr.OptionalChain chain) {
    out.append('(');
    write(chain.object());
    out.append(" ?. ").append(name(chain.bound())).append(" => ");
    write(chain.rest());
    out.append(')');
  }

  private void match(Expr.Match match) {
    out.append("(match ");
    write(match.subject());
    for (Expr.Arm arm : match.arms()) {
      out.append(" case ");
      labels(arm.labels());
      out.append(" => ");
      write(arm.value());
    }
    out.append(')');
  }

  private void labels(List<MatchLabel> labels) {
    for (int i = 0; i < labels.size(); i++) {
      out.append(i == 0 ? "" : " | ");
      switch (labels.get(i)) {
        case MatchLabel.Variant(int tag) -> out.append('#').append(tag);
        case MatchLabel.Value(Expr literal) -> write(literal);
        case MatchLabel.Null() -> out.append("null");
        case MatchLabel.Other() -> out.append("default");
      }
    }
  }

  /// The labels of a case: `#1 | #2`.
  String ofLabels(List<MatchLabel> labels) {
    out.setLength(0);
    labels(labels);
    return out.toString();
  }

  private void part(Expr.Part part) {
    switch (part) {
      case Expr.Part.Text(String text) -> out.append(ConstantText.escaped(text));
      case Expr.Part.Hole(Expr value, @Nullable String specification) ->
          list("{", List.of(value), specification == null ? "}" : ":" + specification + "}");
    }
  }

  /// Numbers of another type than the usual one say which: `1:i64`.
  private static String literal(ConstantValue value, Type type) {
    String text =
        type == Scalar.U64 && value instanceof ConstantValue.Int(long bits)
            ? Long.toUnsignedString(bits)
            : ConstantText.of(value);
    boolean number = value instanceof ConstantValue.Int || value instanceof ConstantValue.Float;
    boolean usual = type == Scalar.I32 || type == Scalar.F64;
    return number && !usual ? text + ":" + TypeText.of(type) : text;
  }

  private static String length(Type type) {
    return type instanceof Type.FixedArray(Type _, int length) ? Integer.toString(length) : "?";
  }
}
