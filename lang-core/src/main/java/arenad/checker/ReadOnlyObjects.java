package arenad.checker;

import arenad.ir.Value;
import arenad.lifetime.Contract;
import arenad.lifetime.Position;
import arenad.lifetime.Shapes;
import arenad.type.Type;
import arenad.typed.Witness;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Calls of methods on objects that are read only. Whether a method writes its object, its contract says.
final class ReadOnlyObjects {
  private static final Position SELF = Position.root("self");

  private ReadOnlyObjects() {}

  /// @param names of the callee's parameters
  static void check(Value.Call call, List<String> names, Contract contract, Constraints out) {
    boolean concerned =
        !names.isEmpty()
            && names.getFirst().equals(SELF.root())
            && call.arguments().getFirst().type() instanceof Type.Ref self
            && self.readOnly();
    if (!concerned) {
      return;
    }
    Type object = ((Type.Ref) call.arguments().getFirst().type()).target();
    String member = written(contract);
    if (member != null || handsOut(contract, object, out.shapes)) {
      out.readOnlyWritten.add(new Finding.ReadOnlyWritten(call, member));
    }
  }

  /// What is called in a generic body on a read only value of a type parameter must not write where the
  /// type argument is a struct. An object behind a reference is not what is read only.
  static void spare(
      Value.Call call, Contract contract, TypeMembers members, Callees callees, Constraints out) {
    for (Contract.Spared spared : contract.spares()) {
      Type argument = members.ofParameter(spared.parameter());
      if (argument instanceof Type.Parameter(String name)) {
        out.spares.add(new Contract.Spared(name, spared.member()));
      } else if (argument instanceof Type.Named) {
        for (Witness witness : out.graph.function().witnesses()) {
          boolean meant =
              witness.member().equals(spared.member()) && call.span().contains(witness.call());
          if (meant && written(callees.contract(witness.method())) != null) {
            out.sparedWritten.add(new Finding.SparedWritten(call, witness));
          }
        }
      }
    }
  }

  /// Some member of its object that a method may write, or null.
  private static @Nullable String written(Contract contract) {
    for (Contract.Altered altered : contract.alters()) {
      if (altered.object().equals(SELF)) {
        return altered.member();
      }
    }
    return null;
  }

  /// Whether the callee gives away the reference that is its `self`, which anyone may write through. Of an
  /// object that leads nowhere a contract does not tell the reference from a clone beside it.
  private static boolean handsOut(Contract contract, Type object, Shapes shapes) {
    boolean leadsNowhere = shapes.of(object).size() == 0;
    return contract.flows().stream()
        .anyMatch(flow -> (flow.whole() || leadsNowhere) && flow.from().equals(SELF));
  }
}
