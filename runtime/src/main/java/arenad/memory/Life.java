package arenad.memory;

import arenad.panic.Trap;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What a checked program knows of a piece of memory: what it is, where in the source it came to be and where it ended.
final class Life {
  /// Stack frames that are remembered.
  private static final int FRAMES = 8;

  private static final StackWalker WALKER = StackWalker.getInstance();

  /// Frame memory below no mark: too many of them end to remember each.
  static final Life OF_CALL = new Life("a temporary", List.of());

  static {
    OF_CALL.end = "whose call or turn of a loop has ended";
  }

  private final String what;
  private final List<StackTraceElement> made;
  private String end = "";
  private List<StackTraceElement> ended = List.of();

  private Life(String what, List<StackTraceElement> made) {
    this.what = what;
    this.made = made;
  }

  /// Of memory that is made now.
  static Life begun(String what) {
    return new Life(what, here());
  }

  /// Of memory that ends now and whose beginning nobody noted.
  static Life over(String what, String how) {
    Life life = new Life(what, List.of());
    life.endNow(how);
    return life;
  }

  /// Its next one: the same, made at the same place.
  Life again() {
    return new Life(what, made);
  }

  void endNow(String how) {
    end = how;
    ended = here();
  }

  /// The trap for a touch of it.
  Trap trap(String use) {
    List<Trap.Account> accounts = new ArrayList<>();
    if (!made.isEmpty()) {
      accounts.add(new Trap.Account("made", made));
    }
    if (!ended.isEmpty()) {
      accounts.add(new Trap.Account("ended", ended));
    }
    return new Trap(use + " " + what + " " + end, accounts);
  }

  private static List<StackTraceElement> here() {
    return WALKER.walk(Life::ofProgram);
  }

  private static List<StackTraceElement> ofProgram(Stream<StackWalker.StackFrame> frames) {
    return frames
        .filter(frame -> frame.getFileName() != null && frame.getFileName().endsWith(".arena"))
        .limit(FRAMES)
        .map(StackWalker.StackFrame::toStackTraceElement)
        .toList();
  }
}
