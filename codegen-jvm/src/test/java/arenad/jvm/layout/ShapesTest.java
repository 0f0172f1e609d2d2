package arenad.jvm.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arenad.symbol.SymbolId;
import arenad.text.Span;
import arenad.type.Declaration;
import arenad.type.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Sizes, offsets and components.
final class ShapesTest {

  private static final Type I32 = Type.Scalar.I32;
  private static final Type U8 = Type.Scalar.U8;
  private static final Type F64 = Type.Scalar.F64;
  private static final Type TEXT = new Type.Text();
  private static final Type REFERENCE = new Type.Ref(TEXT);

  @Test
  void scalarsStandAsWideAsTheyAre() {
    assertEquals("1/1: U8@0", shape(Type.Scalar.BOOL));
    assertEquals("4/4: I32@0", shape(Type.Scalar.CHAR));
    assertEquals("2/2: U16@0", shape(Type.Scalar.U16));
    assertEquals("8/8: I64@0", shape(Type.Scalar.U64));
    assertEquals("8/8: F64@0", shape(F64));
  }

  @Test
  void textIsAnAddressAndALength() {
    assertEquals("16/8: I64@0, I32$length@8", shape(TEXT));
  }

  @Test
  void fieldsStandInOrderNaturallyAligned() {
    assertEquals("24/8: U8$0@0, F64$1@8, U8$2@16", shape(tuple(U8, F64, U8)));
    assertEquals("12/4: I32$0$0@0, U8$0$1@4, U8$1@8", shape(tuple(tuple(I32, U8), U8)));
  }

  @Test
  void nullIsTheAddressZeroWhereThereIsOne() {
    assertEquals("8/8: I64@0", shape(new Type.Optional(REFERENCE)));
    assertEquals("16/8: I64@0, I32$length@8", shape(new Type.Optional(TEXT)));
  }

  @Test
  void nullIsAFlagBehindTheValueElsewhere() {
    assertEquals("8/4: I32@0, U8$present@4", shape(new Type.Optional(I32)));
    assertEquals("24/8: F64$0@0, U8$1@8, U8$present@16", shape(new Type.Optional(tuple(F64, U8))));
  }

  @Test
  void whatIsLargeOrHoldsAFixedArrayIsInMemory() {
    assertEquals("12/4: in memory", shape(new Type.FixedArray(I32, 3)));
    assertEquals("8/4: in memory", shape(tuple(new Type.FixedArray(U8, 3), I32)));
    assertEquals(
        "136/8: in memory", shape(tuple(Collections.nCopies(17, F64).toArray(Type[]::new))));
    assertEquals("16/4: in memory", shape(new Type.Optional(new Type.FixedArray(I32, 3))));
  }

  @Test
  void sixteenScalarsAreStillSplit() {
    Shape shape = shapes().of(tuple(Collections.nCopies(16, U8).toArray(Type[]::new)));
    assertEquals(16, shape.components().size());
    assertEquals(16, shape.size());
  }

  @Test
  void objectsTakeMultiplesOfEightBytes() {
    assertEquals(8, shapes().of(U8).objectSize());
    assertEquals(8, shapes().of(tuple()).objectSize());
    assertEquals(16, shapes().of(tuple(I32, I32, I32)).objectSize());
    assertEquals(12, shapes().of(tuple(I32, I32, I32)).stride());
    assertEquals(1, shapes().of(tuple()).stride());
  }

  @Test
  void structsHaveTheFieldsOfTheirDeclaration() {
    SymbolId symbol = new SymbolId("main", SymbolId.Kind.STRUCT, "P");
    List<Declaration.Field> fields = new ArrayList<>();
    fields.add(new Declaration.Field("x", I32, null, new Span(0, 0)));
    fields.add(new Declaration.Field("name", TEXT, null, new Span(0, 0)));
    Declaration.Struct struct =
        new Declaration.Struct(symbol, true, List.of(), List.of(), fields, List.of());
    assertEquals(
        "24/8: I32$x@0, I64$name@8, I32$name$length@16",
        text(new Shapes(_ -> struct).of(new Type.Named(symbol))));
  }

  private static Type tuple(Type... elements) {
    return new Type.Tuple(List.of(elements));
  }

  private static Shapes shapes() {
    return new Shapes(
        symbol -> {
          throw new AssertionError(symbol);
        });
  }

  private static String shape(Type type) {
    return text(shapes().of(type));
  }

  private static String text(Shape shape) {
    String components =
        shape.components().stream()
            .map(c -> c.width() + c.path() + "@" + c.offset())
            .collect(Collectors.joining(", "));
    return shape.size()
        + "/"
        + shape.align()
        + ": "
        + (shape.inMemory() ? "in memory" : components);
  }
}
