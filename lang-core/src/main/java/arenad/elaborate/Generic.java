package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.resolve.Complaints;
import arenad.syntax.Ident;
import arenad.syntax.RequiresClause;
import arenad.syntax.TypeExpr;
import arenad.syntax.TypeParam;
import arenad.type.Declaration;
import arenad.type.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The type parameters of declarations, with what is required of them.
final class Generic {
  private Generic() {}

  /// The names that a list of type parameters introduces.
  static Set<String> namesOf(List<TypeParam> parameters) {
    Set<String> names = new TreeSet<>();
    for (TypeParam parameter : parameters) {
      if (parameter instanceof TypeParam.Type) {
        names.add(parameter.name().text());
      }
    }
    return names;
  }

  static Set<String> names(List<Declaration.TypeParameter> parameters) {
    Set<String> names = new TreeSet<>();
    parameters.forEach(parameter -> names.add(parameter.name()));
    return names;
  }

  /// The parameters as the types that they are where they are declared.
  static List<Type> asTypes(List<Declaration.TypeParameter> parameters) {
    return parameters.stream()
        .map(parameter -> (Type) new Type.Parameter(parameter.name()))
        .toList();
  }

  /// The parameters of a declaration after those of what it stands in.
  ///
  /// @param body in which the names of all of them are known
  static List<Declaration.TypeParameter> of(
      List<Declaration.TypeParameter> outer,
      List<TypeParam> syntax,
      List<RequiresClause> clauses,
      Body body) {
    Map<String, List<Type>> bounds = new LinkedHashMap<>();
    for (Declaration.TypeParameter parameter : outer) {
      bounds.put(parameter.name(), new ArrayList<>(parameter.bounds()));
    }
    for (TypeParam parameter : syntax) {
      if (parameter instanceof TypeParam.Type(Ident name, List<TypeExpr> written, var _)) {
        checkName(name, bounds.keySet(), body.complaints);
        List<Type> own = bounds.computeIfAbsent(name.text(), _ -> new ArrayList<>());
        add(own, written, body);
      }
    }
    for (RequiresClause clause : clauses) {
      if (clause instanceof RequiresClause.Satisfies satisfies) {
        satisfies(satisfies, bounds, body);
      }
    }
    return bounds.entrySet().stream()
        .map(entry -> new Declaration.TypeParameter(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static void checkName(Ident name, Set<String> before, Complaints complaints) {
    if (!name.isMissing() && before.contains(name.text())) {
      complaints.add(
          Code.E0105, name.span(), "there are two type parameters `" + name.text() + "`");
    }
  }

  /// `requires T satisfies A & B`
  private static void satisfies(
      RequiresClause.Satisfies clause, Map<String, List<Type>> bounds, Body body) {
    Type type = body.types.of(clause.type());
    if (type instanceof Type.Parameter(String name)) {
      add(bounds.computeIfAbsent(name, _ -> new ArrayList<>()), clause.requirements(), body);
    } else if (type != Type.Unit.UNKNOWN) {
      body.complaints.add(
          Code.E0111,
          clause.type().span(),
          "only of a type parameter something can be required, and this is none");
    }
  }

  private static void add(List<Type> bounds, List<TypeExpr> written, Body body) {
    for (TypeExpr requirement : written) {
      Type type = body.types.requirement(requirement);
      if (type != Type.Unit.UNKNOWN && !bounds.contains(type)) {
        bounds.add(type);
      }
    }
  }
}
