package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.resolve.StandardModule;
import arenad.syntax.Expr.Call;
import arenad.syntax.Ident;
import arenad.type.Conversions;
import arenad.type.Type;
import arenad.type.Type.Scalar;
import arenad.type.TypeText;
import arenad.typed.Expr;
import arenad.typed.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Calls of functions of the modules that are built in: `math`, `env`, `time`.
final class StandardCalls {
  /// How many numbers a function of `math` takes, and of which kind.
  private record Mathematics(Operation operation, int arity, boolean floatsOnly) {}

  private static final Map<String, Mathematics> MATH =
      Map.ofEntries(
          Map.entry("abs", new Mathematics(Operation.MATH_ABS, 1, false)),
          Map.entry("min", new Mathematics(Operation.MATH_MIN, 2, false)),
          Map.entry("max", new Mathematics(Operation.MATH_MAX, 2, false)),
          Map.entry("sqrt", new Mathematics(Operation.MATH_SQRT, 1, true)),
          Map.entry("pow", new Mathematics(Operation.MATH_POW, 2, true)),
          Map.entry("floor", new Mathematics(Operation.MATH_FLOOR, 1, true)),
          Map.entry("ceil", new Mathematics(Operation.MATH_CEIL, 1, true)),
          Map.entry("round", new Mathematics(Operation.MATH_ROUND, 1, true)),
          Map.entry("sin", new Mathematics(Operation.MATH_SIN, 1, true)),
          Map.entry("cos", new Mathematics(Operation.MATH_COS, 1, true)),
          Map.entry("tan", new Mathematics(Operation.MATH_TAN, 1, true)),
          Map.entry("atan2", new Mathematics(Operation.MATH_ATAN2, 2, true)),
          Map.entry("exp", new Mathematics(Operation.MATH_EXP, 1, true)),
          Map.entry("log", new Mathematics(Operation.MATH_LOG, 1, true)));

  private StandardCalls() {}

  static Expr of(
      Body body, StandardModule module, String member, Ident name, Call call, @Nullable Type hint) {
    return switch (module) {
      case MATH -> {
        Mathematics function = MATH.get(member);
        yield function == null
            ? notAFunction(body, name, call)
            : mathematics(body, member, function, name, call, hint);
      }
      case ENV ->
          switch (member) {
            case "exit" -> plain(body, name, Operation.ENV_EXIT, Scalar.I32, Type.Unit.NEVER, call);
            case "args" ->
                plain(
                    body,
                    name,
                    Operation.ENV_ARGS,
                    new Type.Arena(),
                    Type.array(new Type.Text()),
                    call);
            default -> throw unknown(module, member);
          };
      case TIME ->
          switch (member) {
            case "monotonicNanos" ->
                plain(body, name, Operation.TIME_MONOTONIC_NANOS, null, Scalar.I64, call);
            case "now" -> plain(body, name, Operation.TIME_NOW, null, Scalar.I64, call);
            default -> throw unknown(module, member);
          };
      case COLLECTIONS, IO, JSON, MEMORY, RANDOM, TEXT -> throw unknown(module, member);
    };
  }

  private static Expr plain(
      Body body,
      Ident name,
      Operation operation,
      @Nullable Type parameter,
      Type result,
      Call call) {
    List<BuiltinMethods.Parameter> parameters =
        parameter == null ? List.of() : List.of(new BuiltinMethods.Parameter.Of(parameter));
    List<Expr> arguments = Arguments.of(body, name.text(), parameters, parameters.size(), call);
    return arguments == null
        ? body.hole(result, call.span())
        : new Expr.Intrinsic(operation, arguments, result, call.span());
  }

  private static Expr mathematics(
      Body body, String member, Mathematics function, Ident name, Call call, @Nullable Type hint) {
    if (call.args().size() != function.arity()) {
      Arguments.ignored(body, call.args());
      return body.error(
          Code.E0202,
          call.span().lastToken(),
          "`"
              + member
              + "` takes "
              + Arguments.count(function.arity())
              + ", not "
              + call.args().size());
    }
    List<Expr> arguments = numbers(body, call.args(), literalHint(function, hint));
    if (arguments.stream().anyMatch(argument -> argument.type() == Type.Unit.UNKNOWN)) {
      return body.hole(call.span());
    }
    Type type = common(arguments, function);
    if (type == null) {
      return undefined(body, member, function, arguments, call);
    }
    List<Expr> converted = new ArrayList<>();
    for (Expr argument : arguments) {
      converted.add(Coercions.to(body, argument, type));
    }
    return new Expr.Intrinsic(function.operation(), converted, type, call.span());
  }

  /// The type in which the function computes with all of them, or null.
  private static @Nullable Type common(List<Expr> arguments, Mathematics function) {
    Type first = numeric(arguments.getFirst().type(), function);
    Type last = numeric(arguments.getLast().type(), function);
    return first == null || last == null ? null : Results.join(first, last);
  }

  /// A literal takes the type of the other argument.
  private static List<Expr> numbers(Body body, List<arenad.syntax.Expr> args, @Nullable Type hint) {
    if (args.size() == 1) {
      return List.of(Expressions.value(body, args.getFirst(), hint));
    }
    boolean secondFirst =
        Literals.isFlexible(args.getFirst()) && !Literals.isFlexible(args.getLast());
    Expr one = Expressions.value(body, secondFirst ? args.getLast() : args.getFirst(), hint);
    Type otherHint = one.type() instanceof Scalar ? one.type() : hint;
    Expr two = Expressions.value(body, secondFirst ? args.getFirst() : args.getLast(), otherHint);
    return secondFirst ? List.of(two, one) : List.of(one, two);
  }

  private static @Nullable Type literalHint(Mathematics function, @Nullable Type hint) {
    Scalar wanted = Literals.scalar(hint);
    if (!function.floatsOnly()) {
      return wanted;
    }
    return wanted == Scalar.F32 ? Scalar.F32 : Scalar.F64;
  }

  /// The type in which the function computes with a value of that type, or null.
  private static @Nullable Type numeric(Type type, Mathematics function) {
    if (!(type instanceof Scalar scalar) || !scalar.isNumeric()) {
      return null;
    }
    if (!function.floatsOnly() || scalar.isFloat()) {
      return scalar;
    }
    return Conversions.lossless(scalar, Scalar.F64) ? Scalar.F64 : null;
  }

  private static Expr undefined(
      Body body, String member, Mathematics function, List<Expr> arguments, Call call) {
    for (Expr argument : arguments) {
      if (Nullness.required(body, argument) != argument) {
        return body.hole(call.span());
      }
    }
    String types =
        String.join("` and `", arguments.stream().map(a -> TypeText.of(a.type())).toList());
    return body.error(
        Code.E0201,
        call.span(),
        "`"
            + member
            + "` is not defined for `"
            + types
            + (function.floatsOnly() ? "`: it computes with `f32` and `f64`" : "`"));
  }

  private static Expr notAFunction(Body body, Ident name, Call call) {
    Arguments.ignored(body, call.args());
    return body.error(Code.E0203, name.span(), "`" + name.text() + "` is no function");
  }

  private static IllegalStateException unknown(StandardModule module, String member) {
    return new IllegalStateException("no " + member + " in " + module.fullName());
  }
}
