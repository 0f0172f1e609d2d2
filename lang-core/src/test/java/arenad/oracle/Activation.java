package arenad.oracle;

import arenad.ir.IrFunction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One call while it runs: its locals, and the homes of what lives no longer than it.
final class Activation {

  final IrFunction function;
  private final List<Cell> locals = new ArrayList<>();
  private final List<Home> frames = new ArrayList<>();

  /// Where the strings are that the turns of a loop have kept, by their frame.
  private final Map<Integer, Home> survivors = new HashMap<>();

  private final Map<Home, List<Home>> diesWith = new HashMap<>();

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

  void beginTurns(int frame) {
    ofTurns(frame);
  }

  /// What is kept moves away from where it was; so does what earlier turns kept, which nobody else may know of.
  void leaveFrame(int number, List<IrFunction.Local> kept) {
    Home left = frames.removeLast();
    Set<Home> dying = new HashSet<>(diesWith.getOrDefault(left, List.of()));
    dying.add(left);
    Home before = survivors.get(number);
    if (before != null && !kept.isEmpty()) {
      dying.add(before);
      Home after = ofTurns(number);
      kept.forEach(local -> local(local).set(moved(local(local).get(), dying, after)));
    }
    dying.forEach(Home::die);
    diesWith.remove(left);
  }

  /// A home of what turns keep, that dies with the frame around.
  private Home ofTurns(int frame) {
    Home home = Home.ofFrame("what turns of frame " + frame + " kept");
    survivors.put(frame, home);
    diesWith.computeIfAbsent(frame(), _ -> new ArrayList<>()).add(home);
    return home;
  }

  private static Datum moved(Datum datum, Set<Home> from, Home to) {
    return datum instanceof Datum.Text text && from.contains(text.home())
        ? new Datum.Text(text.bytes(), text.from(), text.length(), to)
        : datum;
  }

  /// Where temporaries go. Only what a panic says may be made outside of any frame: nothing ends after it.
  Home frame() {
    return frames.isEmpty() ? stack : frames.getLast();
  }

  void end() {
    stack.die();
  }
}
