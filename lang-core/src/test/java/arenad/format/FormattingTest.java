package arenad.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arenad.parse.Parsed;
import arenad.parse.TreeListing;
import arenad.syntax.Tokens;
import arenad.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FormattingTest {

  private static Parsed parsed(String source) {
    return Parsed.of("m", SourceText.of(source));
  }

  private static void check(String source, String expected) {
    assertEquals(expected, Formatting.of(parsed(source)));
    assertEquals(expected, Formatting.of(parsed(expected)), "formatted twice");
  }

  @Test
  void spacesFollowTheTokens() {
    check(
        "f ( a:i32,b :&const  Node? )  :Array < Array<T> >=>{return -a*( b+1 )>>2 [ 0 ]. x!  ;}",
        "f(a: i32, b: &const Node?): Array<Array<T>> => { return -a * (b + 1) >> 2[0].x!; }\n");
    check(
        "const A=x?.y??c?a:b as i64 ; const B = [ 1,2 ];const C=Foo{a:1,b}",
        "const A = x?.y ?? c ? a : b as i64;\nconst B = [1, 2];\nconst C = Foo { a: 1, b }\n");
    check("const T=f\"a {x  +1 :.2}{ y } b\" ;", "const T = f\"a {x + 1:.2}{y} b\";\n");
    check("type A=B|( C , D )=>E;", "type A = B | (C, D) => E;\n");
  }

  @Test
  void aBlockThatIsBrokenHasAStatementALine() {
    check(
        """
        main():void=>
        {
        let a = 1; let b = 2;
            if (a) { b() } else
            { c() }


            while (x)
              { y(); }
        }
        """,
        """
        main(): void => {
          let a = 1;
          let b = 2;
          if (a) { b() } else { c() }

          while (x) { y(); }
        }
        """);
  }

  @Test
  void commentsStayWhereTheyAre() {
    check(
        """
        // First.
        a():void=>{ // Opens.
        // Inside.
        let x=1;// one
        let long=2;    // two
        /* before */ y( /* in */ 1 );

        // Last.
        }
        /** A doc.
           * comment */
        b(): void => {}
        // End.
        """,
        """
        // First.
        a(): void => { // Opens.
          // Inside.
          let x = 1;    // one
          let long = 2; // two
          /* before */ y( /* in */ 1);

          // Last.
        }
        /** A doc.
         * comment */
        b(): void => {}
        // End.
        """);
  }

  @Test
  void whatGoesOnIsFurtherIn() {
    check(
        """
        f(): i32 => {
        return a
        + b.c((x) => {
        return x;
        })
        + [
        1,
        2
        ];
        }
        """,
        """
        f(): i32 => {
          return a
            + b.c((x) => {
              return x;
            })
            + [
              1,
              2
            ];
        }
        """);
  }

  @Test
  void requirementsStandBetweenAFunctionAndItsBody() {
    check(
        """
        f<T>(a: T): T
              requires
          Lifetime(T) < Lifetime(U),
          T satisfies A & B =>
        {
        return a; }
        """,
        """
        f<T>(a: T): T
          requires
            Lifetime(T) < Lifetime(U),
            T satisfies A & B =>
        {
          return a;
        }
        """);
  }

  @Test
  void casesAreIndentedWhateverTheirForm() {
    check(
        """
        f(): void => {
        match e:
         case A: a()
         case B:
            b()
        match e { case A: a(); default: b()
          }
        }
        """,
        """
        f(): void => {
          match e:
            case A: a()
            case B:
              b()
          match e {
            case A: a();
            default: b()
          }
        }
        """);
  }

  @Test
  void whatIsBrokenStaysAsItIs() {
    check(
        "a( ):void=>{ x( ; }\nb( ):void=>{ x( ) ; }\n",
        "a( ):void=>{ x( ; }\nb(): void => { x(); }\n");
    check("  ]  nonsense\n", "  ]  nonsense\n");
  }

  @Test
  void anEmptyFileStaysEmpty() {
    check("", "");
    check("\n\n", "");
    check("// only this", "// only this\n");
  }

  @Test
  void windowsLineBreaksBecomePlainOnes() {
    check("a(): void => {\r\n  b();\r\n}\r\n", "a(): void => {\n  b();\n}\n");
  }

  @Test
  void formattingTwiceIsFormattingOnceWhateverTheSpaces() throws IOException {
    Random random = new Random(11);
    for (Path sample : samples()) {
      for (int i = 0; i < 40; i++) {
        String source =
            i == 0 ? Files.readString(sample) : shaken(Files.readString(sample), random);
        Parsed parsed = parsed(source);
        String once = Formatting.of(parsed);
        assertEquals(once, Formatting.of(parsed(once)), sample.toString());
        assertEquals(
            TreeListing.of(parsed.tree().root()), TreeListing.of(parsed(once).tree().root()));
      }
    }
  }

  private static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/resources/parse"))) {
      return files.filter(file -> file.toString().endsWith(".arena")).sorted().toList();
    }
  }

  /// The text with other white space and more comments, which may change what it means.
  private static String shaken(String source, Random random) {
    String[] gaps = {
      " ", "  ", "\t", "\n", "\n\n\n", " // c\n", " /* c */ ", "\n  // d\n", "\n/* e\n * f */\n"
    };
    Tokens tokens = parsed(source).tree().tokens();
    StringBuilder out = new StringBuilder();
    for (int token = 0; token < tokens.count(); token++) {
      boolean shake = random.nextInt(6) == 0 && !inText(tokens, token);
      out.append(
          shake
              ? gaps[random.nextInt(gaps.length)]
              : source.substring(tokens.triviaStart(token), tokens.start(token)));
      out.append(tokens.textOf(token));
    }
    return out.toString();
  }

  private static boolean inText(Tokens tokens, int token) {
    int line = tokens.text().lineOf(tokens.start(token));
    return tokens.text().line(line).contains("f\"");
  }
}
