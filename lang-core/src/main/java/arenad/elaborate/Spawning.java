package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Place;
import arenad.resolve.Meaning;
import arenad.symbol.SymbolId;
import arenad.syntax.Expr.Call;
import arenad.syntax.Expr.Closure;
import arenad.syntax.Expr.Member;
import arenad.syntax.Expr.Name;
import arenad.syntax.Ident;
import arenad.text.Span;
import arenad.type.ConstantValue;
import arenad.type.Declaration;
import arenad.type.Type;
import arenad.typed.Expr;
import arenad.typed.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `Thread.spawn(f)`: `f` is the name of a function without parameters and without a result, so that nothing of this thread gets
/// into the other.
final class Spawning {
  private static final String RULE =
      "write a function without parameters and result, and send it what it needs through a"
          + " channel";

  private Spawning() {}

  static Expr call(Body body, Member member, Call call) {
    Ident name = member.name();
    if (!name.text().equals("spawn")) {
      if (!name.isMissing()) {
        body.complaints.addWithSuggestion(
            Code.E0106,
            name.span(),
            "`Thread` has no `" + name.text() + "`",
            name.text(),
            List.of("spawn"));
      }
      return body.hole(call.span());
    }
    if (call.args().size() != 1) {
      return body.error(
          Code.E0202,
          call.args().isEmpty() ? call.span().lastToken() : call.args().get(1).span(),
          "`spawn` takes 1 argument, the name of a function, not " + call.args().size());
    }
    SymbolId function = function(body, call.args().getFirst());
    if (function == null) {
      return body.hole(Type.Unit.VOID, call.span());
    }
    ConstantValue text = new ConstantValue.Text(function.module() + "." + function.name());
    Expr named = new Expr.Literal(text, new Type.Text(), call.args().getFirst().span());
    return new Expr.Intrinsic(Operation.THREAD_SPAWN, List.of(named), Type.Unit.VOID, call.span());
  }

  /// The function that is named, if a thread can run it; null after a complaint.
  private static @Nullable SymbolId function(Body body, arenad.syntax.Expr syntax) {
    if (syntax instanceof Closure) {
      return refused(body, syntax.span(), "a closure has variables of this thread around it");
    }
    if (syntax instanceof Call called && isName(called.callee())) {
      Arguments.ignored(body, called.args());
      return refused(
          body, syntax.span(), "this is a call; a thread is given the name of a function alone");
    }
    Meaning meaning = isName(syntax) ? Qualified.of(body, syntax) : null;
    return switch (meaning) {
      case Meaning.Symbol(SymbolId symbol) when symbol.kind() == SymbolId.Kind.FUNCTION ->
          checked(body, symbol, syntax.span());
      case Meaning.Hidden(SymbolId symbol) when syntax instanceof Member member -> {
        References.hidden(body, symbol, member.name());
        yield null;
      }
      case Meaning.Absent() when syntax instanceof Name name -> {
        if (Builtins.NAMES.contains(name.name().text())) {
          yield refused(
              body, syntax.span(), "`" + name.name().text() + "` is no function of the program");
        }
        References.absent(body, name.name(), name.span());
        yield null;
      }
      case Meaning.Absent() when syntax instanceof Member member -> {
        Meaning object = Qualified.of(body, member.object());
        if (object != null) {
          References.absentMember(body, object, member.name());
        }
        yield null;
      }
      case Meaning.Broken() -> null;
      case null -> unknown(body, syntax);
      case Meaning _ -> refused(body, syntax.span(), "this is no function of the program");
    };
  }

  private static boolean isName(arenad.syntax.Expr syntax) {
    return syntax instanceof Name || syntax instanceof Member;
  }

  /// What is no name of anything outside of this body.
  private static @Nullable SymbolId unknown(Body body, arenad.syntax.Expr syntax) {
    if (syntax instanceof Name name && name.name().isMissing()) {
      return null;
    }
    if (syntax instanceof Name name && body.locals.find(name.name().text()) != null) {
      return refused(
          body, syntax.span(), "`" + name.name().text() + "` is a variable of this thread");
    }
    if (syntax instanceof Member) {
      return refused(body, syntax.span(), "a method belongs to an object or a struct");
    }
    Expr value = Expressions.of(body, syntax, null);
    return value.type() == Type.Unit.UNKNOWN
        ? null
        : refused(body, syntax.span(), "this is " + Coercions.article(value.type()));
  }

  private static @Nullable SymbolId refused(Body body, Span span, String why) {
    body.complaints.add(complaint(body, span, why));
    return null;
  }

  private static Diagnostic complaint(Body body, Span span, String why) {
    return body.complaints
        .about(Code.E0410, span, "a thread cannot be started with this: " + why)
        .help(RULE);
  }

  private static @Nullable SymbolId checked(Body body, SymbolId symbol, Span span) {
    if (!(body.environment.declaration(symbol) instanceof Declaration.Function function)) {
      return null;
    }
    String name = "`" + symbol.simpleName() + "`";
    if (function.binding() != null) {
      return refused(body, span, name + " is a method of Java");
    }
    if (!function.typeParameters().isEmpty()) {
      return refused(body, span, name + " is generic");
    }
    if (!function.parameters().isEmpty()) {
      Declaration.Parameter first = function.parameters().getFirst();
      body.complaints.add(
          complaint(body, span, name + " takes " + Arguments.count(function.parameters().size()))
              .because(Place.in(symbol, first.span()), "`" + first.name() + "` is declared here"));
      return null;
    }
    Type result = Calls.result(body, function, span);
    if (result != Type.Unit.VOID) {
      return result == Type.Unit.UNKNOWN
          ? null
          : refused(body, span, name + " returns " + Coercions.article(result) + " to nobody");
    }
    return symbol;
  }
}
