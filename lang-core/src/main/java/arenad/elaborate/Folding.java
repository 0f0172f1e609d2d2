package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.resolve.Complaints;
import arenad.text.Span;
import arenad.type.ConstantValue;
import arenad.type.Type;
import arenad.type.Type.Scalar;
import arenad.type.Variants;
import arenad.typed.Expr;
import arenad.typed.Operation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Evaluates an elaborated expression while compiling. What cannot be known then is complained
/// about, once.
final class Folding {
  /// How many scalars and strings a constant may hold in all.
  private static final int MOST_MEMBERS = 65_536;

  private final Complaints complaints;
  private int members;
  private boolean failed;

  private Folding(Complaints complaints) {
    this.complaints = complaints;
  }

  /// The value, or `Unknown` after a complaint.
  static ConstantValue of(Expr expr, Complaints complaints) {
    Folding folding = new Folding(complaints);
    ConstantValue value = folding.fold(expr);
    return folding.failed ? new ConstantValue.Unknown() : value;
  }

  private ConstantValue fold(Expr expr) {
    if (failed) {
      return new ConstantValue.Unknown();
    }
    return switch (expr) {
      case Expr.Literal(ConstantValue value, Type _, Span _) -> value;
      case Expr.Constant constant -> constant.value();
      case Expr.Hole _ -> fail();
      case Expr.Unary unary ->
          ConstantArithmetic.unary(unary.operator(), fold(unary.operand()), (Scalar) unary.type());
      case Expr.Arithmetic arithmetic -> arithmetic(arithmetic);
      case Expr.Compare compare -> compare(compare);
      case Expr.Logical logical -> logical(logical);
      case Expr.Conditional conditional ->
          fold(isTrue(conditional.condition()) ? conditional.then() : conditional.otherwise());
      case Expr.Convert convert ->
          ConstantArithmetic.convert(
              fold(convert.value()), (Scalar) convert.value().type(), (Scalar) convert.type());
      case Expr.Some some -> fold(some.value());
      case Expr.Inject inject ->
          new ConstantValue.Aggregate(
              inject.value().type(),
              List.of(new ConstantValue.Int(inject.tag()), fold(inject.value())));
      case Expr.IsNull isNull ->
          new ConstantValue.Bool(
              fold(isNull.value()) instanceof ConstantValue.Null != isNull.negated());
      case Expr.Coalesce coalesce -> coalesce(coalesce);
      case Expr.Unwrap unwrap -> unwrap(unwrap);
      case Expr.StructLiteral literal -> aggregate(literal.type(), literal.fields());
      case Expr.TupleLiteral literal -> aggregate(literal.type(), literal.elements());
      case Expr.ArrayLiteral literal -> aggregate(literal.type(), literal.elements());
      case Expr.ArrayFill fill -> fill(fill);
      case Expr.Field field -> member(fold(field.object()), field.index());
      case Expr.TupleElement element -> member(fold(element.tuple()), element.index());
      case Expr.Index index -> element(index);
      case Expr.Intrinsic intrinsic -> intrinsic(intrinsic);
      case Expr.Format format -> format(format);
      case Expr.Local _,
          Expr.Deref _,
          Expr.Call _,
          Expr.Required _,
          Expr.Closure _,
          Expr.CallParameter _,
          Expr.Narrowed _,
          Expr.Variant _,
          Expr.Let _,
          Expr.Match _,
          Expr.OptionalChain _,
          Expr.New _,
          Expr.Clone _ ->
          notConstant(expr.span());
    };
  }

  private ConstantValue arithmetic(Expr.Arithmetic arithmetic) {
    ConstantValue left = fold(arithmetic.left());
    ConstantValue right = fold(arithmetic.right());
    if (failed) {
      return left;
    }
    ConstantValue value =
        ConstantArithmetic.compute(arithmetic.operator(), left, right, (Scalar) arithmetic.type());
    return value == null ? complain(arithmetic.span(), "this divides by zero") : value;
  }

  private ConstantValue compare(Expr.Compare compare) {
    ConstantValue left = fold(compare.left());
    ConstantValue right = fold(compare.right());
    boolean unsigned = compare.left().type() instanceof Scalar scalar && scalar.isUnsigned();
    return new ConstantValue.Bool(
        ConstantArithmetic.compare(compare.operator(), left, right, unsigned));
  }

  private ConstantValue logical(Expr.Logical logical) {
    boolean left = isTrue(logical.left());
    return left != logical.and() ? new ConstantValue.Bool(left) : fold(logical.right());
  }

