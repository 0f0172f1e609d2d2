package arenad.elaborate;

import arenad.type.Declaration;
import arenad.type.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which types have a value that consists of zeros in memory.
final class ZeroValues {
  private ZeroValues() {}

  static boolean include(Body body, Type type) {
    return include(body, type, new HashSet<>());
  }

  /// @param seen structs that are being looked at; one that contains itself has its own complaint
  private static boolean include(Body body, Type type, Set<Type> seen) {
    return switch (type) {
      case Type.Scalar _, Type.Optional _ -> true;
      case Type.FixedArray(Type element, int _) -> include(body, element, seen);
      case Type.Tuple(List<Type> elements) ->
          elements.stream().allMatch(element -> include(body, element, seen));
      case Type.Named named -> {
        Declaration.Struct struct = body.struct(named);
        yield !seen.add(named)
            || struct != null
                && struct.fields().stream().allMatch(field -> include(body, field.type(), seen));
      }
      // Of a field of an unknown type somebody has complained.
      case Type.Unit unit -> unit == Type.Unit.UNKNOWN;
      case Type.Text _,
          Type.Arena _,
          Type.Ref _,
          Type.Parameter _,
          Type.Function _,
          Type.Builtin _ ->
          false;
    };
  }
}
