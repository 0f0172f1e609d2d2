package arenad.resolve;

import arenad.symbol.SymbolId;
import arenad.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The names of types that the language brings.
public final class TypeNames {
  private static final Map<String, Type> RESERVED = reserved();
  private static final Map<String, Type.Container> CONTAINERS = containers();

  /// The requirement of types whose values `==` compares.
  public static final String EQUATABLE = "Equatable";

  /// The requirement of types whose values `<` compares.
  public static final String ORDERED = "Ordered";

  /// The requirement of types whose values are written as text.
  public static final String PRINTABLE = "Printable";

  private static final Set<String> REQUIREMENTS = Set.of(EQUATABLE, ORDERED, PRINTABLE);

  private TypeNames() {}

  /// The requirement of that name that the language brings, which a declaration may hide; or null.
  public static @Nullable SymbolId requirement(String name) {
    return REQUIREMENTS.contains(name)
        ? new SymbolId("std", SymbolId.Kind.REQUIREMENT, name)
        : null;
  }

  /// The type of a name that no declaration can take, or null.
  public static @Nullable Type reserved(String name) {
    return RESERVED.get(name);
  }

  /// The container of that name, which a declaration may hide, or null.
  public static Type.@Nullable Container container(String name) {
    return CONTAINERS.get(name);
  }

  /// All names, for "did you mean".
  public static List<String> all() {
    List<String> all = new ArrayList<>(RESERVED.keySet());
    all.addAll(CONTAINERS.keySet());
    return all;
  }

  private static Map<String, Type> reserved() {
    Map<String, Type> types = new TreeMap<>();
    for (Type.Scalar scalar : Type.Scalar.values()) {
      types.put(scalar.spelling(), scalar);
    }
    types.put("int", Type.Scalar.I32);
    types.put("usize", Type.Scalar.I64);
    types.put("String", new Type.Text());
    types.put("string", new Type.Text());
    types.put("str", new Type.Text());
    types.put("Arena", new Type.Arena());
    types.put("void", Type.Unit.VOID);
    return types;
  }

  private static Map<String, Type.Container> containers() {
    Map<String, Type.Container> containers = new TreeMap<>();
    for (Type.Container container : Type.Container.values()) {
      containers.put(container.spelling(), container);
    }
    return containers;
  }
}
