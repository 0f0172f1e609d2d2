package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.syntax.Expr.Call;
import arenad.syntax.Expr.TypeApplication;
import arenad.syntax.Ident;
import arenad.syntax.TypeExpr;
import arenad.text.Span;
import arenad.type.ConstantValue;
import arenad.type.Type;
import arenad.type.Type.Scalar;
import arenad.type.TypeText;
import arenad.typed.Expr;
import arenad.typed.Operation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `a.alloc<T>(n, align)` and `a.span<T>(n)`: elements that begin as zeros.
final class Spans {
  private static final BuiltinMethods.Parameter I32 = new BuiltinMethods.Parameter.Of(Scalar.I32);
  private static final int MOST_ALIGNED = 4096;

  private Spans() {}

  static boolean isAllocation(Ident name) {
    return name.text().equals("alloc") || name.text().equals("span");
  }

  /// The type of the elements is written, or taken from what is wanted.
  ///
  /// @param least how many arguments there must be; a number of elements that is not given is 1
  static Expr allocated(
      Body body, Expr arena, Ident name, int least, Call call, @Nullable Type hint) {
    if (call.callee() instanceof TypeApplication(_, List<TypeExpr> types, _)) {
      return written(body, arena, name, least, types, call);
    }
    if (hint != null
        && Type.withoutNull(hint)
            instanceof Type.Builtin(Type.Container container, List<Type> arguments)
        && container == Type.Container.SPAN) {
      return of(body, arena, name, least, arguments.getFirst(), name.span(), call);
    }
    Arguments.ignored(body, call.args());
    return body.error(
        Code.E0214,
        name.span(),
        "nothing says of what type the elements are: `" + name.text() + "<i32>(n)`");
  }

  /// Bytes: how many, and at a multiple of what.
  static Expr bytes(Body body, Expr arena, Ident name, Call call) {
    return of(body, arena, name, 1, Scalar.U8, name.span(), call);
  }

  private static Expr written(
      Body body, Expr arena, Ident name, int least, List<TypeExpr> types, Call call) {
    if (types.size() != 1) {
      Arguments.ignored(body, call.args());
      return body.error(
          Code.E0215,
          name.span(),
          "`" + name.text() + "` takes one type argument, that of the elements");
    }
    TypeExpr element = types.getFirst();
    return of(body, arena, name, least, body.types.of(element), element.span(), call);
  }

  private static Expr of(
      Body body, Expr arena, Ident name, int least, Type element, Span elementSpan, Call call) {
    if (element == Type.Unit.UNKNOWN) {
      Arguments.ignored(body, call.args());
      return body.hole(call.span());
    }
    Type type = new Type.Builtin(Type.Container.SPAN, element);
    List<BuiltinMethods.Parameter> parameters =
        name.text().equals("alloc") ? List.of(I32, I32) : List.of(I32);
    List<Expr> arguments = Arguments.of(body, name.text(), parameters, least, call);
    if (arguments == null
        || !mayBeZeros(body, element, elementSpan)
        || !isAligned(body, arguments)) {
      return body.hole(type, call.span());
    }
    List<Expr> all = new ArrayList<>();
    all.add(arena);
    all.addAll(arguments);
    if (arguments.isEmpty()) {
      all.add(Literals.integer(1, Scalar.I32, call.span().lastToken()));
    }
    if (arguments.size() < 2) {
      all.add(Literals.integer(0, Scalar.I32, call.span().lastToken()));
    }
    return new Expr.Intrinsic(Operation.SPAN_NEW, all, type, call.span());
  }

  private static boolean mayBeZeros(Body body, Type element, Span span) {
    if (ZeroValues.include(body, element)) {
      return true;
    }
    String type = TypeText.of(element);
    boolean direct = !(element instanceof Type.Named || element instanceof Type.Tuple);
    body.complaints.add(
        body.complaints
            .about(
                Code.E0404,
                span,
                "the elements of a span begin as zeros, "
                    + (direct ? "which is no `" + type + "`" : "which makes no `" + type + "`"))
            .help("a span of `" + type + "?` begins with nulls"));
    return false;
  }

  private static boolean isAligned(Body body, List<Expr> arguments) {
    if (arguments.size() == 2
        && arguments.getLast() instanceof Expr.Literal(ConstantValue.Int(long align), _, Span span)
        && (align < 0 || align > MOST_ALIGNED || (align & align - 1) != 0)) {
      body.complaints.add(
          Code.E0204, span, "an alignment is a power of two up to 4096, not `" + align + "`");
      return false;
    }
    return true;
  }
}
