package arenad.oracle;

import arenad.ir.IrFunction;
import java.util.ArrayList;
import java.util.List;

/// One call while it runs: its locals, and the homes of what lives no longer than it.
final class Activation {

  final IrFunction function;
  private final List<Cell> locals = new ArrayList<>();
  private final List<Home> frames = new ArrayList<>();

  /// Where its locals live: what `self` is the address of when a method is called on one.
  final Home stack;

  Activation(IrFunction function, List<Datum> arguments) {
    this.function = function;
    stack = Home.ofFrame("the stack of " + function.symbol().name());
    for (int i = 0; i < function.locals().size(); i++) {
      locals.add(new Cell(i < arguments.size() ? arguments.get(i) : null));
    }
  }

  Cell local(IrFunction.Local local) {
    return locals.get(local.index());
  }

  List<Cell> locals() {
    return locals;
  }

  /// A declaration that is reached again begins a variable anew.
  void renew(IrFunction.Local local, Datum value) {
    locals.set(local.index(), new Cell(value));
  }

  void enterFrame(int number) {
    frames.add(Home.ofFrame("frame " + number + " of " + function.symbol().name()));
  }

  void leaveFrame() {
    frames.removeLast().die();
  }

  /// Where temporaries go. Only what a panic says may be made outside of any frame: nothing ends after it.
  Home frame() {
    return frames.isEmpty() ? stack : frames.getLast();
  }

  void end() {
    stack.die();
  }
}
