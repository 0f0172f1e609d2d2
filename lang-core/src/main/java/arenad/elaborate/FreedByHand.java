package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.diagnostic.Edit;
import arenad.diagnostic.Fix;
import arenad.syntax.Expr.Call;
import arenad.syntax.Ident;
import arenad.type.Type;
import arenad.typed.Expr;

/// A call of `free` on what lives in an arena: there is no such thing, it goes with the arena.
final class FreedByHand {
  private FreedByHand() {}

  static boolean isMeant(Ident method) {
    return method.text().equals("free");
  }

  /// Whether values of the type are memory of an arena.
  static boolean isInArena(Type type) {
    return switch (Type.withoutNull(type)) {
      case Type.Ref _, Type.Text _ -> true;
      case Type.Builtin(var container, _) ->
          switch (container) {
            case ARRAY, MAP, SPAN, STRING_BUFFER, ARENA_BUFFER -> true;
            case OWNED, SHARED, WEAK, REGION -> false;
          };
      case Type _ -> false;
    };
  }

  static Expr told(Body body, Ident name, Call call) {
    body.complaints.add(
        body.complaints
            .about(
                Code.E0321,
                name.span(),
                "only arenas are freed by hand, and what lives in one goes with it")
            .help("leave this out, and free the arena")
            .fix(new Fix("Leave this out", new Edit.Remove(body.complaints.at(call.span())))));
    return body.hole(Type.Unit.VOID, call.span());
  }
}
