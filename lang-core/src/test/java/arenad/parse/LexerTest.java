package arenad.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arenad.text.SourceText;
import org.junit.jupiter.api.Test;

class LexerTest {

  private static String tokens(String source) {
    StringBuilder out = new StringBuilder();
    var tokens = Parsed.of("m", SourceText.of(source)).tree().tokens();
    for (int token = 0; token + 1 < tokens.count(); token++) {
      out.append(token == 0 ? "" : " ").append(tokens.kind(token));
      out.append(tokens.kind(token).isFixed() ? "" : tokens.textOf(token));
    }
    return out.toString();
  }

  @Test
  void numbersStopBeforeARangeAndAMember() {
    assertEquals("INT0 DOT_DOT NAMEn", tokens("0..n"));
    assertEquals("INT1 DOT NAMEx", tokens("1.x"));
    assertEquals(
        "FLOAT1.5 FLOAT1e9 FLOAT2.5e-3 INT0xff_FF INT0b1_0",
        tokens("1.5 1e9 2.5e-3 0xff_FF 0b1_0"));
  }

  @Test
  void angleBracketsCloseOneByOne() {
    assertEquals("GREATER GREATER", tokens(">>"));
    assertEquals("LESS_LESS GREATER_EQUALS", tokens("<< >="));
  }

  @Test
  void fStringsNest() {
    assertEquals(
        "TEXT_STARTf\" HOLE_OPEN{ TEXT_STARTf\" HOLE_OPEN{ NAMEx HOLE_CLOSE} TEXT_END\" HOLE_CLOSE}"
            + " TEXT_END\"",
        tokens("f\"{f\"{x}\"}\""));
  }

  @Test
  void theColonOfAConditionBeginsNoFormat() {
    assertEquals(
        "TEXT_STARTf\" HOLE_OPEN{ NAMEa QUESTION NAMEb COLON NAMEc HOLE_COLON: FORMAT.2 HOLE_CLOSE}"
            + " TEXT_END\"",
        tokens("f\"{a ? b : c:.2}\""));
  }

  @Test
  void aStringGoesOverLinesOnlyIfItsFirstIsEmpty() {
    assertEquals("STRING\"\na\n\" SEMICOLON", tokens("\"\na\n\";"));
    assertEquals("STRING\"a NAMEb STRING\"", tokens("\"a\nb\""));
    assertEquals("STRING\" NAMElets NAMEx STRING\"a\"", tokens("\"\nlets x \"a\""));
  }

  @Test
  void namesMayBeOfAnyScript() {
    assertEquals("NAMEgrößer NAME_x1 NAME日本", tokens("größer _x1 日本"));
    assertEquals("UNKNOWN€ NAMEa", tokens("€ a"));
  }
}
