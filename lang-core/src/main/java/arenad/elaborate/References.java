package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Edit;
import arenad.diagnostic.Fix;
import arenad.diagnostic.Place;
import arenad.resolve.Meaning;
import arenad.resolve.StandardModule;
import arenad.resolve.Suggestion;
import arenad.resolve.TypeNames;
import arenad.symbol.SymbolId;
import arenad.syntax.Ident;
import arenad.text.Span;
import arenad.type.ConstantValue;
import arenad.type.Declaration;
import arenad.type.Type;
import arenad.type.Variants;
import arenad.typed.Expr;
import arenad.typed.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Names as values.
final class References {
  private References() {}

  static Expr name(Body body, arenad.syntax.Expr.Name syntax, @Nullable Type hint) {
    Ident name = syntax.name();
    if (name.isMissing()) {
      return body.hole(syntax.span());
    }
    Variable variable = body.locals.find(name.text());
    if (variable == null) {
      return global(body, body.scope.meaning(name.text()), name, syntax.span());
    }
    if (variable.type() instanceof Type.Function) {
      return FunctionArguments.kept(body, name.text(), syntax.span());
    }
    Expr local = local(body, variable, syntax.span());
    return name.text().equals("self") ? self(local, hint) : Nullness.read(body, local);
  }

  /// A variable that is read.
  static Expr local(Body body, Variable variable, Span span) {
    note(body, variable);
    if (variable.type() == Type.Unit.UNKNOWN) {
      return body.hole(span);
    }
    if (body.facts.unassigned().contains(variable)) {
      body.complaints.add(
          body.complaints
              .about(
                  Code.E0108,
                  span,
                  "`" + variable.name() + "` may not have a value yet when it is read here")
              .because(body.complaints.at(variable.span()), "declared here, without a value"));
      body.facts = body.facts.withAssigned(variable);
    }
    return new Expr.Local(variable, variable.type(), span);
  }

  /// Takes note of a variable that a `defer` names.
  static void note(Body body, Variable variable) {
    if (body.deferNames != null) {
      body.deferNames.add(variable);
    }
  }

  /// `self` is the object; where a reference is asked for it is one to the object.
  private static Expr self(Expr local, @Nullable Type hint) {
    boolean wantsReference = hint != null && Type.withoutNull(hint) instanceof Type.Ref;
    return !wantsReference && local.type() instanceof Type.Ref(Type target, boolean _, String _)
        ? new Expr.Deref(local, target, local.span())
        : local;
  }

  /// A name that is no local, as a value.
  static Expr global(Body body, Meaning meaning, Ident name, Span span) {
    return switch (meaning) {
      case Meaning.Symbol(SymbolId symbol) -> symbol(body, symbol, name, span);
      case Meaning.StandardMember(StandardModule module, String member) ->
          standard(body, module, member, span);
      case Meaning.Module _, Meaning.Standard _, Meaning.StandardRoot _ ->
          body.error(Code.E0111, span, "`" + name.text() + "` is a module; name something in it");
      case Meaning.Hidden(SymbolId symbol) -> hidden(body, symbol, name);
      case Meaning.Broken() -> body.hole(span);
      case Meaning.Absent() -> absent(body, name, span);
    };
  }

  private static Expr symbol(Body body, SymbolId symbol, Ident name, Span span) {
    String quoted = "`" + name.text() + "`";
    return switch (symbol.kind()) {
      case CONSTANT -> constant(body, symbol, name, span);
      case FUNCTION, METHOD -> FunctionArguments.kept(body, name.text(), span);
      case STRUCT ->
          body.error(
              Code.E0013,
              span,
              quoted + " is a struct; a value of it is made with `" + name.text() + " { ... }`");
      case UNION, REQUIREMENT -> body.error(Code.E0013, span, quoted + " is a type and no value");
      case TEST, REGION, MODULE -> body.error(Code.E0111, span, quoted + " is no value");
    };
  }

