package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.symbol.SymbolId;
import arenad.syntax.Expr.Call;
import arenad.syntax.Expr.Member;
import arenad.syntax.Ident;
import arenad.type.Declaration;
import arenad.type.Type;
import arenad.type.Type.Scalar;
import arenad.type.TypeText;
import arenad.typed.Expr;
import arenad.typed.Operation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Calls of what belongs to a type: `Arena.newRoot()`, `Array<i32>.new(a)`, `Vec3.zero()`.
final class Statics {
  private static final BuiltinMethods.Parameter ARENA =
      new BuiltinMethods.Parameter.Of(new Type.Arena());
  private static final BuiltinMethods.Parameter I32 = new BuiltinMethods.Parameter.Of(Scalar.I32);

  private Statics() {}

  static Expr call(Body body, Type type, Member member, Call call, @Nullable Type hint) {
    Ident name = member.name();
    if (type == Type.Unit.UNKNOWN) {
      // Nothing is said of the arguments of what is not there.
      return body.hole(call.span());
    }
    if (name.isMissing()) {
      Arguments.ignored(body, call.args());
      return body.hole(call.span());
    }
    if (type instanceof Type.Named named) {
      return ofStruct(body, named, name, call, hint);
    }
    if (type instanceof Type.Arena && name.text().equals("newRoot")) {
      return intrinsic(body, Operation.ARENA_NEW_ROOT, type, List.of(), 0, name, call);
    }
    if (type instanceof Type.Builtin builtin) {
      Expr made = ofContainer(body, builtin, name, call);
      if (made != null) {
        return made;
      }
    }
    Arguments.ignored(body, call.args());
    List<String> candidates =
        type instanceof Type.Arena
            ? List.of("newRoot")
            : type instanceof Type.Builtin ? List.of("new") : List.of();
    body.complaints.addWithSuggestion(
        Code.E0106,
        name.span(),
        "the type `" + TypeText.of(type) + "` has no `" + name.text() + "`",
        name.text(),
        candidates);
    return body.hole(call.span());
  }

  /// Null where a container has no such member.
  private static @Nullable Expr ofContainer(Body body, Type.Builtin type, Ident name, Call call) {
    Operation operation =
        switch (type.container()) {
          case ARRAY -> Operation.ARRAY_NEW;
          case MAP -> Operation.MAP_NEW;
          case ARENA_BUFFER -> Operation.BYTES_NEW;
          case STRING_BUFFER -> Operation.BUFFER_NEW;
          case SPAN, OWNED, SHARED, WEAK, REGION -> null;
        };
    if (operation != null && name.text().equals("new")) {
      return intrinsic(body, operation, type, List.of(ARENA, I32), 1, name, call);
    }
    if (operation == Operation.ARRAY_NEW
        && List.of("newIn", "withCapacityIn").contains(name.text())) {
      return RegionHandles.array(body, type, name, call);
    }
    return OwnerMembers.make(body, type, name, call);
  }

  private static Expr intrinsic(
      Body body,
      Operation operation,
      Type type,
      List<BuiltinMethods.Parameter> parameters,
      int least,
      Ident name,
      Call call) {
    List<Expr> arguments = Arguments.of(body, name.text(), parameters, least, call);
    if (arguments == null) {
      return body.hole(type, call.span());
    }
    List<Expr> all = new ArrayList<>(arguments);
    if (all.size() < parameters.size()) {
      all.add(Literals.integer(0, Scalar.I32, call.span().lastToken()));
    }
    return new Expr.Intrinsic(operation, all, type, call.span());
  }

  private static Expr ofStruct(
      Body body, Type.Named type, Ident name, Call call, @Nullable Type hint) {
    Expr ofRegion = RegionHandles.ofRegion(body, type.symbol(), name, call, hint);
    if (ofRegion != null) {
      return ofRegion;
    }
    @Nullable SymbolId method = Methods.find(body, type.symbol(), name.text());
    if (method == null) {
      Arguments.ignored(body, call.args());
      Declaration.Struct struct = body.struct(type);
      return struct == null ? body.hole(call.span()) : Members.none(body, type, name, List.of());
    }
    boolean takesSelf =
        body.environment.declaration(method) instanceof Declaration.Function function
            && function.isMethod();
    if (!takesSelf) {
      return Calls.function(body, method, null, type.arguments(), name.span(), call, hint);
    }
    Arguments.ignored(body, call.args());
    return body.error(
        Code.E0203,
        name.span(),
        "`" + name.text() + "` is called on a value: `x." + name.text() + "(...)`");
  }
}
