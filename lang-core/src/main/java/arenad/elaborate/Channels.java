package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.syntax.Expr.Call;
import arenad.syntax.Expr.Member;
import arenad.syntax.Ident;
import arenad.syntax.TypeExpr;
import arenad.text.Span;
import arenad.type.ConstantValue;
import arenad.type.Type;
import arenad.type.TypeText;
import arenad.type.Variants;
import arenad.typed.ChannelUse;
import arenad.typed.Expr;
import arenad.typed.Operation;
import arenad.typed.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `Channel<T, "id">.send(x)`, `.recv()` and `.tryRecv()`.
///
/// A message is an object in a fresh arena. What is sent is cloned into it, and so is written out here as the clone that it is. A
/// `Region<T>` is an arena with an object in it already, and is moved.
final class Channels {
  private static final List<String> MEMBERS = List.of("send", "recv", "tryRecv");
  private static final Type ARENA = new Type.Arena();

  private final Body body;
  private final String identifier;
  private final Type type;
  private final Call call;

  private Channels(Body body, String identifier, Type type, Call call) {
    this.body = body;
    this.identifier = identifier;
    this.type = type;
    this.call = call;
  }

  static Expr call(Body body, TypeExpr.Named channel, Member member, Call call) {
    Ident name = member.name();
    if (!(channel.args().size() == 2
        && channel.args().getLast() instanceof TypeExpr.Text(String identifier, Span _))) {
      Arguments.ignored(body, call.args());
      return body.error(
          Code.E0215,
          channel.span(),
          "`Channel` takes the type of its messages and an identifier in quotes:"
              + " `Channel<T, \"id\">`");
    }
    Type type = body.type(channel.args().getFirst());
    if (type == Type.Unit.UNKNOWN || name.isMissing()) {
      Arguments.ignored(body, call.args());
      return body.hole(call.span());
    }
    if (!MEMBERS.contains(name.text())) {
      Arguments.ignored(body, call.args());
      body.complaints.addWithSuggestion(
          Code.E0106, name.span(), "a channel has no `" + name.text() + "`", name.text(), MEMBERS);
      return body.hole(call.span());
    }
    String obstacle = obstacle(body, type);
    if (obstacle != null) {
      Arguments.ignored(body, call.args());
      return body.error(
          Code.E0405,
          channel.args().getFirst().span(),
          "`" + TypeText.of(type) + "` cannot be sent to another thread: " + obstacle);
    }
    body.channels.add(new ChannelUse(identifier, type, channel.span()));
    return new Channels(body, identifier, type, call).operation(name);
  }

  private static @Nullable String obstacle(Body body, Type type) {
    return type instanceof Type.Builtin(Type.Container container, List<Type> arguments)
            && container == Type.Container.REGION
        ? Sendable.obstacle(body, arguments.getFirst())
        : Sendable.obstacle(body, type);
  }

  private Expr operation(Ident name) {
    boolean sends = name.text().equals("send");
    int wanted = sends ? 1 : 0;
    int given = call.args().size();
    if (given != wanted) {
      Arguments.ignored(body, call.args());
      body.complaints.add(
          Code.E0202,
          given > wanted ? call.args().get(wanted).span() : call.span().lastToken(),
          "`" + name.text() + "` takes " + Arguments.count(wanted) + ", not " + given);
      return body.hole(sends ? Type.Unit.VOID : Type.Unit.UNKNOWN, call.span());
    }
    boolean region = type instanceof Type.Builtin builtin && isRegion(builtin);
    return switch (name.text()) {
      case "send" -> region ? sendRegion() : send();
      case "recv" ->
          region
              ? intrinsic(Operation.REGION_RECV, type, List.of())
              : intrinsic(Operation.CHANNEL_RECV, pair(), List.of());
      default ->
          region
              ? intrinsic(Operation.REGION_TRY_RECV, new Type.Optional(type), List.of())
              : intrinsic(Operation.CHANNEL_TRY_RECV, new Type.Optional(pair()), List.of());
    };
  }

  private static boolean isRegion(Type.Builtin builtin) {
    return builtin.container() == Type.Container.REGION;
  }

  /// An operation on the channel, whose identifier is the first argument.
  private Expr intrinsic(Operation operation, Type result, List<Expr> arguments) {
    Expr name = new Expr.Literal(new ConstantValue.Text(identifier), new Type.Text(), call.span());
    List<Expr> all = new ArrayList<>(List.of(name));
    all.addAll(arguments);
    return new Expr.Intrinsic(operation, all, result, call.span());
  }

  private Expr sendRegion() {
    Expr region = Expressions.expect(body, call.args().getFirst(), type);
    return intrinsic(Operation.REGION_SEND, Type.Unit.VOID, List.of(region));
  }

  private Expr send() {
    Expr value = value();
    if (value instanceof Expr.Hole) {
      return body.hole(Type.Unit.VOID, call.span());
    }
    Span span = call.span();
    Variable arena = body.locals.unnamed(ARENA, span);
    Expr begun = new Expr.Intrinsic(Operation.REGION_BEGIN, List.of(), ARENA, span);
    Expr home = new Expr.Local(arena, ARENA, span);
    Expr sent =
        intrinsic(Operation.CHANNEL_SEND, Type.Unit.VOID, List.of(home, message(home, value)));
    return new Expr.Let(arena, begun, sent, Type.Unit.VOID, span);
  }

  /// What is sent: a value of the type, or a reference to one.
  private Expr value() {
    arenad.syntax.Expr syntax = call.args().getFirst();
    if (type instanceof Type.Optional) {
      return Expressions.expect(body, syntax, type);
    }
    Expr value = Nullness.required(body, Expressions.value(body, syntax, type));
    if (isReference(value)) {
      return value;
    }
    boolean variant = value.type() instanceof Type.Ref && Variants.isUnion(type);
    return Coercions.to(body, value, variant ? new Type.Ref(type) : type);
  }

  private boolean isReference(Expr value) {
    return value.type() instanceof Type.Ref(Type target, _, _) && target.equals(type);
  }

  /// A reference to the object in its arena that is the message.
  private Expr message(Expr home, Expr value) {
    Span span = call.span();
    if (isReference(value)) {
      return cloned(value, new Type.Ref(type), home);
    }
    Expr copy = cloned(value, type, home);
    return type instanceof Type.Named union && Variants.isUnion(union)
        ? Unions.allocated(body, home, copy, union, span)
        : new Expr.New(home, copy, new Type.Ref(type), span);
  }

  private Expr cloned(Expr value, Type as, Expr home) {
    return new Expr.Clone(value, home, as, call.span());
  }

  private Type pair() {
    return new Type.Tuple(List.of(ARENA, new Type.Ref(type)));
  }
}
