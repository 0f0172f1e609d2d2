package arenad.jvm.emit;

import arenad.jvm.abi.RuntimeEntry;
import arenad.jvm.layout.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/// The frames of temporaries of one function: a mark where one begins, a release where it ends.
final class Frames {

  private final Code code;

  /// The slots of marks, by frame: of the frame itself, and of the loop whose turns have it.
  private final Map<Integer, Integer> marks = new HashMap<>();

  private final Map<Integer, Integer> bases = new HashMap<>();

  Frames(Code code) {
    this.code = code;
  }

  /// @return the slot behind the mark, which stays taken
  int enter(int frame) {
    return mark(marks, frame);
  }

  /// @return the slot behind the mark, which stays taken
  int beginTurns(int frame) {
    return mark(bases, frame);
  }

  private int mark(Map<Integer, Integer> slots, int frame) {
    int slot = slots.computeIfAbsent(frame, _ -> code.newSlot(Kind.LONG));
    code.context();
    code.call(RuntimeEntry.CONTEXT_MARK);
    code.store(Kind.LONG, slot);
    return slot + Kind.LONG.slots();
  }

  /// Frees the temporaries. Strings among them that are kept move down to where the loop began, and only those: when there are
  /// none, the ones of earlier turns stay where they are.
  void leave(int frame, List<Location> kept) {
    int mark = slotOf(marks, frame);
    Label moving = new Label();
    Label done = new Label();
    for (Location text : kept) {
      code.context();
      code.load(Kind.LONG, mark);
      code.load(Kind.LONG, address(text));
      code.call(RuntimeEntry.SURVIVORS_MOVES);
      code.jump(Opcodes.IFNE, moving);
    }
    release(mark);
    if (!kept.isEmpty()) {
      code.jump(done);
      code.place(moving);
      move(slotOf(bases, frame), kept);
      code.place(done);
    }
  }

  private void move(int base, List<Location> kept) {
    for (Location text : kept) {
      code.context();
      code.load(Kind.LONG, base);
      code.load(Kind.LONG, address(text));
      code.load(Kind.INT, length(text));
      code.call(RuntimeEntry.SURVIVORS_SAVE);
      code.store(Kind.LONG, address(text));
    }
    code.context();
    code.load(Kind.LONG, base);
    code.call(RuntimeEntry.SURVIVORS_REBASE);
    code.store(Kind.LONG, base);
    for (Location text : kept) {
      code.context();
      code.load(Kind.LONG, address(text));
      code.load(Kind.INT, length(text));
      code.call(RuntimeEntry.SURVIVORS_RESTORE);
      code.store(Kind.LONG, address(text));
    }
  }

  void release(int markSlot) {
    code.context();
    code.load(Kind.LONG, markSlot);
    code.call(RuntimeEntry.CONTEXT_RELEASE);
  }

  private static int slotOf(Map<Integer, Integer> slots, int frame) {
    Integer slot = slots.get(frame);
    if (slot == null) {
      throw new IllegalStateException("frame " + frame + " ends before it begins");
    }
    return slot;
  }

  /// A string whose address is not taken is split.
  private static int address(Location text) {
    return ((Location.Slots) text).slots().getFirst();
  }

  private static int length(Location text) {
    return ((Location.Slots) text).slots().get(1);
  }
}
