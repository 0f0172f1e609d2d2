package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.resolve.Complaints;
import arenad.symbol.SymbolId;
import arenad.text.Span;
import arenad.type.Declaration;
import arenad.type.Type;
import arenad.type.TypeText;
import arenad.type.Variants;
import java.util.List;

/// Whether types are given as many arguments as what they name takes. Of the types in a declaration
/// this is asked apart from it, since declarations do not depend on what they name.
final class Arities {
  private Arities() {}

  /// The type, or `UNKNOWN` after a complaint.
  static Type checked(Type type, Span span, Environment environment, Complaints complaints) {
    return check(type, span, environment, complaints) ? type : Type.Unit.UNKNOWN;
  }

  static boolean check(Type type, Span span, Environment environment, Complaints complaints) {
    return switch (type) {
      case Type.Scalar _, Type.Unit _, Type.Text _, Type.Arena _, Type.Parameter _ -> true;
      case Type.Optional(Type of) -> check(of, span, environment, complaints);
      case Type.Ref(Type target, _, _) -> check(target, span, environment, complaints);
      case Type.FixedArray(Type element, _) -> check(element, span, environment, complaints);
      case Type.Tuple(var elements) -> all(elements, span, environment, complaints);
      case Type.Builtin(_, var arguments) -> all(arguments, span, environment, complaints);
      case Type.Function(var inputs, Type result) ->
          all(inputs, span, environment, complaints)
              && check(result, span, environment, complaints);
      case Type.Named named ->
          named(named, span, environment, complaints)
              && all(named.arguments(), span, environment, complaints);
    };
  }

  private static boolean all(
      List<Type> types, Span span, Environment environment, Complaints complaints) {
    return types.stream().allMatch(type -> check(type, span, environment, complaints));
  }

  private static boolean named(
      Type.Named type, Span span, Environment environment, Complaints complaints) {
    if (Variants.isNameless(type)) {
      return true;
    }
    List<Declaration.TypeParameter> wanted = parametersOf(type.symbol(), environment);
    if (wanted.size() != type.arguments().size()) {
      complaints.add(Code.E0215, span, message(type.symbol(), wanted));
      return false;
    }
    return regions(type, span, environment, complaints);
  }

  /// Either nothing is said of the regions of a type, or of each which it is.
  private static boolean regions(
      Type.Named type, Span span, Environment environment, Complaints complaints) {
    List<String> wanted =
        environment.declaration(type.symbol()) instanceof Declaration.Struct struct
            ? struct.regionParameters()
            : List.of();
    if (type.regions().isEmpty() || wanted.size() == type.regions().size()) {
      return true;
    }
    String name = "`" + type.symbol().simpleName() + "`";
    complaints.add(
        Code.E0215,
        span,
        wanted.isEmpty()
            ? name + " takes no regions"
            : name
                + (wanted.size() == 1 ? " takes a region: `" : " takes regions: `")
                + TypeText.of(
                    new Type.Named(
                        type.symbol(),
                        Generic.asTypes(parametersOf(type.symbol(), environment)),
                        wanted))
                + "`");
    return false;
  }

  static String message(SymbolId symbol, List<Declaration.TypeParameter> wanted) {
    String name = "`" + symbol.simpleName() + "`";
    if (wanted.isEmpty()) {
      return name + " takes no type arguments";
    }
    String example =
        TypeText.of(
            new Type.Named(
                new SymbolId("", symbol.kind(), symbol.simpleName()), Generic.asTypes(wanted)));
    return name
        + (wanted.size() == 1 ? " takes a type argument: `" : " takes type arguments: `")
        + example
        + "`";
  }

  /// The type parameters of a struct or union.
  static List<Declaration.TypeParameter> parametersOf(SymbolId symbol, Environment environment) {
    return switch (environment.declaration(symbol)) {
      case Declaration.Struct struct -> struct.typeParameters();
      case Declaration.Union union -> union.typeParameters();
      case Declaration.Function function -> function.typeParameters();
      case Declaration.Requirement requirement -> requirement.typeParameters();
      case Declaration.Constant _, Declaration.Region _ -> List.of();
      case null -> List.of();
    };
  }

  /// Complains of requirements with a wrong number of arguments. The type itself, which is the first, may
  /// be left out.
  static void checkBounds(
      List<Declaration.TypeParameter> parameters,
      Span span,
      Environment environment,
      Complaints complaints) {
    for (Declaration.TypeParameter parameter : parameters) {
      for (Type bound : parameter.bounds()) {
        if (bound instanceof Type.Named named && !LanguageRequirements.isOne(named)) {
          int wanted = parametersOf(named.symbol(), environment).size();
          int given = named.arguments().size();
          if (given > wanted || given < wanted - 1) {
            complaints.add(
                Code.E0215,
                span,
                "`"
                    + named.symbol().simpleName()
                    + "` takes "
                    + wanted
                    + " type arguments, the first of which, the type itself, may be left out");
          }
        }
      }
    }
  }

  /// Complains of the types that a function writes.
  static void check(Declaration.Function function, Span name, Body body) {
    for (Declaration.Parameter parameter : function.parameters()) {
      check(parameter.type(), parameter.span(), body.environment, body.complaints);
    }
    checkBounds(function.typeParameters(), name, body.environment, body.complaints);
    if (function.result() != null) {
      check(function.result(), name, body.environment, body.complaints);
    }
  }
}
