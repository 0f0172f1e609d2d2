package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.resolve.Meaning;
import arenad.resolve.StandardModule;
import arenad.resolve.TypeNames;
import arenad.symbol.SymbolId;
import arenad.syntax.Expr.Call;
import arenad.syntax.Expr.Member;
import arenad.syntax.Expr.Name;
import arenad.syntax.Expr.OptionalMember;
import arenad.syntax.Expr.TypeApplication;
import arenad.syntax.Ident;
import arenad.syntax.TypeExpr;
import arenad.text.Span;
import arenad.type.Binding;
import arenad.type.Declaration;
import arenad.type.Type;
import arenad.typed.Expr;
import arenad.typed.Operation;
import arenad.typed.Variable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Calls: finds out what is called and hands on to who knows it.
final class Calls {
  private Calls() {}

  static Expr of(Body body, Call call, @Nullable Type hint) {
    Expr result = dispatch(body, call, hint);
    if (result.type() == Type.Unit.NEVER) {
      body.facts = body.facts.ended();
    }
    return result;
  }

  private static Expr dispatch(Body body, Call call, @Nullable Type hint) {
    return dispatch(body, call, call.callee(), hint);
  }

  private static Expr dispatch(
      Body body, Call call, arenad.syntax.Expr called, @Nullable Type hint) {
    return switch (called) {
      case Name name -> named(body, call, name.name(), hint);
      case Member member -> member(body, call, member, hint);
      case OptionalMember member -> {
        Expr object = Chains.bind(body, Chains.object(body, member.object()));
        yield Methods.call(body, object, member.name(), call, hint);
      }
      case TypeApplication application -> dispatch(body, call, application.base(), hint);
      case arenad.syntax.Expr callee -> {
        Expr value = Expressions.of(body, callee, null);
        Arguments.ignored(body, call.args());
        yield value.type() == Type.Unit.UNKNOWN
            ? body.hole(call.span())
            : body.error(
                Code.E0203,
                callee.span(),
                "this is " + Coercions.article(value.type()) + " and no function");
      }
    };
  }

  private static Expr named(Body body, Call call, Ident name, @Nullable Type hint) {
    if (name.isMissing()) {
      Arguments.ignored(body, call.args());
      return body.hole(call.span());
    }
    Variable variable = body.locals.find(name.text());
    if (variable != null) {
      References.note(body, variable);
      if (variable.type() instanceof Type.Function function) {
        return FunctionArguments.call(body, variable, function, call);
      }
      Arguments.ignored(body, call.args());
      return variable.type() == Type.Unit.UNKNOWN
          ? body.hole(call.span())
          : body.error(
              Code.E0203,
              name.span(),
              "`"
                  + name.text()
                  + "` is "
                  + Coercions.article(variable.type())
                  + " and no function");
    }
    Meaning meaning = body.scope.meaning(name.text());
    if (meaning instanceof Meaning.Absent && Builtins.NAMES.contains(name.text())) {
      GenericCalls.complainOfWritten(body, name.text(), call);
      return Builtins.call(body, name.text(), call);
    }
    return meant(body, meaning, name, call, hint);
  }

  private static Expr member(Body body, Call call, Member member, @Nullable Type hint) {
    Meaning object = Qualified.of(body, member.object());
    if (object != null && Qualified.isModule(object)) {
      Meaning meaning = Qualified.member(body, object, member.name().text());
      if (meaning instanceof Meaning.Absent && !member.name().isMissing()) {
        Arguments.ignored(body, call.args());
        return References.absentMember(body, object, member.name());
      }
      return meant(
          body, meaning == null ? new Meaning.Broken() : meaning, member.name(), call, hint);
    }
    TypeExpr type = typeNamed(body, object, member.object());
    if (type instanceof TypeExpr.Named named && isBrought(body, named, "Channel")) {
      return Channels.call(body, named, member, call);
    }
    if (type instanceof TypeExpr.Named named && isBrought(body, named, "Thread")) {
      return Spawning.call(body, member, call);
    }
    if (type != null) {
      return Statics.call(body, staticType(body, type), member, call, hint);
    }
    return Methods.call(body, Chains.object(body, member.object()), member.name(), call, hint);
  }

  /// Whether it is that of the language, and no declaration of the program hides it.
  private static boolean isBrought(Body body, TypeExpr.Named type, String name) {
    return type.path().size() == 1
        && type.name().text().equals(name)
        && body.scope.meaning(name) instanceof Meaning.Absent;
  }

  /// Of a generic struct the arguments may be left out, to be inferred.
  private static Type staticType(Body body, TypeExpr syntax) {
    Type type = body.types.of(syntax);
    return type instanceof Type.Named(var _, var arguments, var _) && arguments.isEmpty()
        ? type
        : Arities.checked(type, syntax.span(), body.environment, body.complaints);
  }

