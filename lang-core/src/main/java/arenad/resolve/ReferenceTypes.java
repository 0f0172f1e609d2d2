package arenad.resolve;

import arenad.symbol.SymbolId;
import arenad.syntax.Ident;
import arenad.syntax.TypeExpr;
import arenad.text.Span;
import arenad.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Types of references, and the regions that are written in types.
final class ReferenceTypes {
  private ReferenceTypes() {}

  /// `&T` and `&const T`.
  static Type of(TypeResolution types, TypeExpr.Reference reference) {
    Type target = types.of(reference.inner());
    return target instanceof Type.Unit ? target : new Type.Ref(target, reference.readOnly(), null);
  }

  /// `ref(r) T`; `ref(r) &T` and `ref(r) f: &T` mean the same.
  static Type inRegion(TypeResolution types, TypeExpr.RegionReference reference) {
    boolean optional = reference.inner() instanceof TypeExpr.Nullable;
    TypeExpr inner =
        reference.inner() instanceof TypeExpr.Nullable(TypeExpr of, Span _)
            ? of
            : reference.inner();
    TypeExpr object = inner instanceof TypeExpr.Reference(_, TypeExpr of, _) ? of : inner;
    Type target = types.of(object);
    String region = Regions.resolve(types, reference.region());
    boolean readOnly = inner instanceof TypeExpr.Reference(boolean only, _, _) && only;
    Type referred = target instanceof Type.Unit ? target : new Type.Ref(target, readOnly, region);
    return optional ? TypeResolution.nullable(referred) : referred;
  }

  /// What stands between `<` and `>`.
  ///
  /// @param regions the full names of those among them that are regions
  record Arguments(List<Type> types, List<String> regions) {}

  static Arguments arguments(TypeResolution types, List<TypeExpr> written) {
    List<Type> arguments = new ArrayList<>();
    List<String> regions = new ArrayList<>();
    for (TypeExpr argument : written) {
      Ident region = region(types, argument);
      String name = region == null ? null : Regions.resolve(types, region);
      if (region == null) {
        arguments.add(types.of(argument));
      } else if (name == null) {
        arguments.add(Type.Unit.UNKNOWN);
      } else {
        regions.add(name);
      }
    }
    return new Arguments(arguments, regions);
  }

  /// The name of a region, where a type argument is one; else null.
  private static @Nullable Ident region(TypeResolution types, TypeExpr argument) {
    if (!(argument instanceof TypeExpr.Named(var path, var arguments, Span span))
        || !arguments.isEmpty()
        || path.stream().anyMatch(Ident::isMissing)) {
      return null;
    }
    String text = path.stream().map(Ident::text).collect(Collectors.joining("."));
    boolean known =
        types.typeParameters().contains(text)
            || path.size() == 1 && TypeNames.reserved(text) != null;
    return !known && isRegion(types, text, path) ? new Ident(text, span) : null;
  }

  private static boolean isRegion(TypeResolution types, String text, List<Ident> path) {
    boolean parameter = types.regionParameters() != null && types.regionParameters().contains(text);
    return parameter
        || types.meaning(path.stream().map(Ident::text).toList())
                instanceof Meaning.Symbol(SymbolId symbol)
            && symbol.kind() == SymbolId.Kind.REGION;
  }
}
