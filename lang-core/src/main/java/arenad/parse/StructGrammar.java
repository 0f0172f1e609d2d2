package arenad.parse;

import static arenad.syntax.TokenKind.*;

import arenad.syntax.NodeKind;
import arenad.syntax.TokenKind;

/// Structs and requirements.
final class StructGrammar {
  private StructGrammar() {}

  static void struct(Cursor in, long mark) {
    in.bump();
    head(in, mark);
  }

  /// `Name {` where only a struct can be meant.
  static void withoutKeyword(Cursor in, long mark) {
    in.unexpected("`struct`");
    head(in, mark);
  }

  private static void head(Cursor in, long mark) {
    NameGrammar.name(in, "the name of a struct");
    SignatureGrammar.typeParams(in);
    SignatureGrammar.requires(in);
    members(in, true);
    in.close(mark, NodeKind.STRUCT);
  }

  static void requirement(Cursor in, long mark) {
    in.bump();
    NameGrammar.name(in, "the name of a requirement");
    SignatureGrammar.typeParams(in);
    members(in, false);
    in.close(mark, NodeKind.REQUIREMENT);
  }

  /// Where a brace closes nothing, each member sees no further than where the next one begins by
  /// layout, so that a brace missing in one costs that one alone.
  private static void members(Cursor in, boolean ofStruct) {
    in.expect(BRACE_OPEN);
    int column = in.column(in.position());
    while (!in.atEnd() && !in.at(BRACE_CLOSE)) {
      in.resume();
      if (in.hasStrayBrace() && ofStruct) {
        fenced(in, column);
      } else {
        member(in, ofStruct);
      }
    }
    in.eat(BRACE_CLOSE);
    in.eat(SEMICOLON);
  }

  private static void fenced(Cursor in, int column) {
    int end = in.nextMember(in.position(), column);
    int limit = in.hideFrom(end);
    while (!in.atEnd() && !in.at(BRACE_CLOSE)) {
      member(in, true);
    }
    if (in.at(BRACE_CLOSE)) {
      in.unexpected("a field or a method");
    }
    in.skipTo(end);
    in.showUpTo(limit);
  }

  private static void member(Cursor in, boolean ofStruct) {
    int before = in.position();
    if (ofStruct) {
      memberOfStruct(in);
    } else {
      memberOfRequirement(in);
    }
    if (in.position() == before) {
      in.skipTo(before + 1);
    }
    if (in.isSilent()) {
      Recovery.toStatement(in, false);
    }
  }

  private static void memberOfStruct(Cursor in) {
    if (in.eat(SEMICOLON) || in.eat(COMMA)) {
      return;
    }
    boolean forward = in.atWord("forward") && in.ahead(1) == NAME;
    if (forward || atMethod(in)) {
      method(in, forward);
    } else {
      field(in);
    }
  }

  private static boolean atMethod(Cursor in) {
    TokenKind next = in.ahead(1);
    boolean prefix = in.atWord("ref") && next == PAREN_OPEN && isRegionPrefix(in);
    return in.at(FN)
        || in.at(FUN)
        || in.at(PAREN_OPEN)
        || (in.at(NAME) && !prefix && (next == PAREN_OPEN || next == LESS))
        || (in.at(EXPORT) && next == NAME);
  }

  /// Whether `ref(` begins a field, `ref(r) f: T`, and not a method of that name.
  private static boolean isRegionPrefix(Cursor in) {
    int at = 2;
    while (in.ahead(at) == NAME && in.ahead(at + 1) == DOT) {
      at += 2;
    }
    return in.ahead(at) == NAME && in.ahead(at + 1) == PAREN_CLOSE && in.ahead(at + 2) == NAME;
  }

  private static void method(Cursor in, boolean forward) {
    long mark = in.mark();
    if (in.at(EXPORT)) {
      in.expected("a field or a method (the members of an exported struct are exported with it)");
      in.bump();
    }
    if (forward) {
      in.bump();
    }
    ItemGrammar.fn(in);
    SignatureGrammar.signature(in);
    ItemGrammar.body(in);
    in.close(mark, NodeKind.FUNCTION);
  }

  private static void field(Cursor in) {
    long mark = in.mark();
    SignatureGrammar.regionPrefix(in);
    NameGrammar.field(in);
    if (in.expect(COLON)) {
      TypeGrammar.type(in);
    } else {
      in.missing(NodeKind.MISSING_TYPE);
    }
    if (in.eat(EQUALS)) {
      ExprGrammar.expr(in);
    }
    endOfMember(in);
    in.close(mark, NodeKind.FIELD);
  }

  private static void endOfMember(Cursor in) {
    if (in.isSilent() || in.eat(SEMICOLON) || in.eat(COMMA)) {
      return;
    }
    if (!in.at(BRACE_CLOSE) && !in.startsLine()) {
      in.expected("`;`");
    }
  }

  /// `has length: i32;`, `has clone(): T;`
  private static void memberOfRequirement(Cursor in) {
    if (in.eat(SEMICOLON)) {
      return;
    }
    long mark = in.mark();
    if (!in.eatWord("has")) {
      in.expected("`has`");
    }
    TokenKind next = in.ahead(1);
    if (next == PAREN_OPEN || next == LESS) {
      SignatureGrammar.signature(in);
      endOfMember(in);
      in.close(mark, NodeKind.HAS_METHOD);
      return;
    }
    NameGrammar.field(in);
    in.expect(COLON);
    TypeGrammar.type(in);
    endOfMember(in);
    in.close(mark, NodeKind.HAS_FIELD);
  }
}
