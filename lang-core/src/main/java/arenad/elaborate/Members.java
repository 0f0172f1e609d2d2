package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.resolve.Meaning;
import arenad.symbol.SymbolId;
import arenad.syntax.Expr.Member;
import arenad.syntax.Expr.OptionalMember;
import arenad.syntax.Ident;
import arenad.text.Span;
import arenad.type.Declaration;
import arenad.type.Owners;
import arenad.type.Type;
import arenad.type.TypeText;
import arenad.type.Variants;
import arenad.typed.Expr;
import arenad.typed.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Members that are not called: fields, and the properties of what the language brings.
final class Members {
  private Members() {}

  static Expr read(Body body, Member member) {
    return Nullness.read(body, place(body, member));
  }

  /// The member before narrowing, so that it can be assigned.
  static Expr place(Body body, Member member) {
    Meaning object = Qualified.of(body, member.object());
    if (object != null && Qualified.isModule(object)) {
      return inModule(body, object, member);
    }
    if (object instanceof Meaning.Symbol(SymbolId symbol)
        && symbol.kind() != SymbolId.Kind.CONSTANT) {
      return ofType(body, symbol, member);
    }
    return of(body, Chains.object(body, member.object()), member.name(), member.span());
  }

  static Expr optional(Body body, OptionalMember member) {
    Expr object = Chains.bind(body, Chains.object(body, member.object()));
    return Nullness.read(body, of(body, object, member.name(), member.span()));
  }

  private static Expr inModule(Body body, Meaning module, Member member) {
    Ident name = member.name();
    Meaning meaning = Qualified.member(body, module, name.text());
    if (name.isMissing() || meaning == null) {
      return body.hole(member.span());
    }
    return meaning instanceof Meaning.Absent
        ? References.absentMember(body, module, name)
        : References.global(body, meaning, name, member.span());
  }

  private static Expr ofType(Body body, SymbolId symbol, Member member) {
    if (symbol.kind() != SymbolId.Kind.STRUCT || member.name().isMissing()) {
      return Expressions.of(body, member.object(), null);
    }
    return body.error(
        Code.E0106,
        member.name().span(),
        "`"
            + symbol.name()
            + "` is a struct, and `"
            + member.name().text()
            + "` is looked for in a value of it");
  }

  /// The member of a value, through a reference too.
  static Expr of(Body body, Expr object, Ident name, Span span) {
    Expr base = dereferenced(Nullness.required(body, object));
    if (name.isMissing() || base.type() == Type.Unit.UNKNOWN) {
      return body.hole(span);
    }
    return switch (base.type()) {
      case Type.Named named -> field(body, base, named, name, span);
      case Type.Parameter subject -> RequiredMembers.field(body, base, subject, name, span);
      case Type.Text _, Type.Arena _, Type.Builtin _, Type.FixedArray _ ->
          property(body, base, name, span);
      case Type.Scalar _, Type.Unit _, Type.Optional _, Type.Ref _, Type.Tuple _, Type.Function _ ->
          none(body, base.type(), name, List.of());
    };
  }

  /// The object behind a reference; of anything else the thing itself.
  static Expr dereferenced(Expr object) {
    return object.type() instanceof Type.Ref(Type target, boolean _, String _)
        ? new Expr.Deref(object, target, object.span())
        : object;
  }

