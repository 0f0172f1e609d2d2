package arenad.type;

import arenad.symbol.SymbolId;
import arenad.type.Declaration.TypeParameter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds generic declarations that lead back to themselves with ever larger type arguments: there would be no end of
/// them. Whether there is an end follows from where parameters go: a parameter may go round a circle as it is, but not
/// inside of a larger type (Kennedy and Pierce, On Decidability of Nominal Subtyping, 2007, call such circles expansive).
public final class Growth {
  private record Place(SymbolId symbol, int parameter) {}

  private final Map<Place, Set<Place>> steps = new HashMap<>();

  /// Takes note that `from` names `to` with type arguments.
  public void add(
      SymbolId from, List<TypeParameter> parameters, SymbolId to, List<Type> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      for (int p = 0; p < parameters.size(); p++) {
        if (mentions(arguments.get(i), parameters.get(p).name())) {
          steps
              .computeIfAbsent(new Place(from, p), _ -> new LinkedHashSet<>())
              .add(new Place(to, i));
        }
      }
    }
  }

  /// Whether naming `to` there leads back to the same place with larger arguments.
  public boolean isEndless(
      SymbolId from, List<TypeParameter> parameters, SymbolId to, List<Type> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      for (int p = 0; p < parameters.size(); p++) {
        boolean grows =
            !(arguments.get(i) instanceof Type.Parameter)
                && mentions(arguments.get(i), parameters.get(p).name());
        if (grows && leads(new Place(to, i), new Place(from, p))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean leads(Place from, Place to) {
    Set<Place> seen = new HashSet<>(Set.of(from));
    Deque<Place> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      Place at = open.removeFirst();
      if (at.equals(to)) {
        return true;
      }
      for (Place next : steps.getOrDefault(at, Set.of())) {
        if (seen.add(next)) {
          open.addLast(next);
        }
      }
    }
    return false;
  }

  private static boolean mentions(Type type, String parameter) {
    return switch (type) {
      case Type.Parameter(String name) -> name.equals(parameter);
      case Type.Scalar _, Type.Unit _, Type.Text _, Type.Arena _ -> false;
      case Type.Optional(Type of) -> mentions(of, parameter);
      case Type.Ref(Type target, _, _) -> mentions(target, parameter);
      case Type.FixedArray(Type element, _) -> mentions(element, parameter);
      case Type.Tuple(var elements) -> any(elements, parameter);
      case Type.Named(_, var arguments, _) -> any(arguments, parameter);
      case Type.Builtin(_, var arguments) -> any(arguments, parameter);
      case Type.Function(var inputs, Type result) ->
          any(inputs, parameter) || mentions(result, parameter);
    };
  }

  private static boolean any(List<Type> types, String parameter) {
    return types.stream().anyMatch(type -> mentions(type, parameter));
  }
}
