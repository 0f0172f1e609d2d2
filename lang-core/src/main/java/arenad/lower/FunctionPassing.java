package arenad.lower;

import arenad.ir.Value;
import arenad.symbol.SymbolId;
import arenad.type.Type;
import arenad.typed.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Writes calls that pass functions, and calls of what was passed.
final class FunctionPassing {

  private final BodyLowering body;

  FunctionPassing(BodyLowering body) {
    this.body = body;
  }

  /// The arguments that are values.
  static List<Expr> values(List<Expr> arguments) {
    return arguments.stream().filter(argument -> !isFunction(argument)).toList();
  }

  private static boolean isFunction(Expr argument) {
    return argument.type() instanceof Type.Function;
  }

  /// @param arguments the values of those arguments that are values
  Value call(Expr.Call call, List<Value> arguments) {
    List<Bound> given = new ArrayList<>();
    for (Expr argument : call.arguments()) {
      if (isFunction(argument)) {
        given.add(bound(argument));
      }
    }
    if (given.isEmpty()) {
      return new Value.Call(
          call.callee(), call.typeArguments(), arguments, call.type(), call.span());
    }
    SymbolId instance = body.surrounding().parts().instance(call, given);
    if (instance == null) {
      body.meetHole();
      return Expressions.nothing(call.span());
    }
    List<Value> all = new ArrayList<>(arguments);
    given.forEach(function -> all.addAll(function.values()));
    return new Value.Call(instance, List.of(), all, call.type(), call.span());
  }

  private Bound bound(Expr function) {
    return switch (function) {
      case Expr.Closure closure -> body.surrounding().parts().closure(closure, body);
      case Expr.Local local -> of(local);
      case Expr other -> throw new IllegalStateException("no function: " + other);
    };
  }

  private Bound of(Expr.Local local) {
    return Objects.requireNonNull(
        body.surrounding().functions().get(local.variable().index()), local::toString);
  }

  /// A call of a parameter of function type.
  Value callParameter(Expr.CallParameter call) {
    List<Value> arguments = body.expressions().operands().of(call.arguments());
    Bound bound = of(call.function());
    List<Value> all = new ArrayList<>(arguments);
    all.addAll(bound.values());
    Value made = new Value.Call(bound.function(), List.of(), all, call.type(), call.span());
    return body.expressions().ending(made);
  }
}
