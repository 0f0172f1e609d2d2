package arenad.ide;

import arenad.parse.Parsed;
import arenad.parse.Positions;
import arenad.symbol.SymbolId;
import arenad.syntax.Node;
import arenad.syntax.NodeKind;
import arenad.syntax.TokenKind;
import arenad.syntax.Tokens;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The name under the cursor.
///
/// @param text the name
/// @param token its token in the file
/// @param start offset of its first character
/// @param end offset after its last character
/// @param symbol the symbol whose text contains it; null in the module's head
/// @param ordinal the token's ordinal in that symbol
/// @param path the nodes that contain it, outermost first
record NameAt(
    String text,
    int token,
    int start,
    int end,
    @Nullable SymbolId symbol,
    int ordinal,
    List<Node> path) {

  /// The name that contains `offset` or ends at it; null where there is none.
  static @Nullable NameAt of(Parsed parsed, int offset) {
    Tokens tokens = parsed.tree().tokens();
    int token = tokens.tokenAt(offset);
    boolean ahead = tokens.is(token, TokenKind.NAME) && tokens.start(token) <= offset;
    if (!ahead) {
      token--;
    }
    if (token < 0 || !tokens.is(token, TokenKind.NAME) || tokens.end(token) < offset) {
      return null;
    }
    int start = tokens.start(token);
    SymbolId symbol = parsed.symbolAt(start);
    int ordinal = -1;
    if (symbol != null) {
      Positions positions = parsed.positions(symbol);
      ordinal = positions.ordinalAt(start);
    }
    List<Node> path = parsed.tree().root().pathTo(token);
    return new NameAt(tokens.textOf(token), token, start, tokens.end(token), symbol, ordinal, path);
  }

  /// Whether a parameter of a function, a method or a closure is declared there.
  boolean isParameter() {
    return path.reversed().stream().limit(2).anyMatch(node -> node.is(NodeKind.PARAM));
  }

  Node innermost() {
    return path.getLast();
  }

  /// The node `levels` above the innermost, or null.
  @Nullable Node above(int levels) {
    int index = path.size() - 1 - levels;
    return index < 0 ? null : path.get(index);
  }
}
