package arenad.type;

import arenad.symbol.SymbolId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Which types own memory: `Owned`, `Shared`, `Weak`, `Region`, and what holds one of them inline. Their
/// values are dropped at the end of their scope; those with an `Owned` or a `Region` in them are moved, not
/// copied.
///
/// Generic declarations are looked at with their parameters: no type argument of theirs owns anything.
public final class Owners {

  private final Function<SymbolId, @Nullable Declaration> declarations;
  private final Map<Type, Boolean> holding = new HashMap<>();
  private final Map<Type, Boolean> moving = new HashMap<>();

  public Owners(Function<SymbolId, @Nullable Declaration> declarations) {
    this.declarations = declarations;
  }

  /// A member on the way from a value to an owner in it.
  ///
  /// @param type of the member
  public record Step(int index, String name, Type type) {}

  /// A handle in a value that is moved and dropped as one.
  ///
  /// @param steps the members that lead to it; none when it is the value itself
  public record Handle(List<Step> steps) {
    public Handle {
      steps = List.copyOf(steps);
    }
  }

  /// Whether a value of the type is itself the handle of memory.
  public static boolean isOwner(Type type) {
    return type instanceof Type.Builtin(Type.Container container, var _) && owns(container);
  }

  private static boolean owns(Type.Container container) {
    return switch (container) {
      case OWNED, SHARED, WEAK, REGION -> true;
      case ARRAY, MAP, SPAN, STRING_BUFFER, ARENA_BUFFER -> false;
    };
  }

  /// Whether the type is that of a counted handle, which is copied by counting.
  public static boolean isCounted(Type type) {
    return type instanceof Type.Builtin(Type.Container container, var _)
        && (container == Type.Container.SHARED || container == Type.Container.WEAK);
  }

  /// Whether a value of the type holds an owner, inline.
  public boolean holds(Type type) {
    return known(type, holding, false);
  }

  /// Whether a value of the type is moved, because a copy would make two owners of one thing.
  public boolean moves(Type type) {
    return known(type, moving, true);
  }

  private boolean known(Type type, Map<Type, Boolean> answers, boolean uniqueOnly) {
    Boolean known = answers.get(type);
    if (known == null) {
      known = has(type, uniqueOnly, new HashSet<>());
      answers.put(type, known);
    }
    return known;
  }

  /// @param seen structs that are being looked at: one that contains itself is an error elsewhere
  private boolean has(Type type, boolean uniqueOnly, Set<Type> seen) {
    return switch (type) {
      case Type.Builtin builtin -> isOwner(builtin) && !(uniqueOnly && isCounted(builtin));
      case Type.Optional(Type of) -> has(of, uniqueOnly, seen);
      case Type.FixedArray(Type element, int _) -> has(element, uniqueOnly, seen);
      case Type.Tuple(var elements) ->
          elements.stream().anyMatch(element -> has(element, uniqueOnly, seen));
      case Type.Named named ->
          seen.add(named) && parts(named).stream().anyMatch(part -> has(part, uniqueOnly, seen));
      case Type.Scalar _,
          Type.Unit _,
          Type.Text _,
          Type.Arena _,
          Type.Ref _,
          Type.Parameter _,
          Type.Function _ ->
          false;
    };
  }

  private List<Type> parts(Type.Named named) {
    return switch (declarations.apply(named.symbol())) {
      case Declaration.Struct struct ->
          struct.fields().stream().map(Declaration.Field::type).toList();
      case Declaration.Union union -> union.variants();
      case Declaration.Function _,
          Declaration.Constant _,
          Declaration.Requirement _,
          Declaration.Region _ ->
          List.of();
      case null -> List.of();
    };
  }

  /// The handles in a value of the type, in the order of declaration. What is nullable, a fixed array or a
  /// union is moved as a whole.
  public List<Handle> handles(Type type) {
    List<Handle> all = new ArrayList<>();
    collect(type, List.of(), all);
    return all;
  }

  private void collect(Type type, List<Step> steps, List<Handle> all) {
    if (!holds(type)) {
      return;
    }
    switch (type) {
      case Type.Named named
          when declarations.apply(named.symbol()) instanceof Declaration.Struct s -> {
        for (int i = 0; i < s.fields().size(); i++) {
          Declaration.Field field = s.fields().get(i);
          collect(field.type(), and(steps, new Step(i, field.name(), field.type())), all);
        }
      }
      case Type.Tuple(var elements) -> {
        for (int i = 0; i < elements.size(); i++) {
          Step step = new Step(i, Integer.toString(i), elements.get(i));
          collect(elements.get(i), and(steps, step), all);
        }
      }
      case Type _ -> all.add(new Handle(steps));
    }
  }

  private static List<Step> and(List<Step> steps, Step last) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(last);
    return longer;
  }
}
