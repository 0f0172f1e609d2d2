package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.diagnostic.Place;
import arenad.symbol.SymbolId;
import arenad.syntax.Expr.Call;
import arenad.syntax.Expr.TypeApplication;
import arenad.syntax.TypeExpr;
import arenad.text.Span;
import arenad.type.Declaration;
import arenad.type.Substitution;
import arenad.type.Type;
import arenad.typed.Expr;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Calls of functions that have type parameters, their own or those of the struct that they stand in.
final class GenericCalls {
  private final Body body;
  private final Declaration.Function function;
  private final @Nullable Expr self;
  private final Span name;
  private final Call call;
  private final Inference inference;

  private GenericCalls(
      Body body, Declaration.Function function, @Nullable Expr self, Span name, Call call) {
    this.body = body;
    this.function = function;
    this.self = self;
    this.name = name;
    this.call = call;
    this.inference = new Inference(function.typeParameters());
  }

  /// @param ofOwner the type arguments of the struct, where the source names them; else none
  static Expr of(
      Body body,
      Declaration.Function function,
      @Nullable Expr self,
      List<Type> ofOwner,
      Span name,
      Call call,
      @Nullable Type hint) {
    GenericCalls calls = new GenericCalls(body, function, self, name, call);
    calls.inference.fix(0, ofOwner);
    if (!calls.takeWritten()) {
      Arguments.ignored(body, call.args());
      return body.hole(call.span());
    }
    return calls.call(hint);
  }

  /// The type arguments that stand between the name and the arguments of a call, as written.
  static List<TypeExpr> written(Call call) {
    return call.callee() instanceof TypeApplication application
        ? application.typeArgs()
        : List.of();
  }

  /// Complains of type arguments of what takes none.
  static boolean complainOfWritten(Body body, String name, Call call) {
    if (written(call).isEmpty()) {
      return false;
    }
    body.complaints.add(Code.E0215, call.callee().span(), "`" + name + "` takes no type arguments");
    body.noteHole();
    return true;
  }

  private boolean takeWritten() {
    List<TypeExpr> written = written(call);
    if (written.isEmpty()) {
      return true;
    }
    List<Declaration.TypeParameter> all = function.typeParameters();
    int outer = outerParameters(body.environment, function.symbol());
    List<Declaration.TypeParameter> own = all.subList(Math.min(outer, all.size()), all.size());
    if (written.size() != own.size()) {
      body.complaints.add(
          Code.E0215, call.callee().span(), Arities.message(function.symbol(), own));
      return false;
    }
    inference.fix(outer, written.stream().map(body::type).toList());
    return true;
  }

  /// How many of a method's type parameters are those of its struct.
  static int outerParameters(Environment environment, SymbolId symbol) {
    if (symbol.kind() != SymbolId.Kind.METHOD) {
      return 0;
    }
    String owner = symbol.name().substring(0, symbol.name().lastIndexOf('.'));
    SymbolId struct = environment.find(symbol.module(), owner);
    return struct == null ? 0 : Arities.parametersOf(struct, environment).size();
  }

  private Expr call(@Nullable Type hint) {
    List<Declaration.Parameter> parameters = function.parameters();
    if (self != null) {
      inference.meet(parameters.getFirst().type(), self.type());
      parameters = parameters.subList(1, parameters.size());
    }
    int given = Math.min(parameters.size(), call.args().size());
    GenericArguments values =
        new GenericArguments(
            body,
            inference,
            GenericArguments.typesOf(parameters.subList(0, given)),
            call.args().subList(0, given));
    values.infer(function.result(), hint);
    Arguments.ignored(body, call.args().subList(given, call.args().size()));
    boolean counted = Arguments.complainOfCount(body, function, parameters, call);
    boolean found = counted && complainOfOpen(values.values());
    List<Expr> arguments = arguments(parameters, values.values());
    Type result = inference.resolved(Calls.result(body, function, name));
    boolean whole = found && arguments.stream().noneMatch(Expr.Hole.class::isInstance);
    if (!whole
        || result == Type.Unit.UNKNOWN
        || !Satisfaction.ofCall(body, function, inference.arguments(), name)) {
      return body.hole(found ? result : Type.Unit.UNKNOWN, call.span());
    }
    return new Expr.Call(
        function.symbol(),
        self != null && function.isMethod(),
        inference.arguments(),
        arguments,
        result,
        call.span());
  }

  /// Whether every type argument is known; complains where no other mistake is to blame.
  private boolean complainOfOpen(List<Expr> values) {
    List<String> open = inference.open();
    if (open.isEmpty()) {
      return !inference.arguments().contains(Type.Unit.UNKNOWN);
    }
    if (values.stream().noneMatch(value -> value.type() == Type.Unit.UNKNOWN)) {
      String simple = function.symbol().simpleName();
      body.complaints.add(
          body.complaints
              .about(
                  Code.E0214,
                  name,
                  "what `"
                      + open.getFirst()
                      + "` is does not follow from this call of `"
                      + simple
                      + "`")
              .help("write it: `" + simple + "<...>(...)`"));
    }
    body.noteHole();
    return false;
  }

  private List<Expr> arguments(List<Declaration.Parameter> parameters, List<Expr> values) {
    List<Expr> arguments = new ArrayList<>();
    if (self != null) {
      arguments.add(self);
    }
    for (int i = 0; i < parameters.size(); i++) {
      Declaration.Parameter parameter = parameters.get(i);
      Type type = inference.resolved(parameter.type());
      if (i < values.size()) {
        arguments.add(converted(values.get(i), type, parameter));
      } else if (parameter.defaultValue() != null) {
        Substitution substitution =
            new Substitution(function.typeParameters(), inference.arguments());
        arguments.add(
            new Expr.Literal(
                substitution.in(parameter.defaultValue()), type, call.span().lastToken()));
      }
    }
    return arguments;
  }

  private Expr converted(Expr value, Type type, Declaration.Parameter parameter) {
    if (type instanceof Type.Function wanted) {
      Place place = Place.in(function.symbol(), parameter.span());
      return FunctionArguments.checked(body, value, wanted, parameter.name(), place);
    }
    return Coercions.to(
        body,
        value,
        type,
        Place.in(function.symbol(), parameter.span()),
        "`" + parameter.name() + "` is declared here");
  }
}
