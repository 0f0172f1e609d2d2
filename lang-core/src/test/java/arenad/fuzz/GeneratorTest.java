package arenad.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arenad.parse.Parsed;
import arenad.text.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GeneratorTest {

  @Test
  void everyProgramParses() {
    for (long seed = 0; seed < 500; seed++) {
      String program = Piece.render(Generator.program(seed));
      Parsed parsed = Parsed.of("main", SourceText.of(program));
      assertEquals(List.of(), parsed.diagnostics(), program);
    }
  }

  @Test
  void aSeedGivesOneProgram() {
    assertEquals(Piece.render(Generator.program(42)), Piece.render(Generator.program(42)));
  }

  @Test
  void shrinkingKeepsWhatFailsAndDropsTheRest() {
    List<Piece> program =
        List.of(
            Piece.nest(
                "main() {",
                List.of(
                    Piece.line("a"),
                    Piece.nest("if {", Piece.lines("b", "bad", "c")),
                    Piece.line("d"))));
    List<Piece> small = Shrinker.shrink(program, each -> Piece.render(each).contains("bad"));
    assertEquals("bad\n", Piece.render(small));
  }

  @Test
  void aMutationChangesOneFunction() {
    int changed = 0;
    for (int seed = 0; seed < 10; seed++) {
      List<Piece> program = Generator.program(seed);
      for (int i = 0; i < 20; i++) {
        changed += Mutation.of(program, new Dice(i)).equals(program) ? 0 : 1;
      }
    }
    assertTrue(changed > 100, "changed " + changed + " of 200");
  }
}
