package arenad.checker;

import arenad.ir.Place;
import arenad.ir.Value;
import arenad.lifetime.Contract;
import arenad.lifetime.Shape;
import arenad.lifetime.Shapes;
import arenad.type.Type;
import java.util.ArrayList;
import java.util.List;

/// Writes what it means to read or call a member that a requirement gives of a type parameter.
final class RequiredWriter {
  private final BodyWriter body;
  private final CallWriter calls;

  RequiredWriter(BodyWriter body, CallWriter calls) {
    this.body = body;
    this.calls = calls;
  }

  /// A member of a value of a type parameter. Its method may touch all that it is given and write any field.
  int[] write(Value.Required required) {
    List<int[]> arguments = new ArrayList<>();
    for (Value argument : required.arguments()) {
      int[] leaves = body.values().touched(argument);
      arguments.add(leaves);
      if (required.called()) {
        body.values().deeplyTouched(argument, leaves);
      }
    }
    Type subject = required.arguments().getFirst().type();
    if (required.called()) {
      calls.overwriteAnything(required);
      mayWrite(required, subject, arguments.getFirst());
    }
    Shape shape = body.shapeOf(required.type());
    int[] results = new int[shape.size()];
    for (int leaf = 0; leaf < results.length; leaf++) {
      results[leaf] = body.newVariable();
      if (subject instanceof Type.Parameter(String name)) {
        List<String> path = new ArrayList<>(List.of(Shapes.required(name, required.member())));
        path.addAll(shape.leaf(leaf).path());
        int slot = body.out().shapes.inside(subject).leafAt(path, 0);
        int why = body.reason(new Reason.Made(required));
        body.system().load(arguments.getFirst()[0], subject, slot, results[leaf], why);
      }
    }
    return results;
  }

  /// A required method may write what it is called on, unless that is read only.
  private void mayWrite(Value.Required required, Type subject, int[] leaves) {
    if (required.readOnly()) {
      if (subject instanceof Type.Parameter(String name)) {
        body.out().spares.add(new Contract.Spared(name, required.member()));
      }
      return;
    }
    for (int leaf : leaves) {
      body.out().altering.add(new Constraints.Altering(leaf, Contract.Altered.ANY));
    }
    if (required.arguments().getFirst() instanceof Value.Read(Place place, _, _)
        && body.places().target(place) instanceof PlaceWriter.Target.InMemory memory) {
      body.out().altering.add(new Constraints.Altering(memory.reference(), Contract.Altered.ANY));
    }
  }
}
