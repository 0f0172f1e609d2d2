package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.syntax.Expr.Call;
import arenad.type.Type;
import arenad.typed.Expr;
import arenad.typed.Operation;
import java.util.List;

/// The functions that need no import: `print`, `log`, `panic`. `assert` is a statement.
final class Builtins {
  static final List<String> NAMES = List.of("assert", "log", "panic", "print");

  private static final List<BuiltinMethods.Parameter> PRINTABLE =
      List.of(new BuiltinMethods.Parameter.Printable());
  private static final List<BuiltinMethods.Parameter> TEXT =
      List.of(new BuiltinMethods.Parameter.Of(new Type.Text()));

  private Builtins() {}

  static Expr call(Body body, String name, Call call) {
    return switch (name) {
      case "print" -> of(body, name, Operation.PRINT, PRINTABLE, Type.Unit.VOID, call);
      case "log" -> of(body, name, Operation.LOG, PRINTABLE, Type.Unit.VOID, call);
      case "panic" -> of(body, name, Operation.PANIC, TEXT, Type.Unit.NEVER, call);
      case "assert" -> {
        Arguments.ignored(body, call.args());
        yield body.error(
            Code.E0210, call.span(), "`assert` is a statement of its own and gives no value");
      }
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Expr of(
      Body body,
      String name,
      Operation operation,
      List<BuiltinMethods.Parameter> parameters,
      Type result,
      Call call) {
    List<Expr> arguments = Arguments.of(body, name, parameters, parameters.size(), call);
    return arguments == null
        ? body.hole(result, call.span())
        : new Expr.Intrinsic(operation, arguments, result, call.span());
  }
}