  private static Expr field(Body body, Expr base, Type.Named type, Ident name, Span span) {
    if (Variants.isUnion(type)) {
      return ofUnion(body, type, name);
    }
    Declaration.Struct struct = body.struct(type);
    if (struct == null) {
      return body.hole(span);
    }
    int index = struct.fieldIndex(name.text());
    if (index >= 0 && RegionHandles.isClosed(body, type)) {
      return body.error(
          Code.E0104,
          name.span(),
          "`" + name.text() + "` of a `RegionHandle` is not exported; its methods are");
    }
    if (index >= 0) {
      Type fieldType = struct.fields().get(index).type();
      return fieldType == Type.Unit.UNKNOWN
          ? body.hole(span)
          : new Expr.Field(base, index, name.text(), fieldType, span);
    }
    if (Methods.find(body, struct.symbol(), name.text()) != null) {
      return body.error(
          Code.E0106,
          name.span(),
          "`" + name.text() + "` is a method: it is called, `" + name.text() + "(...)`");
    }
    return switch (Forwards.of(body, base, type, name)) {
      case Forwards.Found.In(Expr object, Type.Named inside) ->
          field(body, object, inside, name, span);
      case Forwards.Found.Broken _ -> body.hole(span);
      case Forwards.Found.Nowhere _ -> none(body, type, name, Forwards.names(body, struct));
    };
  }

  /// A member that is looked for in a union.
  static Expr.Hole ofUnion(Body body, Type type, Ident name) {
    body.complaints.add(
        body.complaints
            .about(
                Code.E0106,
                name.span(),
                "`"
                    + TypeText.of(type)
                    + "` is a union, and only its variants have members such as `"
                    + name.text()
                    + "`")
            .help(
                "find out with `match` which variant it is: inside of a `case` it has its"
                    + " members"));
    return body.hole(name.span());
  }

  static Expr.Hole none(Body body, Type type, Ident name, List<String> candidates) {
    body.complaints.addWithSuggestion(
        Code.E0106,
        name.span(),
        "`" + TypeText.of(type) + "` has no member `" + name.text() + "`",
        name.text(),
        candidates);
    return body.hole(name.span());
  }

  private static Expr property(Body body, Expr base, Ident name, Span span) {
    if (base.type() instanceof Type.FixedArray(Type _, int length)
        && name.text().equals("length")) {
      // A constant, unless the array has to be evaluated.
      return Path.of(base) != null
          ? Literals.integer(length, Type.Scalar.I32, span)
          : new Expr.Intrinsic(Operation.FIXED_LENGTH, List.of(base), Type.Scalar.I32, span);
    }
    Expr ofOwner =
        base.type() instanceof Type.Builtin type && Owners.isOwner(type)
            ? OwnerMembers.property(base, type, name, span)
            : null;
    if (ofOwner != null) {
      return ofOwner;
    }
    Operation operation = propertyOperation(base.type(), name.text());
    if (operation != null) {
      Type type = base.type() instanceof Type.Arena ? Type.Scalar.I64 : Type.Scalar.I32;
      return new Expr.Intrinsic(operation, List.of(base), type, span);
    }
    if (BuiltinMethods.of(base.type(), name.text()) != null
        || BuiltinMethods.isSpecial(base.type(), name.text())) {
      return body.error(
          Code.E0106,
          name.span(),
          "`" + name.text() + "` is a method: it is called, `" + name.text() + "(...)`");
    }
    return none(body, base.type(), name, List.of("length", "used", "capacity"));
  }

  private static @Nullable Operation propertyOperation(Type type, String name) {
    if (type instanceof Type.Arena) {
      return switch (name) {
        case "used" -> Operation.ARENA_USED;
        case "capacity" -> Operation.ARENA_CAPACITY;
        default -> null;
      };
    }
    if (!name.equals("length")) {
      return null;
    }
    if (type instanceof Type.Text) {
      return Operation.STRING_LENGTH;
    }
    return type instanceof Type.Builtin(Type.Container container, var _)
        ? switch (container) {
          case ARRAY -> Operation.ARRAY_LENGTH;
          case MAP -> Operation.MAP_LENGTH;
          case STRING_BUFFER -> Operation.BUFFER_LENGTH;
          case SPAN -> Operation.SPAN_LENGTH;
          case ARENA_BUFFER -> Operation.BYTES_LENGTH;
          case OWNED, SHARED, WEAK, REGION -> null;
        }
        : null;
  }
}
