package arenad.parse;

import static arenad.syntax.TokenKind.*;

import arenad.diagnostic.Code;
import arenad.syntax.NodeKind;
import arenad.syntax.SyntaxTree;
import arenad.syntax.Tokens;

/// Tokens to tree: each chunk is parsed for itself.
final class Parser {
  private Parser() {}

  static SyntaxTree tree(Tokens tokens, SyntaxErrors errors) {
    errors.lexed();
    int[] starts = Chunks.starts(tokens);
    Cursor in = new Cursor(tokens, errors);
    long file = in.mark();
    for (int i = 0; i + 1 < starts.length; i++) {
      chunk(in, starts[i], starts[i + 1]);
    }
    in.show(tokens.count() - 1, tokens.count());
    in.bump();
    in.close(file, NodeKind.FILE);
    return in.tree();
  }

  private static void chunk(Cursor in, int start, int end) {
    in.show(start, end);
    ItemGrammar.item(in);
    if (in.position() < end) {
      leftover(in);
    }
    in.finish(end);
  }

  /// Complains of what stands behind a complete declaration, once.
  private static void leftover(Cursor in) {
    if (in.isSilent() || in.isBroken()) {
      return;
    }
    switch (in.kind()) {
      case PAREN_CLOSE, BRACKET_CLOSE, BRACE_CLOSE ->
          in.error(
              Code.E0011, in.position(), in.position(), in.kind().described() + " closes nothing");
      default -> in.unexpected("a declaration");
    }
  }
}
