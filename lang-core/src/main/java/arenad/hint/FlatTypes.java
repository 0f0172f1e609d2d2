package arenad.hint;

import arenad.symbol.SymbolId;
import arenad.type.Declaration;
import arenad.type.Substitution;
import arenad.type.Type;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// What values of a type are made of.
final class FlatTypes {
  /// What is larger is better kept in an arena than on the stack.
  static final long LARGE = 4096;

  private final Function<SymbolId, @Nullable Declaration> declarations;
  private final ToLongFunction<Type> sizes;

  FlatTypes(Function<SymbolId, @Nullable Declaration> declarations, ToLongFunction<Type> sizes) {
    this.declarations = declarations;
    this.sizes = sizes;
  }

  /// Bytes of a value, 0 where that depends on a type parameter.
  long size(Type type) {
    return isKnown(type) ? sizes.applyAsLong(type) : 0;
  }

  /// Whether a value consists of scalars: it leads nowhere, and a copy of it is all there is.
  boolean isFlat(Type type) {
    return consistsOf(type, part -> part instanceof Type.Scalar);
  }

  /// Whether a value consists of scalars, strings and references to objects: it owns nothing.
  boolean ownsNothing(Type type) {
    return consistsOf(
        type,
        part ->
            part instanceof Type.Scalar || part instanceof Type.Text || part instanceof Type.Ref);
  }

  /// Whether a value may lie on the stack without being large there.
  boolean isSmall(Type type) {
    return isKnown(type) && sizes.applyAsLong(type) <= LARGE;
  }

  private boolean isKnown(Type type) {
    return consistsOf(
        type, part -> !(part instanceof Type.Parameter || part instanceof Type.Function));
  }

  private boolean consistsOf(Type type, Predicate<Type> leaf) {
    return switch (type) {
      case Type.FixedArray(Type element, int _) -> consistsOf(element, leaf);
      case Type.Tuple(List<Type> elements) ->
          elements.stream().allMatch(element -> consistsOf(element, leaf));
      case Type.Optional(Type of) -> consistsOf(of, leaf);
      case Type.Named named -> fieldsOf(named, leaf);
      case Type.Scalar _,
          Type.Unit _,
          Type.Text _,
          Type.Arena _,
          Type.Ref _,
          Type.Parameter _,
          Type.Function _,
          Type.Builtin _ ->
          leaf.test(type);
    };
  }

  private boolean fieldsOf(Type.Named named, Predicate<Type> leaf) {
    if (!(declarations.apply(named.symbol()) instanceof Declaration.Struct declared)) {
      return false;
    }
    Declaration.Struct struct =
        new Substitution(declared.typeParameters(), named.arguments()).in(declared);
    return struct.fields().stream().allMatch(field -> consistsOf(field.type(), leaf));
  }
}