  private static Expr constant(Body body, SymbolId symbol, Ident name, Span span) {
    if (!(body.environment.declaration(symbol) instanceof Declaration.Constant constant)) {
      // Every circle goes back to an earlier symbol somewhere: the one place where it is told.
      return symbol.compareTo(body.symbol) > 0
          ? body.hole(Type.Unit.UNKNOWN, span)
          : body.error(Code.E0109, span, "the value of `" + name.text() + "` depends on itself");
    }
    boolean unknown =
        constant.value() instanceof ConstantValue.Unknown || constant.type() == Type.Unit.UNKNOWN;
    if (!unknown && Variants.isUnion(Type.withoutNull(constant.type()))) {
      return Unions.constant(constant.value(), constant.type(), span);
    }
    return unknown
        ? body.hole(constant.type(), span)
        : new Expr.Constant(symbol, constant.value(), constant.type(), span);
  }

  private static Expr standard(Body body, StandardModule module, String member, Span span) {
    if (module == StandardModule.MATH && (member.equals("PI") || member.equals("E"))) {
      double value = member.equals("PI") ? Math.PI : Math.E;
      return new Expr.Literal(new ConstantValue.Float(value), Type.Scalar.F64, span);
    }
    return FunctionArguments.kept(body, member, span);
  }

  static Expr.Hole hidden(Body body, SymbolId symbol, Ident name) {
    body.complaints.add(
        body.complaints
            .about(
                Code.E0104,
                name.span(),
                "`" + name.text() + "` of module `" + symbol.module() + "` is not exported")
            .help("write `export` before its declaration"));
    return body.hole(name.span());
  }

  /// Of a name that is not there, however often it is used in a body, there is one complaint.
  static Expr.Hole absent(Body body, Ident name, Span span) {
    if (!body.complaints.isNews(name.text())) {
      return body.hole(span);
    }
    Diagnostic diagnostic =
        body.complaints.about(Code.E0101, name.span(), "there is no `" + name.text() + "` here");
    body.complaints.add(mended(body, diagnostic, name));
    return body.hole(span);
  }

  private static Diagnostic mended(Body body, Diagnostic diagnostic, Ident name) {
    String text = name.text();
    Place place = body.complaints.at(name.span());
    String member = memberOfSelf(body, text);
    if (member != null) {
      return diagnostic
          .help(member + " is named with its object: `self." + text + "`")
          .fix(new Fix("write `self." + text + "`", new Edit.InsertBefore(place, "self.")));
    }
    if (StandardModule.at(text) != null) {
      return diagnostic.help("`import " + text + ";` makes the module known here");
    }
    if (TypeNames.reserved(text) != null || TypeNames.container(text) != null) {
      return diagnostic.help("`" + text + "` is a type");
    }
    List<String> candidates = new ArrayList<>(body.locals.visible());
    candidates.addAll(body.environment.names(body.symbol.module()));
    candidates.addAll(Builtins.NAMES);
    return Suggestion.offered(diagnostic, place, text, candidates);
  }

  /// What the struct of this method has by that name: "a field", "a method", or null.
  private static @Nullable String memberOfSelf(Body body, String name) {
    Variable self = body.locals.find("self");
    Declaration.Struct struct =
        self != null && self.type() instanceof Type.Ref(Type target, boolean _, String _)
            ? body.struct(target)
            : null;
    if (struct == null) {
      return null;
    }
    if (struct.field(name) != null) {
      return "a field";
    }
    return Methods.find(body, struct.symbol(), name) == null ? null : "a method";
  }

  /// What is not in a module.
  static Expr.Hole absentMember(Body body, Meaning module, Ident name) {
    switch (module) {
      case Meaning.Module(String path) -> missing(body, path, name, body.environment.names(path));
      case Meaning.Standard(StandardModule standard) ->
          missing(body, standard.fullName(), name, body.scope.members(standard));
      case Meaning.StandardRoot() ->
          body.complaints.add(
              Code.E0103, name.span(), "there is no module `std." + name.text() + "`");
      case Meaning.Broken _,
          Meaning.Symbol _,
          Meaning.StandardMember _,
          Meaning.Hidden _,
          Meaning.Absent _ -> {}
    }
    return body.hole(name.span());
  }

  private static void missing(Body body, String module, Ident name, List<String> candidates) {
    body.complaints.addWithSuggestion(
        Code.E0101,
        name.span(),
        "module `" + module + "` has no `" + name.text() + "`",
        name.text(),
        candidates);
  }
}
