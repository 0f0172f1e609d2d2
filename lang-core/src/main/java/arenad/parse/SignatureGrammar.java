package arenad.parse;

import static arenad.syntax.TokenKind.*;

import arenad.syntax.NodeKind;

/// What stands of a function before its body.
final class SignatureGrammar {
  private SignatureGrammar() {}

  /// From the name on: `name<T>(p: T): R requires ...`
  static void signature(Cursor in) {
    NameGrammar.member(in, "the name of a function");
    typeParams(in);
    params(in);
    if (in.eat(COLON)) {
      TypeGrammar.type(in);
    }
    requires(in);
  }

  /// `<T: A & B, region r>`, if there is one.
  static void typeParams(Cursor in) {
    if (!in.at(LESS)) {
      return;
    }
    long mark = in.mark();
    in.bump();
    if (Lists.hasElements(in, GREATER)) {
      do {
        typeParam(in);
      } while (Lists.goesOn(in, GREATER));
    }
    if (!in.eat(GREATER)) {
      in.expected("`,` or `>`");
    }
    in.close(mark, NodeKind.TYPE_PARAMS);
  }

  private static void typeParam(Cursor in) {
    long mark = in.mark();
    if (in.atWord("region") && in.ahead(1) == NAME) {
      in.bump();
      NameGrammar.name(in, "the name of a region");
      in.close(mark, NodeKind.REGION_PARAM);
      return;
    }
    NameGrammar.name(in, "the name of a type parameter");
    if (in.eat(COLON)) {
      requirements(in);
    }
    in.close(mark, NodeKind.TYPE_PARAM);
  }

  /// `A & B`
  private static void requirements(Cursor in) {
    do {
      TypeGrammar.named(in, false);
    } while (in.eat(AMPERSAND));
  }

  static void params(Cursor in) {
    long mark = in.mark();
    int open = in.position();
    if (!in.expect(PAREN_OPEN)) {
      in.close(mark, NodeKind.PARAMS);
      return;
    }
    Cursor.Surroundings outside = in.surroundings();
    in.insideBrackets();
    if (Lists.hasElements(in, PAREN_CLOSE)) {
      do {
        param(in);
      } while (Lists.goesOn(in, PAREN_CLOSE));
    }
    Lists.close(in, open, PAREN_CLOSE);
    in.restore(outside);
    in.close(mark, NodeKind.PARAMS);
  }

  private static void param(Cursor in) {
    long mark = in.mark();
    regionPrefix(in);
    NameGrammar.name(in, "a parameter");
    if (in.eat(COLON)) {
      TypeGrammar.type(in);
    }
    if (in.eat(EQUALS)) {
      in.enter();
      ExprGrammar.expr(in);
      in.leave();
    }
    in.close(mark, NodeKind.PARAM);
  }

  /// The `ref(r)` of `ref(r) name: T`, if it is there.
  static void regionPrefix(Cursor in) {
    if (in.atWord("ref") && in.ahead(1) == PAREN_OPEN) {
      long mark = in.mark();
      TypeGrammar.regionOfReference(in);
      in.close(mark, NodeKind.REGION_PREFIX);
    }
  }

  /// `requires Lifetime(T) < Lifetime(U), T satisfies A`, if it is there.
  static void requires(Cursor in) {
    if (!in.atWord("requires")) {
      return;
    }
    long mark = in.mark();
    in.bump();
    do {
      clause(in);
    } while (in.eat(COMMA) && startsClause(in));
    in.close(mark, NodeKind.REQUIRES);
  }

  private static boolean startsClause(Cursor in) {
    return !in.at(FAT_ARROW) && !in.at(BRACE_OPEN) && !in.at(SEMICOLON) && !in.atEnd();
  }

  private static void clause(Cursor in) {
    long mark = in.mark();
    if (in.atWord("Static") || (in.atWord("Lifetime") && in.ahead(1) == PAREN_OPEN)) {
      lifetime(in);
      switch (in.kind()) {
        case LESS, LESS_EQUALS, GREATER, GREATER_EQUALS, EQUALS, EQUALS_EQUALS -> in.bump();
        default -> in.expected("one of `<`, `<=`, `=`, `>=`, `>`");
      }
      lifetime(in);
      in.close(mark, NodeKind.RELATES);
    } else if (in.at(NAME) || in.at(AMPERSAND)) {
      TypeGrammar.single(in);
      if (!in.eatWord("satisfies")) {
        in.expected("`satisfies`");
      }
      requirements(in);
      in.close(mark, NodeKind.SATISFIES);
    } else {
      in.expected("a clause such as `Lifetime(a) >= Lifetime(b)` or `T satisfies Requirement`");
      in.close(mark, NodeKind.MISSING_CLAUSE);
    }
  }

  private static void lifetime(Cursor in) {
    long mark = in.mark();
    if (in.eatWord("Static")) {
      in.close(mark, NodeKind.STATIC_LIFETIME);
    } else if (in.atWord("Lifetime") && in.ahead(1) == PAREN_OPEN) {
      in.bump();
      int open = in.position();
      in.bump();
      do {
        NameGrammar.member(in, "the name of a parameter, a type, a region or `Return`");
      } while (in.eat(DOT));
      Lists.close(in, open, PAREN_CLOSE);
      in.close(mark, NodeKind.LIFETIME);
    } else {
      in.expected("`Lifetime(...)` or `Static`");
      in.close(mark, NodeKind.MISSING_LIFETIME);
    }
  }
}
