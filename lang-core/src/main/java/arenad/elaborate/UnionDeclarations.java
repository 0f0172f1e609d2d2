package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.diagnostic.Diagnostic;
import arenad.resolve.Complaints;
import arenad.symbol.SymbolId;
import arenad.syntax.Item;
import arenad.text.Span;
import arenad.type.Declaration;
import arenad.type.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The declarations of unions.
public final class UnionDeclarations {
  private UnionDeclarations() {}

  static Declaration.Union of(
      Item.Union syntax, SymbolId symbol, Environment environment, Complaints complaints) {
    Body body =
        new Body(environment, symbol, complaints, Generic.namesOf(syntax.typeParams()), Set.of());
    List<Type> variants = new ArrayList<>();
    syntax.variants().forEach(variant -> variants.add(body.types.variant(variant, variants)));
    return new Declaration.Union(
        symbol,
        syntax.exported(),
        Generic.of(List.of(), syntax.typeParams(), List.of(), body),
        variants);
  }

  /// What can be said of a union only when the types inside of it are known: that it does not contain
  /// itself. Asked apart from its declaration, which must not depend on those.
  public static List<Diagnostic> checkSize(Declaration.Union union, Environment environment) {
    Complaints complaints = new Complaints(union.symbol());
    for (Type variant : union.variants()) {
      if (!Arities.check(variant, nameOf(union), environment, complaints)) {
        break;
      }
      if (EndlessTypes.leadsFrom(union.symbol(), union.typeParameters(), variant, environment)) {
        complaints.add(
            Code.E0408,
            nameOf(union),
            "`" + union.symbol().name() + "` leads to ever larger types of its own kind");
        break;
      }
      List<String> way = Structs.wayTo(union.symbol(), variant, environment, new HashSet<>());
      if (way != null) {
        String name = union.symbol().name();
        String through = way.isEmpty() ? "" : " through `" + String.join("`, `", way) + "`";
        complaints.add(
            complaints
                .about(
                    Code.E0110,
                    nameOf(union),
                    "`"
                        + name
                        + "` contains itself"
                        + through
                        + ", so it would be infinitely large")
                .help("a reference has a size of its own: `&" + name + "`"));
        break;
      }
    }
    return complaints.all();
  }

  /// Behind `type`, or `export type`.
  private static Span nameOf(Declaration.Union union) {
    int token = union.exported() ? 2 : 1;
    return new Span(token, token);
  }
}
