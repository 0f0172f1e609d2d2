package arenad.parse;

import arenad.syntax.Node;
import arenad.syntax.NodeKind;
import arenad.syntax.Tokens;
import arenad.text.Span;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;

/// The tokens that belong to a symbol, which its ordinals count: those of its declaration, without
/// those of the methods in it. Runs of tokens, in the order of the text.
final class OwnTokens {
  private final int[] firsts;
  private final int[] ends;

  /// How many tokens the runs before each run have.
  private final int[] before;

  private OwnTokens(int[] firsts, int[] ends) {
    this.firsts = firsts;
    this.ends = ends;
    this.before = new int[firsts.length];
    for (int i = 1; i < firsts.length; i++) {
      before[i] = before[i - 1] + ends[i - 1] - firsts[i - 1];
    }
  }

  /// Those of a declaration.
  static OwnTokens of(Node declaration) {
    List<Node> methods =
        declaration.is(NodeKind.STRUCT) ? declaration.children(NodeKind.FUNCTION) : List.of();
    int[] firsts = new int[methods.size() + 1];
    int[] ends = new int[methods.size() + 1];
    firsts[0] = declaration.first();
    for (int i = 0; i < methods.size(); i++) {
      ends[i] = methods.get(i).first();
      firsts[i + 1] = methods.get(i).end();
    }
    ends[methods.size()] = declaration.end();
    return new OwnTokens(firsts, ends);
  }

  /// Those of several declarations as one symbol: the head of a module.
  static OwnTokens ofAll(List<Node> declarations) {
    return new OwnTokens(
        declarations.stream().mapToInt(Node::first).toArray(),
        declarations.stream().mapToInt(Node::end).toArray());
  }

  int count() {
    int last = firsts.length - 1;
    return last < 0 ? 0 : before[last] + ends[last] - firsts[last];
  }

  /// The ordinal of a token; of one that is not the symbol's, that of the symbol's last before it.
  int ordinal(int token) {
    int found = Arrays.binarySearch(firsts, token);
    int run = found >= 0 ? found : -found - 2;
    if (run < 0) {
      return 0;
    }
    int inRun = Math.min(token, ends[run] - 1) - firsts[run];
    return Math.max(0, before[run] + inRun);
  }

  /// Whether one of the tokens is the symbol's own.
  boolean containsAny(NavigableSet<Integer> tokens) {
    for (int run = 0; run < firsts.length; run++) {
      Integer token = tokens.ceiling(firsts[run]);
      if (token != null && token < ends[run]) {
        return true;
      }
    }
    return false;
  }

  /// The span of a node. One that is missing stands where the token before it does.
  Span span(Node node) {
    if (node.isEmpty()) {
      return Span.at(ordinal(node.first() - 1));
    }
    int first = ordinal(node.first());
    return new Span(first, Math.max(first, ordinal(node.end() - 1)));
  }

  Positions positions(Tokens tokens) {
    int[] starts = new int[count()];
    int[] finishes = new int[count()];
    int ordinal = 0;
    for (int run = 0; run < firsts.length; run++) {
      for (int token = firsts[run]; token < ends[run]; token++) {
        starts[ordinal] = tokens.start(token);
        finishes[ordinal] = tokens.end(token);
        ordinal++;
      }
    }
    return new Positions(starts, finishes);
  }
}
