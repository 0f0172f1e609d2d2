package arenad.parse;

import static arenad.syntax.TokenKind.*;

import arenad.diagnostic.Code;
import arenad.syntax.NodeKind;
import arenad.syntax.TokenKind;

/// Declarations at the top of a module.
final class ItemGrammar {
  private ItemGrammar() {}

  /// The declaration of one chunk.
  static void item(Cursor in) {
    long mark = in.mark();
    int export = in.position();
    boolean exported = in.eat(EXPORT);
    switch (in.kind()) {
      case IMPORT -> {
        notExported(in, exported, export);
        imports(in, mark);
      }
      case STRUCT -> StructGrammar.struct(in, mark);
      case CONST -> constant(in, mark);
      case FN, FUN -> function(in, mark);
      case NAME -> named(in, mark, exported, export);
      default -> nothing(in, mark);
    }
  }

  /// Items that begin with a word that is no keyword, functions among them.
  private static void named(Cursor in, long mark, boolean exported, int export) {
    TokenKind next = in.ahead(1);
    if (next == PAREN_OPEN || next == LESS) {
      function(in, mark);
    } else if (in.atWord("type")) {
      union(in, mark);
    } else if (in.atWord("requirement")) {
      StructGrammar.requirement(in, mark);
    } else if (in.atWord("region")) {
      region(in, mark);
    } else if (in.atWord("extern")) {
      extern(in, mark);
    } else if (in.atWord("test")) {
      notExported(in, exported, export);
      test(in, mark);
    } else if (in.atWord("hot")) {
      notExported(in, exported, export);
      hotModule(in, mark);
    } else if (next == BRACE_OPEN) {
      StructGrammar.withoutKeyword(in, mark);
    } else {
      nothing(in, mark);
    }
  }

  private static void nothing(Cursor in, long mark) {
    if (in.at(LET)) {
      int let = in.position();
      in.error(
          Code.E0012, let, let, "there are no global variables; a constant is declared by `const`");
    } else {
      in.unexpected("a declaration");
    }
    in.bump();
    in.skipTo(in.limit());
    in.close(mark, NodeKind.ERROR);
  }

  private static void notExported(Cursor in, boolean exported, int export) {
    if (exported) {
      in.error(Code.E0012, export, export, "only declarations with a name can be exported");
    }
  }

  private static void end(Cursor in) {
    if (!in.isSilent() && !in.eat(SEMICOLON) && !in.atEnd() && !in.startsLine()) {
      in.expected("`;`");
    }
  }

  private static void imports(Cursor in, long mark) {
    in.bump();
    if (in.at(BRACE_OPEN)) {
      importedNames(in);
      if (!in.eatWord("from")) {
        in.expected("`from` and the name of a module");
      }
      NameGrammar.modulePath(in);
      end(in);
      in.close(mark, NodeKind.IMPORT_NAMES);
      return;
    }
    NameGrammar.modulePath(in);
    if (in.eat(AS)) {
      NameGrammar.name(in, "a name for the module");
    }
    end(in);
    in.close(mark, NodeKind.IMPORT_MODULE);
  }

  private static void importedNames(Cursor in) {
    int open = in.position();
    in.bump();
    if (Lists.hasElements(in, BRACE_CLOSE)) {
      do {
        long name = in.mark();
        NameGrammar.name(in, "a name to import");
        if (in.eat(AS)) {
          NameGrammar.name(in, "another name for it");
        }
        in.close(name, NodeKind.IMPORTED_NAME);
      } while (Lists.goesOn(in, BRACE_CLOSE));
    }
    Lists.close(in, open, BRACE_CLOSE);
  }

  private static void hotModule(Cursor in, long mark) {
    int hot = in.position();
    in.bump();
    if (!in.eatWord("module")) {
      in.expected("`module`");
    } else if (hot != 0) {
      in.error(Code.E0012, hot, hot + 1, "`hot module` is the first line of its file");
    }
    end(in);
    in.close(mark, NodeKind.HOT_MODULE);
  }

  private static void constant(Cursor in, long mark) {
    in.bump();
    NameGrammar.name(in, "the name of a constant");
    if (in.eat(COLON)) {
      TypeGrammar.type(in);
    }
    if (in.eat(EQUALS)) {
      ExprGrammar.expr(in);
    } else {
      in.expected("`=` and the value of the constant");
      in.missing(NodeKind.MISSING_EXPR);
    }
    end(in);
    in.close(mark, NodeKind.CONSTANT);
  }

  private static void union(Cursor in, long mark) {
    in.bump();
    NameGrammar.name(in, "the name of a type");
    SignatureGrammar.typeParams(in);
    in.expect(EQUALS);
    in.eat(BAR);
    do {
      TypeGrammar.single(in);
    } while (in.eat(BAR));
    end(in);
    in.close(mark, NodeKind.UNION);
  }

  private static void region(Cursor in, long mark) {
    in.bump();
    NameGrammar.name(in, "the name of a region");
    if (in.at(LESS)) {
      long outer = in.mark();
      in.bump();
      NameGrammar.name(in, "the name of the region that it lies in");
      in.close(outer, NodeKind.REGION_OUTER);
    }
    if (!in.atWord("requires")) {
      in.eat(SEMICOLON);
    }
    if (in.atWord("requires")) {
      SignatureGrammar.requires(in);
      end(in);
    }
    in.close(mark, NodeKind.REGION_DECLARATION);
  }

  private static void extern(Cursor in, long mark) {
    in.bump();
    in.eat(STRING);
    fn(in);
    SignatureGrammar.signature(in);
    end(in);
    in.close(mark, NodeKind.EXTERN);
  }

  private static void test(Cursor in, long mark) {
    in.bump();
    if (!in.eat(STRING)) {
      in.expected("the title of the test, a string");
    }
    body(in);
    in.close(mark, NodeKind.TEST);
  }

  private static void function(Cursor in, long mark) {
    fn(in);
    SignatureGrammar.signature(in);
    body(in);
    in.close(mark, NodeKind.FUNCTION);
  }

  /// The word that may stand before a function and means nothing.
  static void fn(Cursor in) {
    if (!in.eat(FN)) {
      in.eat(FUN);
    }
  }

  /// The body of a function, its arrow included.
  static void body(Cursor in) {
    boolean arrow = in.eat(FAT_ARROW);
    if (arrow || in.at(BRACE_OPEN)) {
      StmtGrammar.block(in);
      in.eat(SEMICOLON);
    } else {
      in.expected("the body of the function in braces");
      in.missing(NodeKind.BLOCK);
    }
  }
}
