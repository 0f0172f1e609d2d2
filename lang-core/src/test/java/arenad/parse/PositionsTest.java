package arenad.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import arenad.symbol.SymbolId;
import arenad.symbol.SymbolId.Kind;
import arenad.syntax.Expr;
import arenad.syntax.Item;
import arenad.syntax.Stmt;
import arenad.text.SourceText;
import arenad.text.Span;
import org.junit.jupiter.api.Test;

class PositionsTest {
  private static final String SOURCE =
      """
      import math;
      hot(x: i32): i32 => { return x /* the same */ + 1; }
      import { a } from b;
      struct Vec {
        x: f32;
        length(self): f32 => { return self.x; }
        y: f64;
      }
      """;

  private final Parsed parsed = Parsed.of("m", SourceText.of(SOURCE));

  private String text(SymbolId symbol, Span span) {
    Positions positions = parsed.positions(symbol);
    return SOURCE.substring(positions.start(span), positions.end(span));
  }

  @Test
  void spansOfAFunctionCountFromItsFirstToken() {
    SymbolId hot = new SymbolId("m", Kind.FUNCTION, "hot");
    Item.Function function = assertInstanceOf(Item.Function.class, parsed.item(hot));
    assertEquals(0, function.span().first());
    assertEquals("hot(x: i32): i32", text(hot, function.signature().span()));
    Stmt.Return last = assertInstanceOf(Stmt.Return.class, function.body().statements().getLast());
    assertEquals("return x /* the same */ + 1", text(hot, last.span()));
    Expr.Binary sum = assertInstanceOf(Expr.Binary.class, last.value());
    assertEquals("+", text(hot, sum.opSpan()));
  }

  @Test
  void methodsDoNotCountInTheirStruct() {
    SymbolId vec = new SymbolId("m", Kind.STRUCT, "Vec");
    Item.Struct struct = assertInstanceOf(Item.Struct.class, parsed.item(vec));
    assertEquals("f64", text(vec, struct.fields().get(1).type().span()));
    assertEquals(new Span(9, 9), struct.fields().get(1).type().span());
    SymbolId length = new SymbolId("m", Kind.METHOD, "Vec.length");
    assertEquals("length", text(length, new Span(0, 0)));
  }

  @Test
  void theHeadOfAModuleIsItsImports() {
    SymbolId head = SymbolId.ofModule("m");
    Item.ImportNames names = assertInstanceOf(Item.ImportNames.class, parsed.head().get(1));
    assertEquals("import { a } from b;", text(head, names.span()));
    assertEquals("b", text(head, names.path().span()));
  }

  @Test
  void offsetsLeadBackToSymbols() {
    assertEquals("Vec", name(SOURCE.indexOf("f64")));
    assertEquals("Vec.length", name(SOURCE.indexOf("self.x")));
    assertEquals("hot", name(SOURCE.indexOf("hot")));
    assertNull(parsed.symbolAt(0));
    SymbolId hot = new SymbolId("m", Kind.FUNCTION, "hot");
    assertEquals(11, parsed.positions(hot).ordinalAt(SOURCE.indexOf("x /*")));
  }

  private String name(int offset) {
    SymbolId symbol = parsed.symbolAt(offset);
    return symbol == null ? "" : symbol.name();
  }

  @Test
  void whatIsMissingStandsAtTheTokenBefore() {
    String source = "f(): i32 => { return 1 + ; }";
    Parsed broken = Parsed.of("m", SourceText.of(source));
    SymbolId f = broken.symbols().getFirst();
    Item.Function function = assertInstanceOf(Item.Function.class, broken.item(f));
    Stmt.Return last = assertInstanceOf(Stmt.Return.class, function.body().statements().getFirst());
    Expr.Binary sum = assertInstanceOf(Expr.Binary.class, last.value());
    Expr.Missing missing = assertInstanceOf(Expr.Missing.class, sum.right());
    assertEquals(source.indexOf('+'), broken.positions(f).start(missing.span()));
  }
}
