package arenad.oracle;

import arenad.fuzz.Compiled;
import arenad.ir.IrFunction;
import arenad.symbol.SymbolId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Runs a program once for each way its `flip()`s can fall.
public final class Paths {

  private Paths() {}

  /// One run and the choices that led to it.
  public record Path(List<Boolean> choices, Interpreter.Run run) {
    public Path {
      choices = List.copyOf(choices);
    }
  }

  /// All paths, or the first `most` of them in the order of counting with the last choice quickest.
  ///
  /// @param steps how many blocks one run may pass
  public static List<Path> of(Compiled compiled, int most, long steps) {
    Map<SymbolId, IrFunction> functions = compiled.runnable();
    List<Path> paths = new ArrayList<>();
    List<Boolean> prefix = new ArrayList<>();
    while (paths.size() < most) {
      List<Boolean> taken = new ArrayList<>();
      List<Boolean> planned = List.copyOf(prefix);
      Interpreter.Run run =
          Interpreter.run(
              functions,
              compiled.workbench()::declaration,
              Compiled.MAIN,
              () -> choose(planned, taken),
              steps);
      paths.add(new Path(taken, run));
      prefix = next(taken);
      if (prefix.isEmpty()) {
        break;
      }
    }
    return paths;
  }

  private static boolean choose(List<Boolean> planned, List<Boolean> taken) {
    boolean choice = taken.size() < planned.size() && planned.get(taken.size());
    taken.add(choice);
    return choice;
  }

  /// The choices after these: the last `false` becomes `true`, what follows is open. Empty at the end.
  private static List<Boolean> next(List<Boolean> taken) {
    int last = taken.lastIndexOf(false);
    if (last < 0) {
      return List.of();
    }
    List<Boolean> next = new ArrayList<>(taken.subList(0, last));
    next.add(true);
    return next;
  }
}
