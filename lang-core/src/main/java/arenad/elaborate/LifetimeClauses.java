package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.resolve.Complaints;
import arenad.syntax.Ident;
import arenad.syntax.LifetimeTerm;
import arenad.syntax.RequiresClause;
import arenad.type.Declaration;
import arenad.type.Declaration.LifetimeRequirement;
import arenad.type.Declaration.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The lifetime relations that a signature's `requires` writes.
final class LifetimeClauses {

  private final Set<String> roots = new TreeSet<>(Set.of("Return", "Static"));
  private final Complaints complaints;

  private LifetimeClauses(List<Declaration.Parameter> parameters, Complaints complaints) {
    parameters.forEach(parameter -> roots.add(parameter.name()));
    this.complaints = complaints;
  }

  static List<LifetimeRequirement> of(
      List<RequiresClause> clauses, List<Declaration.Parameter> parameters, Complaints complaints) {
    LifetimeClauses names = new LifetimeClauses(parameters, complaints);
    List<LifetimeRequirement> requirements = new ArrayList<>();
    for (RequiresClause clause : clauses) {
      if (clause instanceof RequiresClause.Relates relates) {
        LifetimeRequirement requirement = names.requirement(relates);
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
      case LifetimeTerm.Return(var path, _) -> path.isEmpty() ? "Return" : "Return." + joined(path);
      case LifetimeTerm.Static _ -> "Static";
      case LifetimeTerm.Missing _ -> null;
    };
  }

  private @Nullable String known(List<Ident> path) {
    Ident root = path.getFirst();
    if (root.isMissing()) {
      return null;
    }
    if (!roots.contains(root.text())) {
      complaints.add(
          Code.E0101, root.span(), "there is no parameter `" + root.text() + "` to speak of");
      return null;
    }
    return joined(path);
  }

  private static String joined(List<Ident> path) {
    return path.stream().map(Ident::text).collect(Collectors.joining("."));
  }
}
