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
  private final Declaration.Struct struct;
  private final Span span;
  private final @Nullable Expr[] values;
  private final List<Integer> order = new ArrayList<>();
  private boolean broken;

  private StructLiterals(Body body, Declaration.Struct struct, Span span) {
    this.body = body;
    this.struct = struct;
    this.span = span;
    this.values = new Expr[struct.fields().size()];
  }

  /// `Foo { a: 1 }`
  static Expr byName(Body body, StructLiteral syntax) {
    Type type = body.types.of(syntax.type());
    Declaration.Struct struct = usable(body, type);
    if (struct == null) {
      syntax.fields().forEach(field -> Expressions.of(body, field.value(), null));
      return type == Type.Unit.UNKNOWN || type instanceof Type.Named
          ? body.hole(type, syntax.span())
          : body.error(
              Code.E0111, syntax.type().span(), "only a struct has a literal of this form");
    }
    StructLiterals literal = new StructLiterals(body, struct, syntax.span());
    syntax.fields().forEach(literal::named);
    return literal.complete(type, syntax.type().span());
  }

  /// `Foo(1)`
  static Expr byPosition(Body body, SymbolId symbol, Call call) {
    Type type = new Type.Named(symbol);
    Declaration.Struct struct = usable(body, type);
    if (struct == null) {
      Arguments.ignored(body, call.args());
      return body.hole(type, call.span());
    }
    StructLiterals literal = new StructLiterals(body, struct, call.span());
    literal.positions(call.args());
    return literal.complete(type, call.callee().span());
  }

  /// The struct whose literal can be checked; null for one that is not supported.
  private static Declaration.@Nullable Struct usable(Body body, Type type) {
    Declaration.Struct struct = body.struct(type);
    return struct == null || !struct.typeParameters().isEmpty() ? null : struct;
  }

  private void named(FieldInit init) {
    Ident name = init.name();
    int index = name.isMissing() ? -1 : struct.fieldIndex(name.text());
    if (index < 0) {
      broken = true;
      Expressions.of(body, init.value(), null);
      if (!name.isMissing()) {
        unknown(name);
      }
      return;
    }
    if (values[index] != null) {
      broken = true;
      Expressions.of(body, init.value(), null);
      body.complaints.add(
          Code.E0208, name.span(), "`" + name.text() + "` has a value already in this literal");
      return;
    }
    assign(index, init.value());
  }

  private void unknown(Ident name) {
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      if (values[i] == null) {
        missing.add(struct.fields().get(i).name());
      }
    }
    body.complaints.addWithSuggestion(
        Code.E0208,
        name.span(),
        "`" + struct.symbol().name() + "` has no field `" + name.text() + "`",
        name.text(),
        missing);
  }

  private void positions(List<arenad.syntax.Expr> args) {
    for (int i = 0; i < args.size(); i++) {
      if (i < values.length) {
        assign(i, args.get(i));
        continue;
      }
      Expressions.of(body, args.get(i), null);
      if (i == values.length) {
        broken = true;
        body.complaints.add(
            Code.E0208,
            args.get(i).span(),
            "`"
                + struct.symbol().name()
                + "` has "
                + (values.length == 1 ? "1 field" : values.length + " fields")
                + ", not "
                + args.size());
      }
    }
  }

  private void assign(int index, arenad.syntax.Expr syntax) {
    Declaration.Field field = struct.fields().get(index);
    Expr value = Expressions.of(body, syntax, field.type());
    values[index] =
        Coercions.to(
            body,
            value,
            field.type(),
            Place.in(struct.symbol(), field.span()),
            "`" + field.name() + "` is declared here");
    order.add(index);
  }

  private Expr complete(Type type, Span name) {
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
          "this literal of `" + struct.symbol().name() + "` lacks " + String.join(", ", missing));
    }
    boolean holes =
        !missing.isEmpty() || broken || Arrays.stream(values).anyMatch(Expr.Hole.class::isInstance);
    return holes
        ? body.hole(type, span)
        : new Expr.StructLiteral(struct.symbol(), Arrays.asList(values), order, type, span);
  }

  private @Nullable Expr byDefault(Declaration.Field field) {
    if (field.defaultValue() != null) {
      return field.defaultValue() instanceof ConstantValue.Unknown
          ? body.hole(field.type(), span)
          : new Expr.Literal(field.defaultValue(), field.type(), span.lastToken());
    }
    if (field.type() == Type.Unit.UNKNOWN) {
      return body.hole(span);
    }
    return field.type() instanceof Type.Optional
        ? new Expr.Literal(new ConstantValue.Null(), field.type(), span.lastToken())
        : null;
  }
}
