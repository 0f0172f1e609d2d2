package arenad.lower;

import arenad.ir.Instruction;
import arenad.ir.IrFunction;
import arenad.ir.Place;
import arenad.ir.Value;
import arenad.text.Span;
import arenad.typed.Stmt;
import org.jspecify.annotations.Nullable;

/// Keeps what is pending and writes it out where control leaves: the defers of each block in
/// reverse order, the ends of frames and of scoped arenas. Each exit has its own copy, so that the
/// checker sees the state of that exit and not a mixture.
final class Exits {

  private final BodyLowering body;
  private @Nullable Scope innermost;

  Exits(BodyLowering body) {
    this.body = body;
  }

  @Nullable Scope innermost() {
    return innermost;
  }

  void defer(Stmt deferred) {
    innermost = new Scope.Deferred(deferred, innermost);
  }

  /// What the local owns is dropped with the block.
  void own(IrFunction.Local local) {
    innermost = new Scope.Owned(local, innermost);
  }

  void enterFrame(int number) {
    innermost = new Scope.Frame(number, innermost);
  }

  void enterArena(IrFunction.Local arena) {
    innermost = new Scope.ScopedArena(arena, innermost);
  }

  void enterLoop(int afterwards, int again) {
    innermost = new Scope.Loop(afterwards, again, innermost);
  }

  void enterClosure(int afterwards) {
    innermost = new Scope.Closure(afterwards, innermost);
  }

  /// Control falls out of everything entered since `outer`: writes it out and forgets it.
  void fallOutTo(@Nullable Scope outer, Span span) {
    writeOut(outer, span);
    innermost = outer;
  }

  void leaveFunction(Span span) {
    fallOutTo(null, span);
  }

  /// `break`: to what follows the innermost loop.
  void breakLoop(Span span) {
    Scope.Loop loop = innermostLoop();
    if (loop != null) {
      leave(loop, loop.afterwards(), span);
    }
  }

  /// `continue`: to the next turn of the innermost loop.
  void continueLoop(Span span) {
    Scope.Loop loop = innermostLoop();
    if (loop != null) {
      leave(loop, loop.again(), span);
    }
  }

  /// The `useArena` body that a `return` leaves, or null when it leaves the function.
  Scope.@Nullable Closure innermostClosure() {
    Scope scope = innermost;
    while (scope != null && !(scope instanceof Scope.Closure)) {
      scope = scope.outer();
    }
    return (Scope.Closure) scope;
  }

  void leaveClosure(Scope.Closure closure, Span span) {
    leave(closure, closure.afterwards(), span);
  }

  /// Everything pending in the function, before a `return`; what is pending stays so for the code
  /// that follows in the source.
  void writeOutAll(Span span) {
    writeOut(null, span);
  }

  /// Whether something pending may run code of the program.
  boolean hasDefers() {
    for (Scope scope = innermost; scope != null; scope = scope.outer()) {
      if (scope instanceof Scope.Deferred || scope instanceof Scope.Owned) {
        return true;
      }
    }
    return false;
  }

  private void leave(Scope until, int target, Span span) {
    writeOut(until, span);
    body.draft().jump(target, span);
  }

  private Scope.@Nullable Loop innermostLoop() {
    Scope scope = innermost;
    while (scope != null && !(scope instanceof Scope.Loop)) {
      scope = scope.outer();
    }
    return (Scope.Loop) scope;
  }

  private void writeOut(@Nullable Scope until, Span span) {
    if (body.draft().isNowhere()) {
      return;
    }
    Scope here = innermost;
    for (Scope scope = here; scope != until && scope != null; scope = scope.outer()) {
      innermost = scope.outer();
      switch (scope) {
        case Scope.Deferred(var deferred, _) -> body.statements().scoped(deferred);
        case Scope.Owned(var local, _) -> body.ownership().drop(local, span);
        case Scope.Frame(int number, _) ->
            body.draft().add(new Instruction.LeaveFrame(number, span));
        case Scope.ScopedArena(var arena, _) -> free(arena, span);
        case Scope.Loop _, Scope.Closure _ -> {}
      }
    }
    innermost = here;
  }

  private void free(IrFunction.Local arena, Span span) {
    Value handle = new Value.Read(new Place.OfLocal(arena), arena.type(), span);
    body.draft().add(new Instruction.Free(handle, true, span));
  }
}
