package arenad.elaborate;

import arenad.syntax.Expr.FloatLiteral;
import arenad.syntax.Expr.IntLiteral;
import arenad.syntax.Expr.ListLiteral;
import arenad.syntax.Expr.RepeatLiteral;
import arenad.syntax.Expr.Unary;
import arenad.syntax.UnaryOp;
import arenad.text.Span;
import arenad.type.ConstantValue;
import arenad.type.Type;
import arenad.type.Type.Scalar;
import arenad.type.Variants;
import arenad.typed.Expr;
import arenad.typed.MatchLabel;
import arenad.typed.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Values going into unions and out of them.
final class Unions {
  private Unions() {}

  /// The union of a type: of a union itself, of a reference to one the target; else null.
  static Type.@Nullable Named of(Type type) {
    Type union = type instanceof Type.Ref(Type target, boolean _, String _) ? target : type;
    return union instanceof Type.Named named && Variants.isUnion(named) ? named : null;
  }

  /// The expression as a `target` that is a union, or a reference to one; null where it is none.
  static @Nullable Expr into(Body body, Expr expr, Type target) {
    Type.Named union = of(target);
    if (union == null) {
      return null;
    }
    Expr whole = widened(expr);
    if (whole != null && whole.type().equals(target)) {
      return whole;
    }
    if (target instanceof Type.Ref to) {
      return expr.type() instanceof Type.Ref from && fits(from, to)
          ? byTarget(body, expr, from.target(), union, target)
          : null;
    }
    return byTarget(body, expr, expr.type(), union, target);
  }

  /// Whether the place is what a union holds, or a part of it.
  static boolean isInUnion(Expr place) {
    return switch (place) {
      case Expr.Field field -> isInUnion(field.object());
      case Expr.TupleElement element -> isInUnion(element.tuple());
      case Expr.Index index when index.sequence().type() instanceof Type.FixedArray ->
          isInUnion(index.sequence());
      case Expr.Narrowed narrowed -> isInUnion(narrowed.value());
      case Expr.Unwrap unwrap -> isInUnion(unwrap.value());
      case Expr.Variant variant -> Variants.isUnion(variant.value().type());
      case Expr _ -> false;
    };
  }

  /// Whether the place is a part of what a nullable union holds. It is changed by way of a copy, which
  /// nobody could keep from being put back over another variant.
  static boolean isInNullable(Expr place) {
    return switch (place) {
      case Expr.Field field -> isInNullable(field.object());
      case Expr.TupleElement element -> isInNullable(element.tuple());
      case Expr.Index index when index.sequence().type() instanceof Type.FixedArray ->
          isInNullable(index.sequence());
      case Expr.Variant variant when Variants.isUnion(variant.value().type()) ->
          isNullable(variant.value());
      case Expr _ -> false;
    };
  }

  private static boolean isNullable(Expr union) {
    return switch (union) {
      case Expr.Narrowed _, Expr.Unwrap _ -> true;
      case Expr.Field field -> isNullable(field.object());
      case Expr.TupleElement element -> isNullable(element.tuple());
      case Expr.Variant variant -> isNullable(variant.value());
      case Expr _ -> false;
    };
  }

  /// What was narrowed by a match, as a whole.
  static @Nullable Expr widened(Expr expr) {
    return switch (expr) {
      case Expr.Variant variant -> variant.value();
      case Expr.Deref(Expr.Variant variant, Type _, Span _) -> variant.value();
      case Expr _ -> null;
    };
  }

  private static boolean fits(Type.Ref from, Type.Ref to) {
    boolean sameRegion = to.region() == null || to.region().equals(from.region());
    return sameRegion && (to.readOnly() || !from.readOnly());
  }

