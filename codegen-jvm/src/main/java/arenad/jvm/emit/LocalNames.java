package arenad.jvm.emit;

import arenad.ir.IrFunction;
import arenad.jvm.layout.Component;
import arenad.jvm.layout.Shape;
import arenad.jvm.layout.Shapes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/// Writes the local variable table, so that a Java debugger shows the variables of the source. Of a split struct `p` it shows
/// `p$x` and `p$y`: a name with a dot is not legal there. A variable is listed from its first assignment on.
final class LocalNames {

  private record Visible(IrFunction.Local local, List<Integer> slots, Label start) {}

  private final MethodVisitor method;
  private final Shapes shapes;
  private final Map<Integer, Visible> visible = new LinkedHashMap<>();

  LocalNames(MethodVisitor method, Shapes shapes) {
    this.method = method;
    this.shapes = shapes;
  }

  /// From the next instruction on the local has a value.
  void beginHere(IrFunction.Local local, Location location) {
    if (!visible.containsKey(local.index())) {
      Label here = new Label();
      method.visitLabel(here);
      begin(local, location, here);
    }
  }

  void begin(IrFunction.Local local, Location location, Label start) {
    if (location instanceof Location.Slots(List<Integer> slots) && !local.isTemporary()) {
      visible.put(local.index(), new Visible(local, slots, start));
    }
  }

  void write(Label end) {
    for (Visible one : visible.values()) {
      Shape shape = shapes.of(one.local().type());
      for (int i = 0; i < one.slots().size(); i++) {
        Component component = shape.components().get(i);
        String name = one.local().name() + component.path();
        String descriptor = Character.toString(component.kind().descriptor());
        method.visitLocalVariable(name, descriptor, null, one.start(), end, one.slots().get(i));
      }
    }
  }
}
