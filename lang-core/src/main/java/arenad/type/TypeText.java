package arenad.type;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Types as the source writes them, names without their module.
public final class TypeText {

  private TypeText() {}

  public static String of(Type type) {
    return switch (type) {
      case Type.Scalar scalar -> scalar.spelling();
      case Type.Unit unit ->
          switch (unit) {
            case VOID -> "void";
            case NULL -> "null";
            case NEVER -> "never";
            case UNKNOWN -> "?";
          };
      case Type.Text _ -> "String";
      case Type.Arena _ -> "Arena";
      case Type.Optional(Type.Function of) -> "(" + of(of) + ")?";
      case Type.Optional(Type.Named of) when Variants.isNameless(of) -> "(" + of(of) + ")?";
      case Type.Optional(Type of) -> of(of) + "?";
      case Type.Ref(Type target, boolean readOnly, String region) -> {
        // `ref(r) &T` is a `ref(r) T`.
        String twice = target instanceof Type.Ref ? "&" : "";
        String lead = region == null ? "&" : "ref(" + simpleName(region) + ") " + twice;
        boolean several =
            target instanceof Type.Optional
                || target instanceof Type.Named named && Variants.isNameless(named);
        String text = several ? "(" + of(target) + ")" : of(target);
        yield lead + (readOnly ? "const " : "") + text;
      }
      case Type.Named named when Variants.isNameless(named) ->
          named.arguments().stream().map(TypeText::of).collect(Collectors.joining(" | "));
      case Type.Named(var symbol, var arguments, var regions) ->
          symbol.name() + angled(regions, arguments);
      case Type.Parameter(String name) -> name;
      case Type.FixedArray(Type element, int length) -> of(element) + "[" + length + "]";
      case Type.Tuple(var elements) -> "[" + joined(elements) + "]";
      case Type.Function(var parameters, Type result) ->
          "(" + joined(parameters) + ") => " + of(result);
      case Type.Builtin(var container, var arguments) ->
          container.spelling() + angled(List.of(), arguments);
    };
  }

  /// The name of a region without that of its module.
  public static String simpleName(String region) {
    return region.substring(region.lastIndexOf('.') + 1);
  }

  private static String angled(List<String> regions, List<Type> arguments) {
    String all =
        Stream.concat(
                regions.stream().map(TypeText::simpleName), arguments.stream().map(TypeText::of))
            .collect(Collectors.joining(", "));
    return all.isEmpty() ? "" : "<" + all + ">";
  }

  private static String joined(List<Type> types) {
    return types.stream().map(TypeText::of).collect(Collectors.joining(", "));
  }
}
