package arenad.checker;

import arenad.ir.Instruction;
import arenad.ir.IrFunction;
import arenad.ir.Place;
import arenad.ir.Value;
import arenad.lifetime.Position;
import arenad.text.Span;
import arenad.typed.Operation;

/// The place in the source that a constraint or an event comes from.
sealed interface Reason {

  Span span();

  /// Says nothing to anybody.
  record None(Span span) implements Reason {}

  /// A parameter, as the caller gives it.
  record Given(IrFunction.Local parameter) implements Reason {
    @Override
    public Span span() {
      return parameter.span();
    }
  }

  /// Something is made: an arena, an object, a temporary.
  record Made(Value value) implements Reason {
    @Override
    public Span span() {
      return value.span();
    }
  }

  /// `place = value`.
  record Stored(Place place, Value value) implements Reason {
    @Override
    public Span span() {
      return value.span();
    }
  }

  /// `value` becomes a member of a fresh object.
  record Initialised(Value whole, String member, Value value) implements Reason {
    @Override
    public Span span() {
      return value.span();
    }
  }

  /// `value` is put into a container.
  record Pushed(Value container, Value value) implements Reason {
    @Override
    public Span span() {
      return value.span();
    }
  }

  /// The callee's contract moves what is at one position to another.
  ///
  /// @param argument that the blame falls on
  record Passed(Value.Call call, Value argument, Position from, Position to) implements Reason {
    @Override
    public Span span() {
      return argument.span();
    }
  }

  /// `return value`.
  record Returned(Value value) implements Reason {
    @Override
    public Span span() {
      return value.span();
    }
  }

  /// What is found in a field or an element is read.
  record Found(Value value) implements Reason {
    @Override
    public Span span() {
      return value.span();
    }
  }

  /// The memory behind `value` is touched.
  record Touched(Value value) implements Reason {
    @Override
    public Span span() {
      return value.span();
    }
  }

  /// A callee touches what it is given.
  record TouchedByCall(Value.Call call, Value argument, Position position) implements Reason {
    @Override
    public Span span() {
      return argument.span();
    }
  }

  record Freed(Instruction.Free free) implements Reason {
    @Override
    public Span span() {
      return free.span();
    }
  }

  record Emptied(Instruction.Reset reset) implements Reason {
    @Override
    public Span span() {
      return reset.span();
    }
  }

  /// A handle is moved or dropped.
  record Dropped(Value.Intrinsic by) implements Reason {
    boolean isMove() {
      return by.operation() == Operation.OWNER_MOVE;
    }

    @Override
    public Span span() {
      return by.span();
    }
  }

  /// A callee frees what it is given.
  record FreedByCall(Value.Call call, Value argument, Position position) implements Reason {
    @Override
    public Span span() {
      return argument.span();
    }
  }

  /// The end of a `useArena` body, where its temporaries go.
  record FrameLeft(Span span) implements Reason {}

  /// The end of a call that a local was lent to.
  record GivenBack(Value.Borrow borrow) implements Reason {
    @Override
    public Span span() {
      return borrow.span();
    }
  }
}
