package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.diagnostic.Place;
import arenad.symbol.SymbolId;
import arenad.syntax.Expr.Call;
import arenad.syntax.Expr.StructLiteral;
import arenad.syntax.FieldInit;
import arenad.syntax.Ident;
import arenad.text.Span;
import arenad.type.ConstantValue;
import arenad.type.Declaration;
import arenad.type.Type;
import arenad.typed.Expr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Struct literals, by name and by position.
final class StructLiterals {
  private final Body body;
  private final SymbolId symbol;
  private final List<Declaration.Field> declared;
  private final Span span;
  private final @Nullable Expr[] values;
  private final List<Integer> order = new ArrayList<>();
  private final List<arenad.syntax.Expr> written = new ArrayList<>();
  private boolean broken;

  private StructLiterals(Body body, Declaration.Struct struct, Span span) {
    this.body = body;
    this.symbol = struct.symbol();
    this.declared = struct.fields();
    this.span = span;
    this.values = new Expr[declared.size()];
  }

  /// `Foo { a: 1 }`
  static Expr byName(Body body, StructLiteral syntax, @Nullable Type hint) {
    Type type = body.types.of(syntax.type());
    Declaration.Struct struct = usable(body, type, syntax.type().span());
    if (struct == null) {
      syntax.fields().forEach(field -> Expressions.of(body, field.value(), null));
      return type == Type.Unit.UNKNOWN || type instanceof Type.Named
          ? body.hole(type, syntax.span())
          : body.error(
              Code.E0111, syntax.type().span(), "only a struct has a literal of this form");
    }
    StructLiterals literal = new StructLiterals(body, struct, syntax.span());
    syntax.fields().forEach(literal::named);
    return literal.complete(struct, type, syntax.type().span(), hint);
  }

  /// `Foo(1)`
  static Expr byPosition(Body body, SymbolId symbol, Call call, @Nullable Type hint) {
    List<Type> arguments = GenericCalls.written(call).stream().map(body::type).toList();
    Type type = new Type.Named(symbol, arguments);
    Declaration.Struct struct =
        arguments.contains(Type.Unit.UNKNOWN) ? null : usable(body, type, call.callee().span());
    if (struct == null) {
      Arguments.ignored(body, call.args());
      return body.hole(type, call.span());
    }
    StructLiterals literal = new StructLiterals(body, struct, call.span());
    literal.positions(call.args());
    return literal.complete(struct, type, call.callee().span(), hint);
  }

  /// The struct whose literal can be checked, with its type parameters where no arguments are written
  /// for them; null after a complaint.
  private static Declaration.@Nullable Struct usable(Body body, Type type, Span span) {
    if (!(type instanceof Type.Named(SymbolId symbol, List<Type> arguments, var _))
        || !(body.environment.declaration(symbol) instanceof Declaration.Struct struct)) {
      return null;
    }
    if (RegionHandles.isClosed(body, type)) {
      body.complaints.add(
          body.complaints
              .about(Code.E0104, span, "the fields of a `RegionHandle` are not exported")
              .help("a region is begun by `Region.enter`"));
      return null;
    }
    if (arguments.isEmpty()) {
      return struct;
    }
    return Arities.check(type, span, body.environment, body.complaints) ? body.struct(type) : null;
  }

  private void named(FieldInit init) {
    Ident name = init.name();
    int index = name.isMissing() ? -1 : index(name.text());
    if (index < 0) {
      broken = true;
      Expressions.of(body, init.value(), null);
      if (!name.isMissing()) {
        unknown(name);
      }
      return;
    }
    if (order.contains(index)) {
      broken = true;
      Expressions.of(body, init.value(), null);
      body.complaints.add(
          Code.E0208, name.span(), "`" + name.text() + "` has a value already in this literal");
      return;
    }
    order.add(index);
    written.add(init.value());
  }

