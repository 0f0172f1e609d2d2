package arenad.type;

import java.util.List;
import java.util.stream.Collectors;

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
        String name = region == null ? "" : region.substring(region.lastIndexOf('.') + 1);
        String lead = region == null ? "&" : "ref(" + name + ") ";
        boolean several =
            target instanceof Type.Optional
                || target instanceof Type.Named named && Variants.isNameless(named);
        String text = several ? "(" + of(target) + ")" : of(target);
        yield lead + (readOnly ? "const " : "") + text;
      }
      case Type.Named named when Variants.isNameless(named) ->
          named.arguments().stream().map(TypeText::of).collect(Collectors.joining(" | "));
      case Type.Named(var symbol, var arguments) -> symbol.name() + angled(arguments);
      case Type.Parameter(String name) -> name;
      case Type.FixedArray(Type element, int length) -> of(element) + "[" + length + "]";
      case Type.Tuple(var elements) -> "[" + joined(elements) + "]";
      case Type.Function(var parameters, Type result) ->
          "(" + joined(parameters) + ") => " + of(result);
      case Type.Builtin(var container, var arguments) -> container.spelling() + angled(arguments);
    };
  }

  private static String angled(List<Type> arguments) {
    return arguments.isEmpty() ? "" : "<" + joined(arguments) + ">";
  }

  private static String joined(List<Type> types) {
    return types.stream().map(TypeText::of).collect(Collectors.joining(", "));
  }
}