  private static @Nullable Expr byTarget(
      Body body, Expr expr, Type source, Type.Named union, Type target) {
    List<Type> variants = body.variants(union);
    int exact = variants.indexOf(source);
    if (exact >= 0) {
      return new Expr.Inject(expr, exact + 1, target, expr.span());
    }
    List<Type> parts = body.variants(source);
    if (!parts.isEmpty()) {
      return variants.containsAll(parts) ? retagged(body, expr, parts, union, target) : null;
    }
    return target instanceof Type.Ref ? null : converted(body, expr, variants, target);
  }

  /// By the one variant to which the expression converts, if there is one and no other.
  private static @Nullable Expr converted(Body body, Expr expr, List<Type> variants, Type target) {
    Expr only = null;
    for (int i = 0; i < variants.size(); i++) {
      Expr one = Coercions.implicit(body, expr, variants.get(i));
      if (one != null && only != null) {
        return null;
      }
      only = one == null ? only : new Expr.Inject(one, i + 1, target, expr.span());
    }
    return only;
  }

  /// A union as another that has all of `parts`, which are those of its variants that it may hold.
  private static Expr retagged(
      Body body, Expr expr, List<Type> parts, Type.Named union, Type target) {
    List<Type> variants = body.variants(union);
    List<Type> held = body.variants(Objects.requireNonNull(of(expr.type())));
    return matched(
        body,
        expr,
        target,
        subject -> {
          List<Expr.Arm> arms = new ArrayList<>();
          for (int i = 0; i < held.size(); i++) {
            if (parts.contains(held.get(i))) {
              int tag = variants.indexOf(held.get(i)) + 1;
              Expr payload = variant(subject, i + 1, held.get(i));
              Expr value = new Expr.Inject(payload, tag, target, expr.span());
              arms.add(new Expr.Arm(List.of(new MatchLabel.Variant(i + 1)), value));
            }
          }
          return new Expr.Match(subject, held.size(), arms, target, expr.span());
        });
  }

  /// A match on what is evaluated once: in place, or held.
  private static Expr matched(Body body, Expr expr, Type type, UnaryOperator<Expr> match) {
    if (Path.of(expr) != null) {
      return match.apply(expr);
    }
    Variable held = body.locals.unnamed(expr.type(), expr.span());
    Expr local = new Expr.Local(held, expr.type(), expr.span());
    return new Expr.Let(held, expr, match.apply(local), type, expr.span());
  }

  /// What the subject of a match holds, or refers to, when it is that variant.
  static Expr variant(Expr subject, int tag, Type variant) {
    Type type = subject.type() instanceof Type.Ref ref ? referenceLike(ref, variant) : variant;
    return new Expr.Variant(subject, tag, type, subject.span());
  }

  private static Type referenceLike(Type.Ref union, Type variant) {
    return new Type.Ref(variant, union.readOnly(), union.region());
  }

  /// The subject of a match as the variant, or the smaller union, that it is known to hold. Behind a
  /// reference a struct is referred to; anything else is copied out.
  static Expr as(Body body, Expr subject, Type narrowed) {
    Type.Named union = of(subject.type());
    if (union == null) {
      return subject;
    }
    int index = body.variants(union).indexOf(narrowed);
    if (index < 0) {
      Type target =
          subject.type() instanceof Type.Ref ref ? referenceLike(ref, narrowed) : narrowed;
      return retagged(body, subject, body.variants(narrowed), (Type.Named) narrowed, target);
    }
    Expr variant = variant(subject, index + 1, narrowed);
    return subject.type() instanceof Type.Ref && !(narrowed instanceof Type.Named)
        ? new Expr.Deref(variant, narrowed, subject.span())
        : variant;
  }

  /// `*reference` of a union: a copy of what the object is.
  static Expr copied(Body body, Expr reference, Type.Named union, Span span) {
    List<Type> variants = body.variants(union);
    return matched(
        body,
        reference,
        union,
        subject -> {
          List<Expr.Arm> arms = new ArrayList<>();
          for (int i = 0; i < variants.size(); i++) {
            Expr object =
                new Expr.Deref(variant(subject, i + 1, variants.get(i)), variants.get(i), span);
            Expr value = new Expr.Inject(object, i + 1, union, span);
            arms.add(new Expr.Arm(List.of(new MatchLabel.Variant(i + 1)), value));
          }
          return new Expr.Match(subject, variants.size(), arms, union, span);
        });
  }

