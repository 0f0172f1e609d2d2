package arenad.parse;

import static arenad.syntax.TokenKind.*;

import arenad.syntax.NodeKind;

/// Names where they are declared, and members.
final class NameGrammar {
  private NameGrammar() {}

  /// A name that is no keyword.
  static void name(Cursor in, String what) {
    long mark = in.mark();
    if (!in.eat(NAME)) {
      in.expected(what);
    }
    in.close(mark, NodeKind.NAME);
  }

  /// The name of a member: keywords are names here. One on the next line is not meant.
  static void member(Cursor in, String what) {
    long mark = in.mark();
    boolean word = in.kind().isKeyword() && !in.startsLine();
    if (word) {
      in.bump();
    } else if (!in.eat(NAME)) {
      in.expected(what);
    }
    in.close(mark, NodeKind.NAME);
  }

  /// The name of a field, with a colon behind it: keywords are names here.
  static void field(Cursor in) {
    long mark = in.mark();
    if (in.kind().isKeyword() && in.ahead(1) == COLON) {
      in.bump();
    } else if (!in.eat(NAME)) {
      in.expected("the name of a field");
    }
    in.close(mark, NodeKind.NAME);
  }

  /// `geometry.shape`
  static void modulePath(Cursor in) {
    long mark = in.mark();
    name(in, "the name of a module");
    while (in.eat(DOT)) {
      member(in, "a name after the dot");
    }
    in.close(mark, NodeKind.MODULE_PATH);
  }
}
