package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.resolve.StandardModule;
import arenad.symbol.SymbolId;
import arenad.syntax.Expr.Call;
import arenad.syntax.Expr.Closure;
import arenad.syntax.Ident;
import arenad.type.Declaration;
import arenad.type.Type;
import arenad.type.Variants;
import arenad.typed.Expr;
import arenad.typed.Operation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Calls of methods: those of structs, and those that the language brings.
final class Methods {
  private static final SymbolId SORT_BY =
      new SymbolId(StandardModule.COLLECTIONS.fullName(), SymbolId.Kind.FUNCTION, "sortBy");

  private Methods() {}

  /// The method of that name that a struct declares, or null.
  static @Nullable SymbolId find(Body body, SymbolId struct, String name) {
    SymbolId found = body.environment.find(struct.module(), struct.name() + "." + name);
    return found != null && found.kind() == SymbolId.Kind.METHOD ? found : null;
  }

  static Expr call(Body body, Expr object, Ident name, Call call, @Nullable Type hint) {
    Expr taken = OwnerMembers.take(body, object, name, call);
    if (taken != null) {
      return taken;
    }
    Expr receiver = Nullness.required(body, object);
    if (name.isMissing() || receiver.type() == Type.Unit.UNKNOWN) {
      Arguments.ignored(body, call.args());
      return body.hole(call.span());
    }
    Expr base = Members.dereferenced(receiver);
    if (RegionHandles.isAllocation(base.type(), name)) {
      return RegionHandles.allocated(body, base, name, call, hint);
    }
    if (base.type() instanceof Type.Named named) {
      SymbolId method = find(body, named.symbol(), name.text());
      if (method != null) {
        return ofStruct(body, method, base, name, call, hint);
      }
    }
    boolean shown = name.text().equals("toString") && TextForms.exists(body, base.type());
    if (base.type() instanceof Type.Parameter subject
        && (!shown || RequiredMembers.find(body, subject, name.text()) != null)) {
      return RequiredMembers.call(body, base, subject, name, call);
    }
    if (shown) {
      return TextForms.of(body, base, call);
    }
    if (name.text().equals("clone") && Clones.isClonable(receiver.type(), base.type())) {
      return Clones.of(body, receiver, call);
    }
    if (base.type() instanceof Type.Named named) {
      return forwarded(body, base, named, name, call, hint);
    }
    return builtin(body, base, name, call, hint);
  }

  private static Expr ofStruct(
      Body body, SymbolId method, Expr base, Ident name, Call call, @Nullable Type hint) {
    boolean takesSelf =
        body.environment.declaration(method) instanceof Declaration.Function function
            && function.isMethod();
    if (!takesSelf) {
      Arguments.ignored(body, call.args());
      String struct = method.name().substring(0, method.name().lastIndexOf('.'));
      return body.error(
          Code.E0203,
          name.span(),
          "`"
              + name.text()
              + "` takes no `self`; it is called `"
              + struct
              + "."
              + name.text()
              + "(...)`");
    }
    if (Unions.isInUnion(base) && call.args().stream().anyMatch(Closure.class::isInstance)) {
      Arguments.ignored(body, call.args());
      body.complaints.add(
          body.complaints
              .about(
                  Code.E0413,
                  name.span(),
                  "the closure could replace what the union holds while this method works on it")
              .help("call it on what the case has found: `case V as v`"));
      return body.hole(call.span());
    }
    if (Unions.isInNullable(base)) {
      Arguments.ignored(body, call.args());
      body.complaints.add(
          body.complaints
              .about(
                  Code.E0107,
                  name.span(),
                  "a method may change its object, and what a nullable union holds cannot be"
                      + " changed in part")
              .help("call it on what the case has found: `case V as v`"));
      return body.hole(call.span());
    }
    return Calls.function(body, method, base, List.of(), name.span(), call, hint);
  }

