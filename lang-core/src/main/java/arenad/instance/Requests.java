package arenad.instance;

import arenad.ir.Instruction;
import arenad.ir.IrFunction;
import arenad.ir.Value;
import arenad.ir.Values;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The instances that a graph calls.
public final class Requests {
  private Requests() {}

  /// In the order of the first call. Of a graph that is no template: no type parameter stands in it.
  public static List<Instance> of(IrFunction function) {
    Set<Instance> found = new LinkedHashSet<>();
    for (IrFunction.Block block : function.blocks()) {
      for (Instruction instruction : block.instructions()) {
        Values.valuesOf(instruction).forEach(value -> collect(value, found));
      }
      Values.valuesOf(block.end()).forEach(value -> collect(value, found));
    }
    function.parts().forEach(part -> found.addAll(of(part)));
    return List.copyOf(found);
  }

  private static void collect(Value value, Set<Instance> found) {
    Values.anyIn(
        value,
        each -> {
          if (each instanceof Value.Call call && !call.typeArguments().isEmpty()) {
            found.add(new Instance(call.callee(), call.typeArguments()));
          }
          return false;
        });
  }
}
