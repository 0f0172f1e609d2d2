package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.syntax.Expr.Index;
import arenad.syntax.Expr.IntLiteral;
import arenad.text.Span;
import arenad.type.ConstantValue;
import arenad.type.Conversions;
import arenad.type.Type;
import arenad.type.Type.Scalar;
import arenad.type.TypeText;
import arenad.typed.Expr;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// `xs[i]`.
final class Indexes {
  private Indexes() {}

  static Expr of(Body body, Index syntax) {
    Expr sequence =
        Members.dereferenced(Nullness.required(body, Chains.object(body, syntax.object())));
    if (sequence.type() instanceof Type.Tuple(List<Type> elements)) {
      return tupleElement(body, syntax, sequence, elements);
    }
    if (sequence.type() instanceof Type.Builtin(Type.Container container, List<Type> arguments)
        && container == Type.Container.MAP) {
      Expr key = Expressions.expect(body, syntax.index(), arguments.getFirst());
      return key instanceof Expr.Hole
          ? body.hole(arguments.getLast(), syntax.span())
          : new Expr.Index(sequence, key, arguments.getLast(), syntax.span());
    }
    Type element = elementType(sequence.type());
    Expr index = index(body, syntax.index());
    if (sequence.type() == Type.Unit.UNKNOWN || index.type() == Type.Unit.UNKNOWN) {
      return body.hole(syntax.span());
    }
    if (element == null) {
      return body.error(
          Code.E0212,
          syntax.object().span(),
          "`" + TypeText.of(sequence.type()) + "` has no elements to index");
    }
    if (isOutside(body, sequence.type(), index)) {
      return body.hole(element, syntax.span());
    }
    return new Expr.Index(sequence, index, element, syntax.span());
  }

  private static @Nullable Type elementType(Type sequence) {
    return switch (sequence) {
      case Type.FixedArray(Type element, int _) -> element;
      case Type.Builtin(Type.Container container, List<Type> arguments) ->
          switch (container) {
            case ARRAY, SPAN -> arguments.getFirst();
            case ARENA_BUFFER -> Scalar.U8;
            case MAP, STRING_BUFFER, OWNED, SHARED, WEAK, REGION -> null;
          };
      case Type.Text _ -> Scalar.U8;
      case Scalar _,
          Type.Unit _,
          Type.Arena _,
          Type.Optional _,
          Type.Ref _,
          Type.Named _,
          Type.Parameter _,
          Type.Tuple _,
          Type.Function _ ->
          null;
    };
  }

  /// An index as an `i32` or `i64`.
  private static Expr index(Body body, arenad.syntax.Expr syntax) {
    Expr index = Nullness.required(body, Expressions.value(body, syntax, Scalar.I32));
    if (index.type() == Type.Unit.UNKNOWN) {
      return index;
    }
    if (index.type() instanceof Scalar scalar && scalar.isInteger()) {
      Scalar type = Conversions.lossless(scalar, Scalar.I32) ? Scalar.I32 : Scalar.I64;
      if (Conversions.lossless(scalar, type)) {
        return Objects.requireNonNull(Coercions.implicit(body, index, type));
      }
    }
    return index.type() == Scalar.U64
        ? Coercions.to(body, index, Scalar.I64)
        : body.error(
            Code.E0201,
            syntax.span(),
            "an index is an integer, and this is " + Coercions.article(index.type()));
  }

  /// Whether a constant index lies outside of a fixed array, after a complaint.
  private static boolean isOutside(Body body, Type sequence, Expr index) {
    if (sequence instanceof Type.FixedArray(Type _, int length)
        && index instanceof Expr.Literal(ConstantValue.Int(long value), Type _, Span span)
        && (value < 0 || value >= length)) {
      body.complaints.add(
          Code.E0212, span, "`" + value + "` is outside of an array of " + length + " elements");
      return true;
    }
    return false;
  }

  private static Expr tupleElement(Body body, Index syntax, Expr tuple, List<Type> elements) {
    if (syntax.index() instanceof IntLiteral literal) {
      boolean inside = literal.value().compareTo(BigInteger.valueOf(elements.size())) < 0;
      if (inside) {
        int index = literal.value().intValue();
        return new Expr.TupleElement(tuple, index, elements.get(index), syntax.span());
      }
    }
    return body.error(
        Code.E0212,
        syntax.index().span(),
        "a tuple of "
            + elements.size()
            + " elements is indexed with a number from 0 to "
            + (elements.size() - 1));
  }
}