  private boolean isTrue(Expr condition) {
    return fold(condition) instanceof ConstantValue.Bool(boolean value) && value;
  }

  private ConstantValue coalesce(Expr.Coalesce coalesce) {
    ConstantValue value = fold(coalesce.value());
    return value instanceof ConstantValue.Null ? fold(coalesce.otherwise()) : value;
  }

  private ConstantValue unwrap(Expr.Unwrap unwrap) {
    ConstantValue value = fold(unwrap.value());
    return value instanceof ConstantValue.Null ? complain(unwrap.span(), "this is null") : value;
  }

  private ConstantValue aggregate(Type type, List<Expr> parts) {
    List<ConstantValue> values = new ArrayList<>();
    for (Expr part : parts) {
      boolean union = Variants.isUnion(Type.withoutNull(part.type()));
      values.add(union ? notConstant(part.span()) : fold(part));
    }
    return new ConstantValue.Aggregate(type, values);
  }

  private ConstantValue fill(Expr.ArrayFill fill) {
    ConstantValue element = fold(fill.value());
    int length = fill.type() instanceof Type.FixedArray(Type _, int count) ? count : 0;
    long all = (long) size(element) * length;
    members = (int) Math.min(members + all, Integer.MAX_VALUE);
    if (members > MOST_MEMBERS) {
      return complain(fill.span(), "a constant holds at most " + MOST_MEMBERS + " values");
    }
    return new ConstantValue.Aggregate(fill.type(), Collections.nCopies(length, element));
  }

  private static int size(ConstantValue value) {
    if (!(value instanceof ConstantValue.Aggregate aggregate)) {
      return 1;
    }
    int size = 1;
    for (ConstantValue member : aggregate.members()) {
      size += size(member);
    }
    return size;
  }

  private ConstantValue member(ConstantValue value, int index) {
    return value instanceof ConstantValue.Aggregate aggregate
        ? aggregate.members().get(index)
        : fail();
  }

  private ConstantValue element(Expr.Index index) {
    ConstantValue sequence = fold(index.sequence());
    ConstantValue position = fold(index.index());
    if (!(position instanceof ConstantValue.Int(long at))) {
      return fail();
    }
    if (sequence instanceof ConstantValue.Text(String text)) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return at >= 0 && at < bytes.length
          ? new ConstantValue.Int(bytes[(int) at] & 0xFF)
          : complain(index.span(), "the index is out of range");
    }
    if (!(sequence instanceof ConstantValue.Aggregate aggregate)) {
      return fail();
    }
    return at >= 0 && at < aggregate.members().size()
        ? aggregate.members().get((int) at)
        : complain(index.span(), "the index is out of range");
  }

  private ConstantValue intrinsic(Expr.Intrinsic intrinsic) {
    if (intrinsic.operation() == Operation.FIXED_LENGTH
        && intrinsic.arguments().getFirst().type() instanceof Type.FixedArray(Type _, int length)) {
      return new ConstantValue.Int(length);
    }
    if (intrinsic.operation() == Operation.STRING_CONCAT
        && fold(intrinsic.arguments().getFirst()) instanceof ConstantValue.Text(String left)
        && fold(intrinsic.arguments().getLast()) instanceof ConstantValue.Text(String right)) {
      return new ConstantValue.Text(left + right);
    }
    if (intrinsic.operation() == Operation.STRING_LENGTH
        && fold(intrinsic.arguments().getFirst()) instanceof ConstantValue.Text(String text)) {
      return new ConstantValue.Int(text.getBytes(StandardCharsets.UTF_8).length);
    }
    return notConstant(intrinsic.span());
  }

  /// Strings that are joined. Numbers as text are left to the running program, which has the one
  /// routine that writes them.
  private ConstantValue format(Expr.Format format) {
    StringBuilder text = new StringBuilder();
    for (Expr.Part part : format.parts()) {
      switch (part) {
        case Expr.Part.Text(String value) -> text.append(value);
        case Expr.Part.Hole(Expr value, @Nullable String specification) -> {
          if (specification == null && fold(value) instanceof ConstantValue.Text(String hole)) {
            text.append(hole);
          } else {
            return notConstant(format.span());
          }
        }
      }
    }
    return new ConstantValue.Text(text.toString());
  }

  private ConstantValue notConstant(Span span) {
    return complain(
        span, "this is not known while compiling, as a constant and a fixed length must be");
  }

  private ConstantValue complain(Span span, String message) {
    if (!failed) {
      complaints.add(Code.E0216, span, message);
    }
    return fail();
  }

  private ConstantValue fail() {
    failed = true;
    return new ConstantValue.Unknown();
  }
}