  /// The type that stands before a dot, as in `Arena.newRoot()` and `Array<i32>.new(a)`, or null.
  private static @Nullable TypeExpr typeNamed(
      Body body, @Nullable Meaning meaning, arenad.syntax.Expr syntax) {
    if (syntax instanceof TypeApplication(var base, var arguments, Span span)) {
      if (base instanceof Name name) {
        return new TypeExpr.Named(List.of(name.name()), arguments, span);
      }
      return base instanceof Member(Name module, Ident name, Span _)
          ? new TypeExpr.Named(List.of(module.name(), name), arguments, span)
          : null;
    }
    boolean isStruct =
        meaning instanceof Meaning.Symbol(SymbolId symbol) && symbol.kind() == SymbolId.Kind.STRUCT;
    if (syntax instanceof Name name) {
      String text = name.name().text();
      boolean isBuiltin =
          meaning instanceof Meaning.Absent
              && (TypeNames.reserved(text) != null
                  || TypeNames.container(text) != null
                  || text.equals("Channel")
                  || text.equals("Thread"));
      return isStruct || isBuiltin
          ? new TypeExpr.Named(List.of(name.name()), List.of(), name.span())
          : null;
    }
    return isStruct && syntax instanceof Member member && member.object() instanceof Name module
        ? new TypeExpr.Named(List.of(module.name(), member.name()), List.of(), member.span())
        : null;
  }

  /// A call of what a name that is no local stands for.
  private static Expr meant(
      Body body, Meaning meaning, Ident name, Call call, @Nullable Type hint) {
    switch (meaning) {
      case Meaning.Symbol(SymbolId symbol) -> {
        return symbol(body, symbol, name, call, hint);
      }
      case Meaning.StandardMember(StandardModule module, String member) -> {
        GenericCalls.complainOfWritten(body, name.text(), call);
        return StandardCalls.of(body, module, member, name, call, hint);
      }
      case Meaning.Module _,
          Meaning.Standard _,
          Meaning.StandardRoot _,
          Meaning.Hidden _,
          Meaning.Broken _,
          Meaning.Absent _ -> {
        Arguments.ignored(body, call.args());
        return meaning instanceof Meaning.Module || meaning instanceof Meaning.Standard
            ? body.error(
                Code.E0203, name.span(), "`" + name.text() + "` is a module and no function")
            : References.global(body, meaning, name, name.span());
      }
    }
  }

  private static Expr symbol(
      Body body, SymbolId symbol, Ident name, Call call, @Nullable Type hint) {
    return switch (symbol.kind()) {
      case FUNCTION, METHOD -> function(body, symbol, null, List.of(), name.span(), call, hint);
      case STRUCT -> StructLiterals.byPosition(body, symbol, call, hint);
      case CONSTANT, UNION, REQUIREMENT, TEST, REGION, MODULE -> {
        Arguments.ignored(body, call.args());
        yield body.error(Code.E0203, name.span(), "`" + name.text() + "` is no function");
      }
    };
  }

  /// A call of a function of the program, or of a method on `self`.
  ///
  /// @param ofOwner the type arguments of the struct of a method, where the source names them
  static Expr function(
      Body body,
      SymbolId symbol,
      @Nullable Expr self,
      List<Type> ofOwner,
      Span name,
      Call call,
      @Nullable Type hint) {
    if (!(body.environment.declaration(symbol) instanceof Declaration.Function function)) {
      Arguments.ignored(body, call.args());
      return body.hole(call.span());
    }
    if (!function.typeParameters().isEmpty()) {
      return GenericCalls.of(body, function, self, ofOwner, name, call, hint);
    }
    GenericCalls.complainOfWritten(body, symbol.simpleName(), call);
    List<Expr> arguments = Arguments.of(body, function, self, call);
    Type result = result(body, function, name);
    return result == Type.Unit.UNKNOWN || arguments.stream().anyMatch(Expr.Hole.class::isInstance)
        ? body.hole(result, call.span())
        : called(function, self != null, arguments, result, call.span());
  }

  private static Expr called(
      Declaration.Function function,
      boolean onObject,
      List<Expr> arguments,
      Type result,
      Span span) {
    Binding binding = function.binding();
    boolean leavesText =
        binding != null
            && binding.convention() == Binding.Convention.JAVA
            && Type.withoutNull(result) instanceof Type.Text;
    Type returned = leavesText ? Type.Scalar.I32 : result;
    Expr called = new Expr.Call(function.symbol(), onObject, List.of(), arguments, returned, span);
    return leavesText
        ? new Expr.Intrinsic(Operation.STRING_FROM_JAVA, List.of(called), result, span)
        : called;
  }

  /// What a function returns, with its own type parameters in it.
  static Type result(Body body, Declaration.Function function, Span name) {
    Type written = function.result();
    if (written != null) {
      return written;
    }
    Type inferred = body.environment.inferredResult(function.symbol());
    if (inferred != null) {
      return inferred;
    }
    String simpleName = function.symbol().simpleName();
    body.complaints.add(
        body.complaints
            .about(Code.E0209, name, "what `" + simpleName + "` returns depends on this call of it")
            .help("state the return type of `" + simpleName + "` after its parameters: `: T`"));
    body.noteHole();
    return Type.Unit.UNKNOWN;
  }
}
