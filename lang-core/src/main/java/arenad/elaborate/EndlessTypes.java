package arenad.elaborate;

import arenad.symbol.SymbolId;
import arenad.type.Declaration;
import arenad.type.Declaration.TypeParameter;
import arenad.type.Growth;
import arenad.type.Type;
import arenad.type.Variants;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Whether a generic struct or union leads to ever larger types of its own kind, such as `&Nest<&Nest<T>>?` in `Nest<T>`.
final class EndlessTypes {
  private final Environment environment;
  private final Growth growth = new Growth();

  private EndlessTypes(Environment environment) {
    this.environment = environment;
  }

  /// Whether what the type of a member names leads back to `symbol` with larger arguments.
  static boolean leadsFrom(
      SymbolId symbol, List<TypeParameter> parameters, Type member, Environment environment) {
    if (parameters.isEmpty()) {
      return false;
    }
    EndlessTypes types = new EndlessTypes(environment);
    types.follow(symbol);
    return namedIn(member).stream()
        .anyMatch(
            named -> types.growth.isEndless(symbol, parameters, named.symbol(), named.arguments()));
  }

  private void follow(SymbolId first) {
    Set<SymbolId> seen = new HashSet<>(Set.of(first));
    Deque<SymbolId> open = new ArrayDeque<>(List.of(first));
    while (!open.isEmpty()) {
      SymbolId symbol = open.removeFirst();
      List<TypeParameter> parameters = Arities.parametersOf(symbol, environment);
      for (Type member : membersOf(symbol)) {
        for (Type.Named named : namedIn(member)) {
          growth.add(symbol, parameters, named.symbol(), named.arguments());
          if (seen.add(named.symbol())) {
            open.addLast(named.symbol());
          }
        }
      }
    }
  }

  private List<Type> membersOf(SymbolId symbol) {
    return switch (environment.declaration(symbol)) {
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

  private static List<Type.Named> namedIn(Type type) {
    List<Type.Named> all = new ArrayList<>();
    collect(type, all);
    return all;
  }

  private static void collect(Type type, List<Type.Named> all) {
    switch (type) {
      case Type.Named named -> {
        if (!Variants.isNameless(named)) {
          all.add(named);
        }
        named.arguments().forEach(argument -> collect(argument, all));
      }
      case Type.Scalar _, Type.Unit _, Type.Text _, Type.Arena _, Type.Parameter _ -> {}
      case Type.Optional(Type of) -> collect(of, all);
      case Type.Ref(Type target, _, _) -> collect(target, all);
      case Type.FixedArray(Type element, _) -> collect(element, all);
      case Type.Tuple(var elements) -> elements.forEach(element -> collect(element, all));
      case Type.Builtin(_, var arguments) -> arguments.forEach(argument -> collect(argument, all));
      case Type.Function(var inputs, Type result) -> {
        inputs.forEach(input -> collect(input, all));
        collect(result, all);
      }
    }
  }
}
