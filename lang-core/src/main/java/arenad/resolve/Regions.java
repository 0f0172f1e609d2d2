package arenad.resolve;

import arenad.diagnostic.Code;
import arenad.symbol.SymbolId;
import arenad.syntax.Ident;
import arenad.type.Declaration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The names of regions in types and clauses. A region parameter is known by its name, a module's region
/// by its full name ([#fullName]): so wherever a type goes, its regions keep their meaning.
public final class Regions {

  private Regions() {}

  /// The full name of a region, or null after a complaint.
  static @Nullable String resolve(TypeResolution types, Ident region) {
    Set<String> parameters = types.regionParameters();
    if (region.isMissing()) {
      return null;
    }
    if (parameters == null) {
      types
          .complaints()
          .add(
              types
                  .complaints()
                  .about(
                      Code.E0111,
                      region.span(),
                      "regions are written in signatures and fields, those of locals are inferred")
                  .help(
                      "leave `"
                          + region.text()
                          + "` out: write `&T` for `ref(r) T`, `C` for `C<r>`"));
      return null;
    }
    if (parameters.contains(region.text())) {
      return region.text();
    }
    return ofModule(types, region);
  }

  private static @Nullable String ofModule(TypeResolution types, Ident region) {
    String text = region.text();
    Complaints complaints = types.complaints();
    return switch (types.meaning(Arrays.asList(text.split("\\.")))) {
      case Meaning.Symbol(SymbolId symbol) when symbol.kind() == SymbolId.Kind.REGION ->
          fullName(symbol);
      case Meaning.Hidden(SymbolId symbol) -> {
        complaints.add(
            complaints
                .about(
                    Code.E0104,
                    region.span(),
                    "`" + symbol.name() + "` of module `" + symbol.module() + "` is not exported")
                .help("write `export` before its declaration"));
        yield null;
      }
      case Meaning.Broken() -> null;
      case Meaning.Absent() -> {
        if (complaints.isNews(text)) {
          complaints.addWithSuggestion(
              Code.E0101,
              region.span(),
              "there is no region `" + text + "`",
              text,
              candidates(types));
        }
        yield null;
      }
      case Meaning.Symbol _,
          Meaning.Module _,
          Meaning.Standard _,
          Meaning.StandardMember _,
          Meaning.StandardRoot _ -> {
        complaints.add(Code.E0111, region.span(), "`" + text + "` is no region");
        yield null;
      }
    };
  }

  private static List<String> candidates(TypeResolution types) {
    List<String> all = new ArrayList<>();
    if (types.regionParameters() != null) {
      all.addAll(types.regionParameters());
    }
    ModuleScope scope = types.scope();
    for (String name : scope.names().names(scope.module())) {
      SymbolId symbol = scope.names().find(scope.module(), name);
      if (symbol != null && symbol.kind() == SymbolId.Kind.REGION) {
        all.add(name);
      }
    }
    return all;
  }

  /// The full name of a module's region, or null where the path does not lead to one.
  public static @Nullable String ofModule(TypeResolution types, List<String> path) {
    return types.meaning(path) instanceof Meaning.Symbol(SymbolId symbol)
            && symbol.kind() == SymbolId.Kind.REGION
        ? fullName(symbol)
        : null;
  }

  /// The name by which types and clauses know the region of a module.
  public static String fullName(SymbolId region) {
    return Declaration.Region.MARK + region.module() + "." + region.name();
  }
}
