package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Place;
import arenad.symbol.SymbolId;
import arenad.syntax.Expr.Call;
import arenad.syntax.Expr.Closure;
import arenad.type.Declaration;
import arenad.type.Type;
import arenad.typed.Expr;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The arguments of calls.
final class Arguments {
  private Arguments() {}

  /// The arguments of a function of the program, `self` first, defaults filled in.
  static List<Expr> of(Body body, Declaration.Function function, @Nullable Expr self, Call call) {
    List<Declaration.Parameter> parameters =
        self == null
            ? function.parameters()
            : function.parameters().subList(1, function.parameters().size());
    List<Expr> arguments = new ArrayList<>();
    if (self != null) {
      arguments.add(self);
    }
    Closures.forgetWritten(body, call.args());
    for (int i = 0; i < Math.max(call.args().size(), parameters.size()); i++) {
      if (i >= parameters.size()) {
        Expressions.of(body, call.args().get(i), null);
      } else if (i < call.args().size()) {
        arguments.add(argument(body, function.symbol(), parameters.get(i), call.args().get(i)));
      } else {
        arguments.add(byDefault(body, parameters.get(i), call));
      }
    }
    complainOfCount(body, function, parameters, call);
    return arguments;
  }

  private static Expr argument(
      Body body, SymbolId callee, Declaration.Parameter parameter, arenad.syntax.Expr syntax) {
    if (parameter.type() instanceof Type.Function function) {
      Place place = Place.in(callee, parameter.span());
      return FunctionArguments.of(body, syntax, function, parameter.name(), place);
    }
    Expr argument = Expressions.of(body, syntax, parameter.type());
    return Coercions.to(
        body,
        argument,
        parameter.type(),
        Place.in(callee, parameter.span()),
        "`" + parameter.name() + "` is declared here");
  }

  private static Expr byDefault(Body body, Declaration.Parameter parameter, Call call) {
    return parameter.defaultValue() == null
        ? body.hole(call.span())
        : Unions.constant(parameter.defaultValue(), parameter.type(), call.span().lastToken());
  }

  /// Whether the number of arguments is right.
  static boolean complainOfCount(
      Body body, Declaration.Function function, List<Declaration.Parameter> parameters, Call call) {
    int given = call.args().size();
    int most = parameters.size();
    int least = most;
    while (least > 0 && parameters.get(least - 1).defaultValue() != null) {
      least--;
    }
    if (given >= least && given <= most) {
      return true;
    }
    body.noteHole();
    String wanted = least == most ? count(most) : "from " + least + " to " + count(most);
    Diagnostic diagnostic =
        body.complaints.about(
            Code.E0202,
            given > most ? call.args().get(most).span() : call.span().lastToken(),
            "`" + function.symbol().simpleName() + "` takes " + wanted + ", not " + given);
    body.complaints.add(
        given < least
            ? diagnostic.because(
                Place.in(function.symbol(), parameters.get(given).span()),
                "`" + parameters.get(given).name() + "` is missing")
            : diagnostic);
    return false;
  }

  /// `1 argument`, `2 arguments`.
  static String count(int number) {
    return number == 0 ? "no arguments" : number == 1 ? "1 argument" : number + " arguments";
  }

  /// Elaborates the arguments of a call that means nothing, for their own mistakes.
  static void ignored(Body body, List<arenad.syntax.Expr> args) {
    for (arenad.syntax.Expr arg : args) {
      // What a closure is for, nobody knows; so nothing is said about it.
      if (!(arg instanceof Closure)) {
        Expressions.of(body, arg, null);
      }
    }
  }

  /// The arguments of something that the language brings; null after a complaint about their
  /// number.
  static @Nullable List<Expr> of(
      Body body, String name, List<BuiltinMethods.Parameter> parameters, int least, Call call) {
    int given = call.args().size();
    int most = parameters.size();
    if (given < least || given > most) {
      ignored(body, call.args());
      String wanted = least == most ? count(most) : "from " + least + " to " + count(most);
      body.complaints.add(
          Code.E0202,
          given > most ? call.args().get(most).span() : call.span().lastToken(),
          "`" + name + "` takes " + wanted + ", not " + given);
      return null;
    }
    List<Expr> arguments = new ArrayList<>();
    for (int i = 0; i < given; i++) {
      arguments.add(builtin(body, parameters.get(i), call.args().get(i)));
    }
    return arguments.stream().anyMatch(Arguments::isUnknown) ? null : arguments;
  }

  private static boolean isUnknown(Expr expr) {
    return expr instanceof Expr.Hole || expr.type() == Type.Unit.UNKNOWN;
  }

  private static Expr builtin(
      Body body, BuiltinMethods.Parameter parameter, arenad.syntax.Expr syntax) {
    return switch (parameter) {
      case BuiltinMethods.Parameter.Of(Type type) -> Expressions.expect(body, syntax, type);
      case BuiltinMethods.Parameter.TextOrChar() ->
          Formats.textOfChar(body, Expressions.value(body, syntax, null));
      case BuiltinMethods.Parameter.Bytes() -> ByteForms.of(body, syntax);
      case BuiltinMethods.Parameter.Printable() -> Formats.printable(body, syntax);
    };
  }
}
