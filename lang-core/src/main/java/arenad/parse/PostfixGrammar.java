package arenad.parse;

import static arenad.syntax.TokenKind.*;

import arenad.syntax.NodeKind;
import arenad.syntax.Tokens;

/// What is attached to an expression: members, calls, indices, `!`, type arguments, and the braces of
/// a struct literal.
final class PostfixGrammar {
  private PostfixGrammar() {}

  /// @param path whether what began at `mark` is a name, possibly of a type
  static void rest(Cursor in, long mark, boolean path) {
    boolean isPath = path;
    boolean more = true;
    while (more) {
      switch (in.kind()) {
        case DOT -> {
          in.bump();
          NameGrammar.member(in, "a name after the dot");
          more = in.wrap(mark, NodeKind.MEMBER);
        }
        case QUESTION_DOT -> {
          in.bump();
          NameGrammar.member(in, "a name after `?.`");
          isPath = false;
          more = in.wrap(mark, NodeKind.OPTIONAL_MEMBER);
        }
        case PAREN_OPEN -> {
          more = !in.afterLineBreak() && call(in, mark);
          isPath = false;
        }
        case BRACKET_OPEN -> {
          more = !in.afterLineBreak() && index(in, mark);
          isPath = false;
        }
        case BANG -> {
          more = !in.afterLineBreak() && nonNull(in, mark);
          isPath = false;
        }
        case LESS -> more = ExprGrammar.atTypeArgs(in) && typeApplication(in, mark);
        case BRACE_OPEN -> {
          more = isPath && opensStructLiteral(in) && structLiteral(in, mark);
          isPath = false;
        }
        default -> more = false;
      }
    }
  }

  private static boolean nonNull(Cursor in, long mark) {
    in.bump();
    return in.wrap(mark, NodeKind.NON_NULL);
  }

  private static boolean typeApplication(Cursor in, long mark) {
    TypeGrammar.typeArgs(in);
    return in.wrap(mark, NodeKind.TYPE_APPLICATION);
  }

  private static boolean call(Cursor in, long mark) {
    long args = in.mark();
    int open = in.position();
    Cursor.Surroundings outside = in.surroundings();
    in.insideBrackets();
    in.bump();
    in.enter();
    if (Lists.hasElements(in, PAREN_CLOSE)) {
      do {
        ExprGrammar.expr(in);
      } while (Lists.goesOn(in, PAREN_CLOSE));
    }
    in.leave();
    Lists.close(in, open, PAREN_CLOSE);
    in.restore(outside);
    in.close(args, NodeKind.ARGS);
    return in.wrap(mark, NodeKind.CALL);
  }

  private static boolean index(Cursor in, long mark) {
    int open = in.position();
    Cursor.Surroundings outside = in.surroundings();
    in.insideBrackets();
    in.bump();
    in.enter();
    ExprGrammar.expr(in);
    in.leave();
    Lists.close(in, open, BRACKET_CLOSE);
    in.restore(outside);
    return in.wrap(mark, NodeKind.INDEX);
  }

  /// Whether the brace at hand opens a struct literal rather than a block.
  private static boolean opensStructLiteral(Cursor in) {
    if (!in.structLiteralsAllowed() || in.afterLineBreak()) {
      return false;
    }
    return switch (in.ahead(1)) {
      case BRACE_CLOSE -> true;
      case NAME ->
          switch (in.ahead(2)) {
            case COLON, COMMA, BRACE_CLOSE -> true;
            default -> namesType(in);
          };
      default -> in.ahead(1).isKeyword() && in.ahead(2) == COLON || namesType(in);
    };
  }

  /// Whether the name before the brace is written like a type's. Only where what follows the brace is
  /// wrong either way.
  private static boolean namesType(Cursor in) {
    Tokens tokens = in.tokens();
    int before = in.position() - 1;
    return tokens.is(before, NAME)
        && Character.isUpperCase(tokens.text().charAt(tokens.start(before)));
  }

  private static boolean structLiteral(Cursor in, long mark) {
    int open = in.position();
    Cursor.Surroundings outside = in.surroundings();
    in.insideBrackets();
    in.bump();
    in.enter();
    if (Lists.hasElements(in, BRACE_CLOSE)) {
      do {
        fieldInit(in);
      } while (Lists.goesOn(in, BRACE_CLOSE));
    }
    in.leave();
    Lists.close(in, open, BRACE_CLOSE);
    in.restore(outside);
    return in.wrap(mark, NodeKind.STRUCT_LITERAL);
  }

  private static void fieldInit(Cursor in) {
    long mark = in.mark();
    NameGrammar.field(in);
    if (in.eat(COLON)) {
      ExprGrammar.expr(in);
    }
    in.close(mark, NodeKind.FIELD_INIT);
  }
}
