package arenad.type;

import arenad.symbol.SymbolId;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a union may hold. Unions inside unions are flattened: the variants of `type T = A | B;` are
/// variants of `type U = T | C;`, each once, in the order in which they are met.
///
/// The tag of a variant is its position in that list, counted from 1; 0 is null in a `U?`.
public final class Variants {

  /// Stands for a union without a name, `A | B` where a type is written: its arguments are its variants.
  private static final SymbolId NAMELESS = new SymbolId("", SymbolId.Kind.UNION, "|");

  /// The same, one of whose variants is a type parameter, which stays one variant whatever it becomes.
  private static final SymbolId OPEN = new SymbolId("", SymbolId.Kind.UNION, "||");

  private Variants() {}

  /// `A | B` where a type is written.
  public static Type.Named nameless(List<Type> variants) {
    boolean open = variants.stream().anyMatch(Type.Parameter.class::isInstance);
    return new Type.Named(open ? OPEN : NAMELESS, variants);
  }

  /// Whether it is `A | B` where a type is written, so that its arguments are its variants.
  public static boolean isNameless(Type.Named named) {
    return named.symbol().equals(NAMELESS) || named.symbol().equals(OPEN);
  }

  public static boolean isUnion(Type type) {
    return type instanceof Type.Named(SymbolId symbol, List<Type> _, var _)
        && symbol.kind() == SymbolId.Kind.UNION;
  }

  /// The variants of a union; of any other type, none. Type arguments take the places of type
  /// parameters when the list is complete, so that they change no tag.
  public static List<Type> of(Type type, Function<SymbolId, @Nullable Declaration> declarations) {
    return isUnion(type) ? of((Type.Named) type, declarations, new HashSet<>()) : List.of();
  }

  private static List<Type> of(
      Type.Named union,
      Function<SymbolId, @Nullable Declaration> declarations,
      Set<SymbolId> seen) {
    if (union.symbol().equals(OPEN)) {
      return union.arguments();
    }
    if (isNameless(union)) {
      return flat(union.arguments(), declarations, seen);
    }
    if (!seen.add(union.symbol())
        || !(declarations.apply(union.symbol()) instanceof Declaration.Union declared)) {
      return List.of();
    }
    List<Type> variants = flat(declared.variants(), declarations, seen);
    seen.remove(union.symbol());
    return new Substitution(declared.typeParameters(), union.arguments()).in(variants);
  }

  private static List<Type> flat(
      List<Type> written,
      Function<SymbolId, @Nullable Declaration> declarations,
      Set<SymbolId> seen) {
    Set<Type> variants = new LinkedHashSet<>();
    for (Type variant : written) {
      if (variant instanceof Type.Named inner && isUnion(inner)) {
        variants.addAll(of(inner, declarations, seen));
      } else if (variant != Type.Unit.UNKNOWN) {
        variants.add(variant);
      }
    }
    return List.copyOf(variants);
  }

  /// The variants as they are written, unions among them.
  public static List<Type> written(
      Type.Named union, Function<SymbolId, @Nullable Declaration> declarations) {
    if (isNameless(union)) {
      return union.arguments();
    }
    if (!(declarations.apply(union.symbol()) instanceof Declaration.Union declared)) {
      return List.of();
    }
    return new Substitution(declared.typeParameters(), union.arguments()).in(declared.variants());
  }
}
