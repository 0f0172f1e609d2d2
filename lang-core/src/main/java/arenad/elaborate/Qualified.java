package arenad.elaborate;

import arenad.resolve.Meaning;
import arenad.syntax.Expr;
import org.jspecify.annotations.Nullable;

/// Names that are no values: modules, and what stands in them.
final class Qualified {
  private Qualified() {}

  /// What the expression names, if it is a name or a chain of names that does not begin with a
  /// local; else null.
  static @Nullable Meaning of(Body body, Expr syntax) {
    if (syntax instanceof Expr.Name name) {
      String text = name.name().text();
      return name.name().isMissing() || body.locals.find(text) != null
          ? null
          : body.scope.meaning(text);
    }
    if (syntax instanceof Expr.Member member) {
      Meaning object = of(body, member.object());
      return object == null ? null : member(body, object, member.name().text());
    }
    return null;
  }

  /// What stands in a module, or null when `of` is none.
  static @Nullable Meaning member(Body body, Meaning of, String name) {
    return switch (of) {
      case Meaning.Module module -> body.scope.member(module, name);
      case Meaning.Standard standard -> body.scope.member(standard, name);
      case Meaning.StandardRoot() -> {
        Meaning module = body.scope.moduleAt("std." + name);
        yield module == null ? new Meaning.Absent() : module;
      }
      case Meaning.Broken broken -> broken;
      case Meaning.Symbol _, Meaning.StandardMember _, Meaning.Hidden _, Meaning.Absent _ -> null;
    };
  }

  /// Whether members of it are looked up in a module and not in a value.
  static boolean isModule(@Nullable Meaning meaning) {
    return meaning instanceof Meaning.Module
        || meaning instanceof Meaning.Standard
        || meaning instanceof Meaning.StandardRoot
        || meaning instanceof Meaning.Broken;
  }
}