  private int index(String name) {
    for (int i = 0; i < declared.size(); i++) {
      if (declared.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private void unknown(Ident name) {
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      if (!order.contains(i)) {
        missing.add(declared.get(i).name());
      }
    }
    body.complaints.addWithSuggestion(
        Code.E0208,
        name.span(),
        "`" + symbol.name() + "` has no field `" + name.text() + "`",
        name.text(),
        missing);
  }

  private void positions(List<arenad.syntax.Expr> args) {
    for (int i = 0; i < args.size(); i++) {
      if (i < values.length) {
        order.add(i);
        written.add(args.get(i));
        continue;
      }
      Expressions.of(body, args.get(i), null);
      if (i == values.length) {
        broken = true;
        body.complaints.add(
            Code.E0208,
            args.get(i).span(),
            "`"
                + symbol.name()
                + "` has "
                + (values.length == 1 ? "1 field" : values.length + " fields")
                + ", not "
                + args.size());
      }
    }
  }

  /// The literal, when it is known what stands where.
  ///
  /// @param type of the literal, without arguments where they are to be inferred
  private Expr complete(Declaration.Struct struct, Type type, Span name, @Nullable Type hint) {
    List<Expr> given = new ArrayList<>();
    Type whole = type;
    Declaration.Struct instance = struct;
    if (struct.typeParameters().isEmpty()) {
      for (int i = 0; i < written.size(); i++) {
        given.add(Expressions.of(body, written.get(i), declared.get(order.get(i)).type()));
      }
    } else {
      Type inferred = infer(struct, given, name, hint);
      instance = inferred == null ? null : body.struct(inferred);
      if (inferred == null || instance == null) {
        return body.hole(span);
      }
      whole = inferred;
    }
    for (int i = 0; i < written.size(); i++) {
      Declaration.Field field = instance.fields().get(order.get(i));
      values[order.get(i)] =
          Coercions.to(
              body,
              given.get(i),
              field.type(),
              Place.in(symbol, field.span()),
              "`" + field.name() + "` is declared here");
    }
    return filled(instance, whole, name);
  }

  /// The type of a literal whose type arguments are not written, or null after a complaint.
  private @Nullable Type infer(
      Declaration.Struct struct, List<Expr> given, Span name, @Nullable Type hint) {
    Inference inference = new Inference(struct.typeParameters());
    List<Type> places = order.stream().map(index -> declared.get(index).type()).toList();
    Type self = new Type.Named(symbol, Generic.asTypes(struct.typeParameters()));
    GenericArguments arguments = new GenericArguments(body, inference, places, written);
    arguments.infer(self, hint);
    given.addAll(arguments.values());
    List<String> open = inference.open();
    boolean silent = broken || given.stream().anyMatch(value -> value.type() == Type.Unit.UNKNOWN);
    if (!open.isEmpty() && !silent) {
      body.complaints.add(
          body.complaints
              .about(
                  Code.E0214,
                  name,
                  "what `"
                      + open.getFirst()
                      + "` is does not follow from this literal of `"
                      + symbol.name()
                      + "`")
              .help("write it: `" + symbol.name() + "<...> { ... }`"));
    }
    return open.isEmpty() && !inference.arguments().contains(Type.Unit.UNKNOWN)
        ? inference.resolved(self)
        : null;
  }

  private Expr filled(Declaration.Struct struct, Type type, Span name) {
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      if (values[i] == null) {
        values[i] = byDefault(struct.fields().get(i));
        order.add(i);
        if (values[i] == null) {
          missing.add("`" + struct.fields().get(i).name() + "`");
        }
      }
    }
    // What an unknown name or a field too many was meant to be is not known: one complaint is
    // enough.
    if (!missing.isEmpty() && !broken) {
      body.complaints.add(
          Code.E0208,
          name,
          "this literal of `" + symbol.name() + "` lacks " + String.join(", ", missing));
    }
    boolean holes =
        !missing.isEmpty() || broken || Arrays.stream(values).anyMatch(Expr.Hole.class::isInstance);
    return holes || !Satisfaction.ofType(body, type, name)
        ? body.hole(type, span)
        : new Expr.StructLiteral(symbol, Arrays.asList(values), order, type, span);
  }

  private @Nullable Expr byDefault(Declaration.Field field) {
    if (field.defaultValue() != null) {
      return field.defaultValue() instanceof ConstantValue.Unknown
          ? body.hole(field.type(), span)
          : Unions.constant(field.defaultValue(), field.type(), span.lastToken());
    }
    if (field.type() == Type.Unit.UNKNOWN) {
      return body.hole(span);
    }
    return field.type() instanceof Type.Optional
        ? new Expr.Literal(new ConstantValue.Null(), field.type(), span.lastToken())
        : null;
  }
}
