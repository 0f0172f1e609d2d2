package arenad.ir;

import arenad.text.Span;
import java.util.List;

/// One step of a block.
public sealed interface Instruction {

  Span span();

  /// @param initial the first value of a variable at its declaration
  record Assign(Place place, Value value, boolean initial, Span span) implements Instruction {}

  record Evaluate(Value value, Span span) implements Instruction {}

  /// Ends an arena.
  ///
  /// @param scoped whether the end of a block does it (`region`, `useArena`), not the program
  record Free(Value arena, boolean scoped, Span span) implements Instruction {}

  /// Empties an arena and begins a new lifetime in it.
  record Reset(Value arena, Span span) implements Instruction {}

  /// Begins a frame for temporaries: 0 is the function's own, others are bodies of `useArena` and turns of loops.
  record EnterFrame(int frame, Span span) implements Instruction {}

  /// Ends a frame: its temporaries are gone.
  ///
  /// @param kept strings that move to the frame around, if they are temporaries of this one: variables from outside of a loop
  record LeaveFrame(int frame, List<IrFunction.Local> kept, Span span) implements Instruction {
    public LeaveFrame {
      kept = List.copyOf(kept);
    }

    public LeaveFrame(int frame, Span span) {
      this(frame, List.of(), span);
    }
  }

  /// A loop begins whose turns have this frame. What they keep is all that frame memory holds above this point between them.
  record BeginTurns(int frame, Span span) implements Instruction {}
}
