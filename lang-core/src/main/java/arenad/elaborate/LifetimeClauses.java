package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.resolve.Regions;
import arenad.syntax.Ident;
import arenad.syntax.LifetimeTerm;
import arenad.syntax.RequiresClause;
import arenad.type.Declaration;
import arenad.type.Declaration.LifetimeRequirement;
import arenad.type.Declaration.Relation;
import arenad.type.Type;
import arenad.type.TypeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The lifetime relations that a `requires` writes: of a signature between parameters, type
/// parameters, regions and the result, of a region between regions.
final class LifetimeClauses {

  private final Body body;
  private final Map<String, Type> values = new TreeMap<>();
  private final Set<String> names;
  private final boolean ofRegions;

  private LifetimeClauses(Body body, Set<String> names, boolean ofRegions) {
    this.body = body;
    this.names = names;
    this.ofRegions = ofRegions;
  }

  /// @param names of type parameters and region parameters
  /// @param result the written one, or null
  static List<LifetimeRequirement> of(
      List<RequiresClause> clauses,
      List<Declaration.Parameter> parameters,
      Set<String> names,
      @Nullable Type result,
      Body body) {
    LifetimeClauses known = new LifetimeClauses(body, names, false);
    parameters.forEach(parameter -> known.values.put(parameter.name(), parameter.type()));
    known.values.put("Return", result == null ? Type.Unit.UNKNOWN : result);
    return known.requirements(clauses);
  }

  /// Between the regions of modules.
  static List<LifetimeRequirement> ofRegions(List<RequiresClause> clauses, Body body) {
    return new LifetimeClauses(body, Set.of(), true).requirements(clauses);
  }

  private List<LifetimeRequirement> requirements(List<RequiresClause> clauses) {
    List<LifetimeRequirement> requirements = new ArrayList<>();
    for (RequiresClause clause : clauses) {
      if (clause instanceof RequiresClause.Relates relates) {
        LifetimeRequirement requirement = requirement(relates);
        if (requirement != null) {
          requirements.add(requirement);
        }
      }
    }
    return requirements;
  }

  private @Nullable LifetimeRequirement requirement(RequiresClause.Relates clause) {
    String left = name(clause.left());
    String right = name(clause.right());
    return left == null || right == null
        ? null
        : new LifetimeRequirement(left, relation(clause.relation()), right, clause.span());
  }

  private static Relation relation(RequiresClause.Relation relation) {
    return switch (relation) {
      case SHORTER -> Relation.LESS;
      case AT_MOST -> Relation.LESS_EQUAL;
      case EQUAL -> Relation.EQUAL;
      case AT_LEAST -> Relation.GREATER_EQUAL;
      case LONGER -> Relation.GREATER;
    };
  }

  private @Nullable String name(LifetimeTerm term) {
    return switch (term) {
      case LifetimeTerm.Of(var path, _) -> known(path);
      case LifetimeTerm.Return(var path, var span) -> {
        Type result = values.get("Return");
        if (result == null) {
          body.complaints.add(Code.E0111, span, "a region has no result to speak of");
          yield null;
        }
        yield path.isEmpty() ? "Return" : member("Return", result, path);
      }
      case LifetimeTerm.Static _ -> "Static";
      case LifetimeTerm.Missing _ -> null;
    };
  }

  private @Nullable String known(List<Ident> path) {
    Ident root = path.getFirst();
    if (path.stream().anyMatch(Ident::isMissing)) {
      return null;
    }
    Type value = values.get(root.text());
    if (value != null) {
      return member(root.text(), value, path.subList(1, path.size()));
    }
    if (path.size() == 1 && names.contains(root.text())) {
      return root.text();
    }
    String region = Regions.ofModule(body.types, path.stream().map(Ident::text).toList());
    if (region != null) {
      return region;
    }
    String what = path.stream().map(Ident::text).collect(Collectors.joining("."));
    body.complaints.add(
        Code.E0101,
        root.span(),
        ofRegions
            ? "there is no region `" + what + "`"
            : "there is no parameter or region `" + what + "` to speak of");
    return null;
  }

  /// The path, once each of its members is found.
  private @Nullable String member(String root, Type type, List<Ident> members) {
    StringBuilder path = new StringBuilder(root);
    Type at = type;
    for (Ident member : members) {
      if (at == Type.Unit.UNKNOWN) {
        return null;
      }
      Type next = memberType(at, member.text());
      if (next == null) {
        body.complaints.add(
            Code.E0106,
            member.span(),
            "`" + TypeText.of(Type.withoutNull(at)) + "` has no field `" + member.text() + "`");
        return null;
      }
      path.append('.').append(member.text());
      at = next;
    }
    return path.toString();
  }

  /// The type of a field, `UNKNOWN` of a region parameter, or null.
  private @Nullable Type memberType(Type container, String name) {
    Type inner = Type.withoutNull(container);
    Type of = inner instanceof Type.Ref(Type target, _, _) ? target : inner;
    Declaration.Struct struct = body.struct(of);
    if (struct == null) {
      return null;
    }
    Declaration.Field field = struct.field(name);
    return field != null
        ? field.type()
        : struct.regionParameters().contains(name) ? Type.Unit.UNKNOWN : null;
  }
}
