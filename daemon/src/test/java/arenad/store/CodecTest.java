package arenad.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CodecTest {
  sealed interface Shape {}

  record Circle(double radius) implements Shape {}

  record Group(List<Shape> shapes, Label label) implements Shape {}

  enum Corner implements Shape {
    SHARP,
    ROUND
  }

  record Label(String text, @Nullable Integer size) {}

  record All(
      boolean flag,
      int number,
      long large,
      @Nullable BigInteger big,
      @Nullable Shape shape,
      List<String> words) {}

  private static final Codec<All> CODEC = Codec.of(All.class, Set.of(Label.class));

  private static All example() {
    Label shared = new Label("twice", 7);
    Shape inner =
        new Group(List.of(new Circle(-0.0), Corner.ROUND, new Group(List.of(), shared)), shared);
    return new All(
        true,
        Integer.MIN_VALUE,
        Long.MAX_VALUE,
        BigInteger.TEN.pow(40).negate(),
        new Group(List.of(inner, inner), new Label("x", null)),
        List.of("", "plain", "naïve", "日本", "\ud800 alone", "plain"));
  }

  @Test
  void whatIsReadEqualsWhatWasWritten() {
    All all = example();
    assertEquals(all, CODEC.decode(CODEC.encode(all)));
    All empty = new All(false, 0, 0, null, null, List.of());
    assertEquals(empty, CODEC.decode(CODEC.encode(empty)));
  }

  @Test
  void equalValuesHaveEqualBytes() {
    assertArrayEquals(CODEC.encode(example()), CODEC.encode(example()));
    assertEquals(CODEC.fingerprint(example()), CODEC.fingerprint(example()));
    All other = new All(false, 0, 0, null, new Circle(0.0), List.of());
    All negative = new All(false, 0, 0, null, new Circle(-0.0), List.of());
    assertNotEquals(CODEC.fingerprint(other), CODEC.fingerprint(negative));
  }

  /// Equality does not see the remark.
  record Remarked(String text, @Nullable String remark) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Remarked remarked && text.equals(remarked.text);
    }

    @Override
    public int hashCode() {
      return text.hashCode();
    }
  }

  record Several(List<Remarked> all) {}

  @Test
  void whatIsMoreThanItsEqualsIsWrittenEachTime() {
    Codec<Several> codec =
        Codec.of(
            Several.class,
            Set.of(Remarked.class),
            value -> !(value instanceof Remarked remarked) || remarked.remark() == null);
    Remarked plain = new Remarked("a", null);
    Several several =
        new Several(List.of(plain, new Remarked("a", "x"), new Remarked("a", "y"), plain));
    assertEquals(
        List.of("null", "x", "y", "null"),
        codec.decode(codec.encode(several)).all().stream()
            .map(each -> String.valueOf(each.remark()))
            .toList());
  }

  @Test
  void damagedBytesAreAMalformedRecordOrAnotherValueNeverAnythingElse() {
    byte[] bytes = CODEC.encode(example());
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      byte[] damaged = bytes.clone();
      for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      }
      try {
        CODEC.decode(damaged);
      } catch (MalformedRecord expected) {
        continue;
      }
    }
    for (int length = 0; length < bytes.length; length++) {
      byte[] prefix = java.util.Arrays.copyOf(bytes, length);
      assertThrows(MalformedRecord.class, () -> CODEC.decode(prefix));
    }
  }

  @Test
  void theSchemaNamesEveryTypeThatCanOccur() {
    assertEquals(
        List.of("All", "Circle", "Corner", "Group", "Label", "Shape"),
        CODEC
            .schema()
            .lines()
            .map(line -> line.substring(line.indexOf('$') + 1, line.indexOf(' ')))
            .toList());
  }
}
