package arenad.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arenad.fuzz.Campaign.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Programs that are right by construction are accepted. `-Darenad.right.programs=50000` makes it a long campaign,
/// `-Darenad.right.first=N` begins elsewhere.
final class UsabilityTest {

  private static final int PROGRAMS = Integer.getInteger("arenad.right.programs", 500);
  private static final long FIRST = Long.getLong("arenad.right.first", 0);
  private static final int MOST_SHOWN = 3;

  @Test
  void whatIsRightByConstructionIsAccepted() {
    List<String> alarms = new ArrayList<>();
    int refused = 0;
    for (long seed = FIRST; seed < FIRST + PROGRAMS; seed++) {
      List<Piece> program = RightProgram.of(seed);
      String said = said(program);
      if (!said.isEmpty() && refused++ < MOST_SHOWN) {
        String code = said.substring(0, said.indexOf(' '));
        List<Piece> small = Shrinker.shrink(program, each -> said(each).startsWith(code));
        alarms.add("seed " + seed + ": " + said(small) + "\n" + Piece.render(small));
      }
    }
    String figures =
        "%d of seeds %d to %d are refused".formatted(refused, FIRST, FIRST + PROGRAMS - 1);
    System.out.println(figures);
    assertEquals("", String.join("\n", alarms), figures);
  }

  /// What is wrong with it, or that it is not right after all; the empty text when it is accepted.
  private static String said(List<Piece> program) {
    return switch (Verdicts.of(Piece.render(program))) {
      case Verdict.Accepted(Compiled compiled) ->
          Campaign.traps(compiled) ? "TRAPS though it was meant to be right" : "";
      case Verdict.Refused(Compiled compiled, String reason) ->
          Campaign.traps(compiled) ? "TRAPS and is refused: " + reason : reason;
      case Verdict.Broken(String reason) -> "BROKEN " + reason;
    };
  }
}