  private static Expr absent(Body body, Type.Named type, Ident name, Call call) {
    Arguments.ignored(body, call.args());
    if (Variants.isUnion(type)) {
      return Members.ofUnion(body, type, name);
    }
    Declaration.Struct struct = body.struct(type);
    if (struct == null) {
      return body.hole(call.span());
    }
    Declaration.Field field = struct.field(name.text());
    if (field != null) {
      return field.type() == Type.Unit.UNKNOWN
          ? body.hole(call.span())
          : body.error(
              Code.E0203,
              name.span(),
              "`" + name.text() + "` is a field of `" + struct.symbol().name() + "` and no method");
    }
    return FreedByHand.isMeant(name)
        ? FreedByHand.told(body, name, call)
        : Members.none(body, type, name, List.of("clone"));
  }

  /// A method of a struct that a `forward` leads to.
  private static Expr forwarded(
      Body body, Expr base, Type.Named type, Ident name, Call call, @Nullable Type hint) {
    Declaration.Struct struct = body.struct(type);
    if (struct == null || struct.field(name.text()) != null) {
      return absent(body, type, name, call);
    }
    return switch (Forwards.of(body, base, type, name)) {
      case Forwards.Found.In(Expr object, Type.Named _) -> call(body, object, name, call, hint);
      case Forwards.Found.Broken _ -> {
        Arguments.ignored(body, call.args());
        yield body.hole(call.span());
      }
      case Forwards.Found.Nowhere _ -> absent(body, type, name, call);
    };
  }

  /// `xs.sort(compare)` of an array is a function of the library.
  private static boolean isSort(Type type, String name) {
    return name.equals("sort")
        && type instanceof Type.Builtin(Type.Container container, var _)
        && container == Type.Container.ARRAY;
  }

  private static Expr builtin(Body body, Expr base, Ident name, Call call, @Nullable Type hint) {
    String text = name.text();
    if (base.type() instanceof Type.Arena) {
      if (text.equals("new")) {
        return ArenaObjects.of(body, base, call, hint);
      }
      if (Spans.isAllocation(name)) {
        return Spans.allocated(body, base, name, 1, call, hint);
      }
      if (RegionHandles.isTelemetry(name)) {
        return RegionHandles.telemetry(body, base, name, call);
      }
      if (text.equals("useArena")) {
        Arguments.ignored(body, call.args());
        return body.error(
            Code.E0210, name.span(), "`useArena` is a statement of its own and gives no value");
      }
    }
    if (isSort(base.type(), text)) {
      return Calls.function(body, SORT_BY, base, List.of(), name.span(), call, null);
    }
    BuiltinMethods.Method method = BuiltinMethods.of(base.type(), text);
    if (method == null) {
      Arguments.ignored(body, call.args());
      return BuiltinMethods.isSpecial(base.type(), text)
          ? special(body, base, name)
          : FreedByHand.isMeant(name) && FreedByHand.isInArena(base.type())
              ? FreedByHand.told(body, name, call)
              : Members.none(body, base.type(), name, BuiltinMethods.names(base.type()));
    }
    GenericCalls.complainOfWritten(body, text, call);
    List<Expr> arguments =
        Arguments.of(body, text, method.parameters(), method.parameters().size(), call);
    if (arguments == null || !OwnerMembers.isCompactable(body, method.operation(), base)) {
      return body.hole(method.result(), call.span());
    }
    return intrinsic(method.operation(), base, arguments, method.result(), call);
  }

  private static Expr special(Body body, Expr base, Ident name) {
    return base.type() instanceof Type.Text
        ? body.error(
            Code.E0210,
            name.span(),
            "`chars()` stands in the head of a `for`, which runs over the characters")
        : Members.none(body, base.type(), name, BuiltinMethods.names(base.type()));
  }

  private static Expr intrinsic(
      Operation operation, Expr base, List<Expr> arguments, Type result, Call call) {
    List<Expr> all = new ArrayList<>();
    all.add(base);
    all.addAll(arguments);
    return new Expr.Intrinsic(operation, all, result, call.span());
  }
}
