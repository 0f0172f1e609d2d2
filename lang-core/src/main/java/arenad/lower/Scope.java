package arenad.lower;

import arenad.ir.IrFunction;
import arenad.typed.Stmt;
import org.jspecify.annotations.Nullable;

/// What is pending at a point of the body, innermost first: what must happen, and where control may
/// go, when the enclosing statements are left.
sealed interface Scope {

  @Nullable Scope outer();

  /// A `defer` that was passed.
  record Deferred(Stmt body, @Nullable Scope outer) implements Scope {}

  /// An owner that is dropped with its block, unless it has been moved.
  record Owned(IrFunction.Local local, @Nullable Scope outer) implements Scope {}

  /// A frame for temporaries.
  record Frame(int number, @Nullable Scope outer) implements Scope {}

  /// An arena that ends with its block.
  record ScopedArena(IrFunction.Local arena, @Nullable Scope outer) implements Scope {}

  /// A loop: blocks for `break` and `continue`.
  record Loop(int afterwards, int again, @Nullable Scope outer) implements Scope {}

  /// The body of a `useArena`: a `return` in it goes to `afterwards`.
  record Closure(int afterwards, @Nullable Scope outer) implements Scope {}
}
