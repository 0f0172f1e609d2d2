package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.syntax.Expr.Call;
import arenad.syntax.Ident;
import arenad.text.Span;
import arenad.type.Owners;
import arenad.type.Type;
import arenad.type.TypeText;
import arenad.typed.Expr;
import arenad.typed.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Members of `Owned`, `Shared`, `Weak` and `Region`.
final class OwnerMembers {
  private OwnerMembers() {}

  /// `Owned<T>.new(value)`, `Shared<T>.new(value)`; null where the type has no such thing.
  static @Nullable Expr make(Body body, Type.Builtin type, Ident name, Call call) {
    if (!name.text().equals("new")) {
      return null;
    }
    if (type.container() == Type.Container.REGION) {
      return Regions.make(body, type, call);
    }
    Operation operation =
        switch (type.container()) {
          case OWNED -> Operation.OWNED_NEW;
          case SHARED -> Operation.SHARED_NEW;
          case ARRAY, MAP, SPAN, STRING_BUFFER, ARENA_BUFFER, WEAK, REGION -> null;
        };
    if (operation == null) {
      return null;
    }
    Type content = type.arguments().getFirst();
    List<BuiltinMethods.Parameter> parameters = List.of(new BuiltinMethods.Parameter.Of(content));
    List<Expr> arguments = Arguments.of(body, "new", parameters, 1, call);
    return arguments == null
        ? body.hole(type, call.span())
        : new Expr.Intrinsic(operation, arguments, type, call.span());
  }

  /// What stands after the dot without being called; null where the type has no such member.
  static @Nullable Expr property(Expr base, Type.Builtin type, Ident name, Span span) {
    return switch (name.text()) {
      case "value" -> hasValue(type) ? value(base, type.arguments().getFirst(), span) : null;
      case "count" ->
          type.container() == Type.Container.SHARED
              ? new Expr.Intrinsic(Operation.SHARED_COUNT, List.of(base), Type.Scalar.I32, span)
              : null;
      case "bytes" ->
          type.container() == Type.Container.REGION
              ? new Expr.Intrinsic(Operation.REGION_BYTES, List.of(base), Type.Scalar.I64, span)
              : null;
      default -> null;
    };
  }

  private static boolean hasValue(Type.Builtin type) {
    return type.container() == Type.Container.OWNED || type.container() == Type.Container.SHARED;
  }

  /// What the handle leads to, as a place.
  private static Expr value(Expr base, Type content, Span span) {
    Expr reference =
        new Expr.Intrinsic(Operation.OWNER_VALUE, List.of(base), new Type.Ref(content), span);
    return new Expr.Deref(reference, content, span);
  }

  /// The reference behind the `value` of a handle: it may be handed to a call as it is.
  static @Nullable Expr reference(Expr expr, Type target) {
    return expr instanceof Expr.Deref(Expr.Intrinsic reference, _, _)
            && reference.operation() == Operation.OWNER_VALUE
            && (reference.type().equals(target) || Coercions.guards(target, reference.type()))
        ? reference
        : null;
  }

  static List<BuiltinMethods.Method> methods(Type.Builtin type) {
    Type content = type.arguments().isEmpty() ? type : type.arguments().getFirst();
    Type shared = new Type.Builtin(Type.Container.SHARED, content);
    return switch (type.container()) {
      case SHARED ->
          List.of(
              method("clone", Operation.OWNER_COPY, shared),
              method(
                  "weak", Operation.SHARED_WEAK, new Type.Builtin(Type.Container.WEAK, content)));
      case WEAK ->
          List.of(
              method("clone", Operation.OWNER_COPY, type),
              method("upgrade", Operation.WEAK_UPGRADE, new Type.Optional(shared)));
      case REGION -> List.of(method("compact", Operation.REGION_COMPACT, Type.Unit.VOID));
      case OWNED, ARRAY, MAP, SPAN, STRING_BUFFER, ARENA_BUFFER -> List.of();
    };
  }

  private static BuiltinMethods.Method method(String name, Operation operation, Type result) {
    return new BuiltinMethods.Method(name, operation, result, List.of());
  }

  /// `place.take()`: the owner out of a nullable place, which is null afterwards; null where it is none.
  static @Nullable Expr take(Body body, Expr object, Ident name, Call call) {
    Expr place = Nullness.raw(object);
    boolean nullable =
        place.type() instanceof Type.Optional(Type of)
            && new Owners(body.environment::declaration).holds(of);
    if (!nullable || !name.text().equals("take")) {
      return null;
    }
    if (!call.args().isEmpty()) {
      Arguments.ignored(body, call.args());
      return body.error(
          Code.E0202,
          call.span().lastToken(),
          "`take` takes no arguments, not " + call.args().size());
    }
    if (!isPlace(place)) {
      return body.error(
          Code.E0107,
          call.span(),
          "`take` takes out of a variable or a field, and this is a value: use it as it is");
    }
    AssignmentTargets.check(body, place);
    if (call.callee() instanceof arenad.syntax.Expr.Member(var target, _, _)) {
      body.facts = body.facts.forgetting(Writes.to(target));
    }
    return new Expr.Intrinsic(Operation.OWNER_TAKE, List.of(place), place.type(), call.span());
  }

  static boolean isPlace(Expr expr) {
    return switch (expr) {
      case Expr.Local _, Expr.Field _, Expr.TupleElement _, Expr.Deref _, Expr.Index _ -> true;
      case Expr _ -> false;
    };
  }

  /// Says that only a variable or a field can be compacted.
  static boolean isCompactable(Body body, Operation operation, Expr base) {
    if (operation != Operation.REGION_COMPACT || isPlace(Nullness.raw(base))) {
      return true;
    }
    body.error(
        Code.E0107,
        base.span(),
        "`compact` moves the objects of a `"
            + TypeText.of(base.type())
            + "` that stands in a variable or a field, and this is a value");
    return false;
  }
}