  /// `arena.new(value)` of a union: an object of the variant that the value is.
  static Expr allocated(Body body, Expr arena, Expr value, Type.Named union, Span span) {
    Type target = new Type.Ref(union);
    if (value instanceof Expr.Inject(Expr payload, int tag, Type _, Span _)) {
      Expr made = new Expr.New(arena, payload, new Type.Ref(payload.type()), span);
      return new Expr.Inject(made, tag, target, span);
    }
    List<Type> variants = body.variants(union);
    return matched(
        body,
        arena,
        target,
        home ->
            matched(
                body,
                value,
                target,
                subject -> {
                  List<Expr.Arm> arms = new ArrayList<>();
                  for (int i = 0; i < variants.size(); i++) {
                    Expr payload = variant(subject, i + 1, variants.get(i));
                    Expr made = new Expr.New(home, payload, new Type.Ref(variants.get(i)), span);
                    Expr reference = new Expr.Inject(made, i + 1, target, span);
                    arms.add(new Expr.Arm(List.of(new MatchLabel.Variant(i + 1)), reference));
                  }
                  return new Expr.Match(subject, variants.size(), arms, target, span);
                }));
  }

  /// A value that is known while compiling. One of a union is kept as its tag and what it holds.
  static Expr constant(ConstantValue value, Type type, Span span) {
    if (!(value instanceof ConstantValue.Aggregate(Type payload, var members))
        || !Variants.isUnion(Type.withoutNull(type))) {
      return new Expr.Literal(value, type, span);
    }
    Type union = Type.withoutNull(type);
    int tag = (int) ((ConstantValue.Int) members.getFirst()).bits();
    Expr held = new Expr.Literal(members.getLast(), payload, span);
    Expr injected = new Expr.Inject(held, tag, union, span);
    return type.equals(union) ? injected : new Expr.Some(injected, type, span);
  }

  /// The type that holds both, for two that no conversion of numbers or null joins.
  static @Nullable Type join(Body body, Expr left, Expr right) {
    Type joined = Results.join(left.type(), right.type());
    if (joined != null) {
      return joined;
    }
    if (Coercions.implicit(body, left, right.type()) != null) {
      return right.type();
    }
    return Coercions.implicit(body, right, left.type()) == null ? null : left.type();
  }

  /// What a literal takes from a union that is asked for: the one variant that it can be. Where there
  /// are several, it has the type that it has by itself.
  static Type hint(Body body, arenad.syntax.Expr syntax, Type wanted) {
    Type union = Type.withoutNull(wanted);
    if (!Variants.isUnion(union)) {
      return wanted;
    }
    return switch (syntax) {
      case IntLiteral _ -> only(body, union, Unions::isInteger, Scalar.I32, wanted);
      case FloatLiteral _ -> only(body, union, Unions::isFloat, Scalar.F64, wanted);
      case Unary unary when unary.op() == UnaryOp.NEGATE -> hint(body, unary.operand(), wanted);
      case ListLiteral _, RepeatLiteral _ -> only(body, union, Unions::isList, null, wanted);
      case arenad.syntax.Expr _ -> wanted;
    };
  }

  private static Type only(
      Body body, Type union, Predicate<Type> question, @Nullable Type usual, Type otherwise) {
    List<Type> candidates = body.variants(union).stream().filter(question).toList();
    return candidates.size() == 1 && !candidates.contains(usual)
        ? candidates.getFirst()
        : otherwise;
  }

  private static boolean isInteger(Type type) {
    return type instanceof Scalar scalar && scalar.isInteger();
  }

  private static boolean isFloat(Type type) {
    return type instanceof Scalar scalar && scalar.isFloat();
  }

  private static boolean isList(Type type) {
    return type instanceof Type.Tuple || type instanceof Type.FixedArray;
  }
}
