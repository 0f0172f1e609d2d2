package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Place;
import arenad.resolve.Meaning;
import arenad.symbol.SymbolId;
import arenad.syntax.ClosureBody;
import arenad.syntax.Expr.Call;
import arenad.syntax.Expr.Closure;
import arenad.syntax.Expr.Member;
import arenad.syntax.Expr.Name;
import arenad.syntax.Ident;
import arenad.syntax.Param;
import arenad.text.Span;
import arenad.type.Type;
import arenad.type.TypeText;
import arenad.typed.Expr;
import arenad.typed.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is passed where a function is wanted, and calls of what was passed.
final class FunctionArguments {
  private FunctionArguments() {}

  /// A closure, a parameter that is a function itself, or the name of a function.
  static Expr of(
      Body body, arenad.syntax.Expr syntax, Type.Function wanted, String name, Place place) {
    Expr function = of(body, syntax, wanted.parameters(), wanted.result());
    return checked(body, function, wanted, name, place);
  }

  /// A function of the type that is wanted; complains of anything else.
  static Expr checked(Body body, Expr function, Type.Function wanted, String name, Place place) {
    if (function.type() instanceof Type.Function
        || function.type() == Type.Unit.UNKNOWN
        || function instanceof Expr.Hole) {
      return passed(body, function, wanted);
    }
    Diagnostic diagnostic =
        body.complaints.about(
            Code.E0201,
            function.span(),
            "this is "
                + Coercions.article(function.type())
                + ", but a function, `"
                + TypeText.of(wanted)
                + "`, is expected");
    body.complaints.add(diagnostic.because(place, "`" + name + "` is declared here"));
    return body.hole(function.span());
  }

  /// What may be passed; anything else as the value that it is.
  ///
  /// @param wanted what the function is given
  /// @param result what it is to give; null where that is to be found out
  static Expr of(Body body, arenad.syntax.Expr syntax, List<Type> wanted, @Nullable Type result) {
    if (syntax instanceof Closure closure) {
      return Closures.of(body, closure, wanted, result);
    }
    Variable variable = syntax instanceof Name local ? body.locals.find(local.name().text()) : null;
    if (variable != null && variable.type() instanceof Type.Function) {
      References.note(body, variable);
      return new Expr.Local(variable, variable.type(), syntax.span());
    }
    return namesFunction(body, syntax)
        ? Closures.of(body, calling(syntax, wanted.size()), wanted, result)
        : Expressions.of(body, syntax, null);
  }

  private static Expr passed(Body body, Expr function, Type.Function wanted) {
    if (function instanceof Expr.Hole || function.type().equals(wanted)) {
      return function;
    }
    return body.error(
        Code.E0201,
        function.span(),
        "this is `"
            + TypeText.of(function.type())
            + "`, but `"
            + TypeText.of(wanted)
            + "` is expected");
  }

  private static boolean namesFunction(Body body, arenad.syntax.Expr syntax) {
    if (syntax instanceof Name name && body.locals.find(name.name().text()) != null) {
      return false;
    }
    if (!(syntax instanceof Name) && !(syntax instanceof Member)) {
      return false;
    }
    Meaning meaning = Qualified.of(body, syntax);
    if (meaning == null && syntax instanceof Member member) {
      return isMethodOfStruct(body, member);
    }
    return switch (meaning) {
      case Meaning.Symbol(SymbolId symbol) -> symbol.kind() == SymbolId.Kind.FUNCTION;
      case Meaning.StandardMember(var _, String member) -> Character.isLowerCase(member.charAt(0));
      case Meaning.Absent() ->
          syntax instanceof Name name && Builtins.NAMES.contains(name.name().text());
      case Meaning.Module _,
          Meaning.Standard _,
          Meaning.StandardRoot _,
          Meaning.Hidden _,
          Meaning.Broken _ ->
          false;
      case null -> false;
    };
  }

  /// `Vec3.zero`
  private static boolean isMethodOfStruct(Body body, Member member) {
    return Qualified.of(body, member.object()) instanceof Meaning.Symbol(SymbolId symbol)
        && symbol.kind() == SymbolId.Kind.STRUCT
        && Methods.find(body, symbol, member.name().text()) != null;
  }

  /// The closure that calls a function: `(a, b) => f(a, b)`, under names that nobody can write.
  private static Closure calling(arenad.syntax.Expr callee, int count) {
    Span span = callee.span();
    List<Param> params = new ArrayList<>();
    List<arenad.syntax.Expr> arguments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Ident name = new Ident("%" + i, span);
      params.add(new Param(name, null, null, span));
      arguments.add(new Name(name, span));
    }
    return new Closure(
        params, null, new ClosureBody.Value(new Call(callee, arguments, span)), span);
  }

  /// A function where a value is wanted.
  static Expr kept(Body body, String name, Span span) {
    if (body.results.expected() instanceof Type.Function) {
      // That the result is one is complained about where it is declared.
      return body.hole(span);
    }
    body.complaints.add(
        body.complaints
            .about(
                Code.E0409,
                span,
                "`" + name + "` is a function, which is called or passed, and cannot be kept")
            .help("call it, `" + name + "(...)`, or pass it to a parameter of a function type"));
    return body.hole(span);
  }

  /// A call of a parameter that is a function.
  static Expr call(Body body, Variable variable, Type.Function type, Call call) {
    int given = call.args().size();
    int wanted = type.parameters().size();
    if (given != wanted) {
      Arguments.ignored(body, call.args());
      return body.error(
          Code.E0202,
          given > wanted ? call.args().get(wanted).span() : call.span().lastToken(),
          "`" + variable.name() + "` takes " + Arguments.count(wanted) + ", not " + given);
    }
    List<Expr> arguments = new ArrayList<>();
    for (int i = 0; i < wanted; i++) {
      arguments.add(Expressions.expect(body, call.args().get(i), type.parameters().get(i)));
    }
    if (arguments.stream().anyMatch(Expr.Hole.class::isInstance)) {
      return body.hole(type.result(), call.span());
    }
    Expr.Local function = new Expr.Local(variable, type, call.callee().span());
    return new Expr.CallParameter(function, arguments, type.result(), call.span());
  }
}
