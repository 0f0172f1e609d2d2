package arenad.parse;

import static arenad.syntax.TokenKind.*;

import arenad.syntax.NodeKind;

/// Types.
final class TypeGrammar {
  private TypeGrammar() {}

  /// A type where one is declared: `A | B` included.
  static void type(Cursor in) {
    long mark = in.mark();
    boolean leadingBar = in.eat(BAR);
    long first = in.mark();
    primary(in, false);
    suffixes(in, first);
    if (leadingBar || in.at(BAR)) {
      while (in.eat(BAR)) {
        single(in);
      }
      in.close(mark, NodeKind.UNION_TYPE);
    }
  }

  /// A type without `|`.
  static void single(Cursor in) {
    long mark = in.mark();
    primary(in, false);
    suffixes(in, mark);
  }

  private static void suffixes(Cursor in, long mark) {
    boolean more = true;
    while (more && !in.afterLineBreak()) {
      more = suffix(in, mark, in.at(QUESTION));
    }
  }

  /// A type after `as`, where `?` may also begin `? :` and `<` may compare.
  static void ofCast(Cursor in) {
    long mark = in.mark();
    primary(in, true);
    boolean more = true;
    while (more && !in.afterLineBreak()) {
      more = suffix(in, mark, in.at(QUESTION) && !ExprGrammar.mayStart(in.ahead(1)));
    }
  }

  private static boolean suffix(Cursor in, long mark, boolean nullable) {
    if (nullable) {
      in.bump();
      return in.wrap(mark, NodeKind.NULLABLE_TYPE);
    }
    if (!in.at(BRACKET_OPEN)) {
      return false;
    }
    int open = in.position();
    Cursor.Surroundings outside = in.surroundings();
    in.insideBrackets();
    in.bump();
    in.enter();
    ExprGrammar.expr(in);
    in.leave();
    Lists.close(in, open, BRACKET_CLOSE);
    in.restore(outside);
    return in.wrap(mark, NodeKind.ARRAY_TYPE);
  }

  private static void primary(Cursor in, boolean ofCast) {
    switch (in.kind()) {
      case AMPERSAND, AMPERSAND_AMPERSAND -> reference(in, ofCast);
      case NAME -> {
        if (in.atWord("ref") && in.ahead(1) == PAREN_OPEN) {
          regionReference(in, ofCast);
        } else {
          named(in, ofCast);
        }
      }
      case PAREN_OPEN -> parenthesised(in);
      case BRACKET_OPEN -> tuple(in);
      default -> {
        in.expected("a type");
        in.missing(NodeKind.MISSING_TYPE);
      }
    }
  }

  private static void reference(Cursor in, boolean ofCast) {
    long mark = in.mark();
    in.bump();
    in.eat(CONST);
    in.enter();
    primary(in, ofCast);
    in.leave();
    in.close(mark, NodeKind.REFERENCE_TYPE);
  }

  private static void regionReference(Cursor in, boolean ofCast) {
    long mark = in.mark();
    regionOfReference(in);
    in.enter();
    primary(in, ofCast);
    in.leave();
    in.close(mark, NodeKind.REGION_REFERENCE_TYPE);
  }

  /// `ref(r)` and `ref(module.r)`
  static void regionOfReference(Cursor in) {
    in.bump();
    int open = in.position();
    in.bump();
    NameGrammar.name(in, "the name of a region");
    while (in.eat(DOT)) {
      NameGrammar.member(in, "a name after the dot");
    }
    Lists.close(in, open, PAREN_CLOSE);
  }

  /// `Array<T>`, `shape.Circle`
  static void named(Cursor in, boolean ofCast) {
    long mark = in.mark();
    NameGrammar.name(in, "a type");
    while (in.at(DOT)) {
      in.bump();
      NameGrammar.member(in, "a name after the dot");
    }
    if (in.at(LESS) && (!ofCast || ExprGrammar.atTypeArgs(in))) {
      typeArgs(in);
    }
    in.close(mark, NodeKind.NAMED_TYPE);
  }

  /// `<A, B>`; a string may stand among the arguments.
  static void typeArgs(Cursor in) {
    long mark = in.mark();
    Cursor.Surroundings outside = in.surroundings();
    in.insideBrackets();
    in.bump();
    in.enter();
    if (Lists.hasElements(in, GREATER)) {
      do {
        if (in.at(STRING)) {
          text(in);
        } else {
          type(in);
        }
      } while (Lists.goesOn(in, GREATER));
    }
    in.leave();
    if (!in.eat(GREATER)) {
      in.expected("`,` or `>`");
    }
    in.restore(outside);
    in.close(mark, NodeKind.TYPE_ARGS);
  }

  private static void text(Cursor in) {
    long mark = in.mark();
    in.bump();
    in.close(mark, NodeKind.TEXT_TYPE);
  }

  /// `(A, B) => R`, or a type in parentheses.
  private static void parenthesised(Cursor in) {
    long mark = in.mark();
    int open = in.position();
    Cursor.Surroundings outside = in.surroundings();
    in.insideBrackets();
    in.bump();
    in.enter();
    int elements = 0;
    if (Lists.hasElements(in, PAREN_CLOSE)) {
      do {
        parameterType(in);
        elements++;
      } while (Lists.goesOn(in, PAREN_CLOSE));
    }
    Lists.close(in, open, PAREN_CLOSE);
    in.restore(outside);
    if (in.at(FAT_ARROW) && in.ahead(1) != BRACE_OPEN || elements != 1) {
      in.expect(FAT_ARROW);
      single(in);
      in.leave();
      in.close(mark, NodeKind.FUNCTION_TYPE);
    } else {
      in.leave();
      in.close(mark, NodeKind.PAREN_TYPE);
    }
  }

  /// A parameter of a function type may be given a name, for the reader.
  private static void parameterType(Cursor in) {
    if (in.at(NAME) && in.ahead(1) == COLON) {
      in.bump();
      in.bump();
    }
    type(in);
  }

  private static void tuple(Cursor in) {
    long mark = in.mark();
    int open = in.position();
    Cursor.Surroundings outside = in.surroundings();
    in.insideBrackets();
    in.bump();
    in.enter();
    if (Lists.hasElements(in, BRACKET_CLOSE)) {
      do {
        type(in);
      } while (Lists.goesOn(in, BRACKET_CLOSE));
    }
    in.leave();
    Lists.close(in, open, BRACKET_CLOSE);
    in.restore(outside);
    in.close(mark, NodeKind.TUPLE_TYPE);
  }
}
