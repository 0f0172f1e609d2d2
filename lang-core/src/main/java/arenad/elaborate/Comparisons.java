package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.diagnostic.Diagnostic;
import arenad.resolve.TypeNames;
import arenad.syntax.BinaryOp;
import arenad.syntax.Expr.Binary;
import arenad.syntax.Expr.Name;
import arenad.type.Declaration;
import arenad.type.Substitution;
import arenad.type.Type;
import arenad.type.Type.Scalar;
import arenad.type.TypeText;
import arenad.type.Variants;
import arenad.typed.Expr;
import arenad.typed.Operator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `==`, `<` and their like.
final class Comparisons {
  private static final int DEEPEST = 64;

  private Comparisons() {}

  static Expr of(Body body, Binary binary) {
    Operator.Comparison operator = operator(binary.op());
    boolean rightFirst = takesItsType(binary.left()) && !takesItsType(binary.right());
    Expr first = Expressions.value(body, rightFirst ? binary.right() : binary.left(), null);
    Expr second =
        Expressions.value(body, rightFirst ? binary.left() : binary.right(), first.type());
    Expr left = rightFirst ? second : first;
    Expr right = rightFirst ? first : second;
    if (left.type() == Type.Unit.UNKNOWN || right.type() == Type.Unit.UNKNOWN) {
      return body.hole(Scalar.BOOL, binary.span());
    }
    Type common = Unions.join(body, left, right);
    Expr convertedLeft = common == null ? null : Coercions.implicit(body, left, common);
    Expr convertedRight = common == null ? null : Coercions.implicit(body, right, common);
    if (convertedLeft != null && convertedRight != null && isDefined(body, operator, common)) {
      return new Expr.Compare(operator, convertedLeft, convertedRight, Scalar.BOOL, binary.span());
    }
    complain(body, binary, operator, left, right);
    return body.hole(Scalar.BOOL, binary.span());
  }

  /// Whether the expression takes its type from the other side: a literal, or `self`, which may
  /// stand for the object and for a reference to it.
  private static boolean takesItsType(arenad.syntax.Expr syntax) {
    return Literals.isFlexible(syntax)
        || syntax instanceof Name name && name.name().text().equals("self");
  }

  private static boolean isDefined(Body body, Operator.Comparison operator, @Nullable Type type) {
    if (type == null) {
      return false;
    }
    return switch (operator) {
      case EQUAL, NOT_EQUAL -> hasEquality(body, type, new HashSet<>());
      case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL ->
          LanguageRequirements.isOrdered(type)
              || type instanceof Type.Parameter parameter
                  && LanguageRequirements.requiresOrder(body, parameter);
    };
  }

  /// Strings are compared by content, references and arenas by identity, structs, tuples and fixed
  /// arrays member by member; containers not at all.
  ///
  /// @param seen structs that are being looked at; one that contains itself has its own complaint
  private static boolean hasEquality(Body body, Type type, Set<Type> seen) {
    // Only a type that grows without end is deeper, and of that its struct complains.
    if (Substitution.depth(type) > DEEPEST) {
      return true;
    }
    return switch (type) {
      case Scalar _, Type.Text _, Type.Arena _, Type.Ref _ -> true;
      case Type.Optional(Type of) -> hasEquality(body, of, seen);
      case Type.FixedArray(Type element, int _) -> hasEquality(body, element, seen);
      case Type.Tuple(List<Type> elements) ->
          elements.stream().allMatch(element -> hasEquality(body, element, seen));
      case Type.Named union when Variants.isUnion(union) ->
          !seen.add(union)
              || body.variants(union).stream()
                  .allMatch(variant -> hasEquality(body, variant, seen));
      case Type.Named named -> {
        Declaration.Struct struct = body.struct(named);
        yield !seen.add(named)
            || struct != null
                && struct.fields().stream()
                    .allMatch(field -> hasEquality(body, field.type(), seen));
      }
      // Of a field of an unknown type somebody has complained.
      case Type.Unit unit -> unit == Type.Unit.UNKNOWN;
      case Type.Parameter parameter -> LanguageRequirements.requiresEquality(body, parameter);
      case Type.Function _, Type.Builtin _ -> false;
    };
  }

  /// Whether `==` compares values of the type.
  static boolean hasEquality(Body body, Type type) {
    return hasEquality(body, type, new HashSet<>());
  }

  private static void complain(
      Body body, Binary binary, Operator.Comparison operator, Expr left, Expr right) {
    Type leftType = left.type();
    Type rightType = right.type();
    if (!leftType.equals(rightType)
            && Type.withoutNull(leftType).equals(Type.withoutNull(rightType))
        || leftType instanceof Type.Optional && leftType.equals(rightType)) {
      body.complaints.add(
          Nullness.mayBeNull(body, leftType instanceof Type.Optional ? left : right));
      return;
    }
    String message =
        leftType.equals(rightType)
            ? "`" + operator.spelling() + "` is not defined for `" + TypeText.of(leftType) + "`"
            : "`"
                + operator.spelling()
                + "` does not compare `"
                + TypeText.of(leftType)
                + "` with `"
                + TypeText.of(rightType)
                + "`";
    Diagnostic diagnostic = body.complaints.about(Code.E0207, binary.opSpan(), message);
    if (leftType.equals(rightType) && leftType instanceof Type.Parameter(String name)) {
      boolean equality =
          operator == Operator.Comparison.EQUAL || operator == Operator.Comparison.NOT_EQUAL;
      String requirement = equality ? TypeNames.EQUATABLE : TypeNames.ORDERED;
      diagnostic = diagnostic.help("require it of the type: `" + name + ": " + requirement + "`");
    }
    body.complaints.add(diagnostic);
  }

  private static Operator.Comparison operator(BinaryOp op) {
    return switch (op) {
      case LESS -> Operator.Comparison.LESS;
      case LESS_EQUAL -> Operator.Comparison.LESS_EQUAL;
      case GREATER -> Operator.Comparison.GREATER;
      case GREATER_EQUAL -> Operator.Comparison.GREATER_EQUAL;
      case EQUAL -> Operator.Comparison.EQUAL;
      case NOT_EQUAL -> Operator.Comparison.NOT_EQUAL;
      case MULTIPLY,
          DIVIDE,
          REMAINDER,
          ADD,
          SUBTRACT,
          SHIFT_LEFT,
          SHIFT_RIGHT,
          BIT_AND,
          BIT_XOR,
          BIT_OR,
          AND,
          OR,
          OR_ELSE ->
          throw new IllegalArgumentException(op.symbol() + " does not compare");
    };
  }
}
