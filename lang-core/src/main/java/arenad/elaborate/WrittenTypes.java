package arenad.elaborate;

import arenad.syntax.Ident;
import arenad.syntax.TypeExpr;
import arenad.type.Type;
import arenad.type.TypeText;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Types in the words of the source, with one spacing: `str` stays `str`.
final class WrittenTypes {

  private WrittenTypes() {}

  /// @param type what the syntax means, for what is not spelled out
  static String of(@Nullable TypeExpr syntax, Type type) {
    return syntax == null ? TypeText.of(type) : text(syntax, type);
  }

  private static String text(TypeExpr syntax, Type type) {
    return switch (syntax) {
      case TypeExpr.Named(var path, var arguments, _) ->
          path.stream().map(Ident::text).collect(Collectors.joining(".")) + angled(arguments, type);
      case TypeExpr.Text(String value, _) -> '"' + value + '"';
      case TypeExpr.Nullable(TypeExpr inner, _) -> text(inner, Type.withoutNull(type)) + "?";
      case TypeExpr.Reference(boolean readOnly, TypeExpr inner, _) ->
          "&" + (readOnly ? "const " : "") + referred(inner, type);
      case TypeExpr.RegionReference(Ident region, TypeExpr inner, _) ->
          "ref(" + region.text() + ") " + referred(inner, type);
      case TypeExpr.FixedArray(TypeExpr element, _, _) ->
          type instanceof Type.FixedArray(Type of, int length)
              ? text(element, of) + "[" + length + "]"
              : TypeText.of(type);
      case TypeExpr.Tuple(var elements, _) -> "[" + joined(elements, type) + "]";
      case TypeExpr.Function(var parameters, TypeExpr result, _) ->
          "(" + joined(parameters, type) + ") => " + text(result, Type.Unit.UNKNOWN);
      case TypeExpr.Union(var variants, _) ->
          variants.stream()
              .map(variant -> text(variant, Type.Unit.UNKNOWN))
              .collect(Collectors.joining(" | "));
      case TypeExpr.Missing _ -> TypeText.of(type);
    };
  }

  /// `&T?` is a reference that may be null.
  private static String referred(TypeExpr target, Type reference) {
    String text = text(target, target(reference));
    return target instanceof TypeExpr.Nullable || target instanceof TypeExpr.Union
        ? "(" + text + ")"
        : text;
  }

  private static String angled(List<TypeExpr> arguments, Type type) {
    return arguments.isEmpty() ? "" : "<" + joined(arguments, type) + ">";
  }

  private static String joined(List<TypeExpr> parts, Type whole) {
    List<Type> types = parts(whole);
    StringBuilder text = new StringBuilder();
    int regions = 0;
    for (int i = 0; i < parts.size(); i++) {
      boolean region = isRegion(parts.get(i), whole);
      int at = i - regions;
      Type type = !region && at < types.size() ? types.get(at) : Type.Unit.UNKNOWN;
      text.append(i == 0 ? "" : ", ").append(text(parts.get(i), type));
      regions += region ? 1 : 0;
    }
    return text.toString();
  }

  private static boolean isRegion(TypeExpr argument, Type whole) {
    return whole instanceof Type.Named named
        && argument instanceof TypeExpr.Named written
        && named.regions().stream()
            .anyMatch(region -> TypeText.simpleName(region).equals(written.name().text()));
  }

  private static List<Type> parts(Type whole) {
    return switch (whole) {
      case Type.Named(_, var arguments, _) -> arguments;
      case Type.Builtin(_, var arguments) -> arguments;
      case Type.Tuple(var elements) -> elements;
      case Type.Function(var parameters, _) -> parameters;
      case Type.Scalar _,
          Type.Unit _,
          Type.Text _,
          Type.Arena _,
          Type.Optional _,
          Type.Ref _,
          Type.Parameter _,
          Type.FixedArray _ ->
          List.of();
    };
  }

  private static Type target(Type type) {
    return type instanceof Type.Ref(Type target, _, _) ? target : Type.Unit.UNKNOWN;
  }
}
