package arenad.incremental;

import arenad.diagnostic.Code;
import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Place;
import arenad.symbol.SymbolId;
import arenad.type.Type;
import arenad.type.TypeText;
import arenad.typed.ChannelUse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;
import org.pcollections.TreePMap;

/// Which channels the bodies of a program name, by identifier. An identifier belongs to one type; the first place, in the order
/// of modules and then of the source, says which, and the first place of each other type is a mistake.
///
/// It never changes; the next one costs what the edit changed.
final class ChannelTypes {
  static final ChannelTypes NONE = new ChannelTypes(TreePMap.empty(), HashTreePSet.empty());

  private final TreePMap<String, TreePMap<SymbolId, List<ChannelUse>>> users;
  private final PSet<String> disputed;

  private ChannelTypes(
      TreePMap<String, TreePMap<SymbolId, List<ChannelUse>>> users, PSet<String> disputed) {
    this.users = users;
    this.disputed = disputed;
  }

  private record Named(SymbolId symbol, ChannelUse use) {}

  /// The same with what a symbol names now instead of what it named before.
  ChannelTypes with(SymbolId symbol, List<ChannelUse> before, List<ChannelUse> now) {
    if (before.equals(now)) {
      return this;
    }
    Set<String> identifiers = new LinkedHashSet<>();
    before.forEach(use -> identifiers.add(use.identifier()));
    now.forEach(use -> identifiers.add(use.identifier()));
    TreePMap<String, TreePMap<SymbolId, List<ChannelUse>>> all = users;
    PSet<String> several = disputed;
    for (String identifier : identifiers) {
      List<ChannelUse> own =
          now.stream().filter(use -> use.identifier().equals(identifier)).toList();
      TreePMap<SymbolId, List<ChannelUse>> old =
          Objects.requireNonNullElse(all.get(identifier), TreePMap.empty());
      TreePMap<SymbolId, List<ChannelUse>> fresh =
          own.isEmpty() ? old.minus(symbol) : old.plus(symbol, own);
      all = fresh.isEmpty() ? all.minus(identifier) : all.plus(identifier, fresh);
      several = hasSeveralTypes(fresh) ? several.plus(identifier) : several.minus(identifier);
    }
    return new ChannelTypes(all, several);
  }

  private static boolean hasSeveralTypes(TreePMap<SymbolId, List<ChannelUse>> users) {
    Type first = null;
    for (List<ChannelUse> uses : users.values()) {
      for (ChannelUse use : uses) {
        first = first == null ? use.type() : first;
        if (!use.type().equals(first)) {
          return true;
        }
      }
    }
    return false;
  }

  /// Adds the files in which something else may be said of channels now, given those in which anything is different.
  ///
  /// @param pathOf the file of a module
  void touch(ChannelTypes before, Set<String> files, Function<String, String> pathOf) {
    for (String identifier : before.disputed.plusAll(disputed)) {
      Set<String> concerned = new HashSet<>();
      for (ChannelTypes types : List.of(before, this)) {
        TreePMap<SymbolId, List<ChannelUse>> naming = types.users.get(identifier);
        if (naming != null) {
          naming.keySet().forEach(symbol -> concerned.add(pathOf.apply(symbol.module())));
        }
      }
      if (concerned.stream().anyMatch(files::contains)) {
        files.addAll(concerned);
      }
    }
  }

  /// The mistakes in a body.
  ///
  /// @param position of a symbol in the source of its module
  List<Diagnostic> mistakes(
      SymbolId symbol, List<ChannelUse> uses, ToIntFunction<SymbolId> position) {
    Set<String> identifiers = new LinkedHashSet<>();
    uses.forEach(use -> identifiers.add(use.identifier()));
    List<Diagnostic> found = new ArrayList<>();
    for (String identifier : identifiers) {
      if (disputed.contains(identifier)) {
        find(identifier, symbol, position, found);
      }
    }
    return found;
  }

  private void find(
      String identifier,
      SymbolId symbol,
      ToIntFunction<SymbolId> position,
      List<Diagnostic> found) {
    List<Named> all = new ArrayList<>();
    Objects.requireNonNull(users.get(identifier))
        .forEach((user, uses) -> uses.forEach(use -> all.add(new Named(user, use))));
    all.sort(
        Comparator.comparing((Named named) -> named.symbol.module())
            .thenComparingInt(named -> position.applyAsInt(named.symbol))
            .thenComparingInt(named -> named.use.span().first()));
    Named first = all.getFirst();
    Set<Type> told = new HashSet<>(Set.of(first.use.type()));
    for (Named named : all) {
      if (told.add(named.use.type()) && named.symbol.equals(symbol)) {
        found.add(mistake(first, named));
      }
    }
  }

  private static Diagnostic mistake(Named first, Named second) {
    return Diagnostic.of(
            Code.E0406,
            Place.in(second.symbol, second.use.span()),
            "the channel \""
                + second.use.identifier()
                + "\" has messages of type `"
                + TypeText.of(first.use.type())
                + "`, not `"
                + TypeText.of(second.use.type())
                + "`")
        .because(
            Place.in(first.symbol, first.use.span()),
            "here its messages are of type `" + TypeText.of(first.use.type()) + "`")
        .help("an identifier belongs to one type in the whole program; take another one");
  }

  static List<ChannelUse> named(@Nullable Entry entry) {
    return entry == null || entry.body() == null ? List.of() : entry.body().record().channels();
  }
}
