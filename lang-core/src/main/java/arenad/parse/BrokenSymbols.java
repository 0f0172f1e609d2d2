package arenad.parse;

import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Place;
import arenad.symbol.SymbolId;
import arenad.syntax.Node;
import arenad.syntax.NodeKind;
import arenad.syntax.SyntaxTree;
import arenad.syntax.Tokens;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Which symbols have a mistake of syntax among their own tokens, or something left over behind them.
final class BrokenSymbols {
  private BrokenSymbols() {}

  static Set<SymbolId> of(
      SyntaxTree tree, Collection<Declared> symbols, List<Diagnostic> mistakes) {
    if (mistakes.isEmpty()) {
      return Set.of();
    }
    TreeSet<Integer> tokens = tokens(tree.tokens(), mistakes);
    Set<Integer> withLeftover = ends(tree);
    Set<SymbolId> broken = new HashSet<>();
    for (Declared symbol : symbols) {
      boolean leftover = symbol.owner() == null && withLeftover.contains(symbol.node().end());
      if (leftover || OwnTokens.of(symbol.node()).containsAny(tokens)) {
        broken.add(symbol.id());
      }
    }
    return broken;
  }

  /// The tokens at which the mistakes are; one that something is missing behind is at fault itself.
  private static TreeSet<Integer> tokens(Tokens tokens, List<Diagnostic> mistakes) {
    TreeSet<Integer> found = new TreeSet<>();
    for (Diagnostic mistake : mistakes) {
      if (mistake.primary() instanceof Place.InModule(_, int start, int end)) {
        found.add(tokens.tokenAt(start == end ? Math.max(0, start - 1) : start));
      }
    }
    return found;
  }

  private static Set<Integer> ends(SyntaxTree tree) {
    Set<Integer> ends = new HashSet<>();
    for (Node node : tree.root().children(NodeKind.LEFTOVER)) {
      ends.add(node.first());
    }
    return ends;
  }
}
