package arenad.checker;

import arenad.ir.Value;
import arenad.lifetime.Contract;
import arenad.lifetime.Shapes;
import arenad.type.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Calls of methods on objects that are read only. Whether a method writes its object, its contract says, by
/// the names of fields: one that writes another object of the same type counts as one that may.
final class ReadOnlyObjects {
  private ReadOnlyObjects() {}

  /// @param names of the callee's parameters
  static void check(Value.Call call, List<String> names, Contract contract, Constraints out) {
    boolean concerned =
        !names.isEmpty()
            && names.getFirst().equals("self")
            && call.arguments().getFirst().type() instanceof Type.Ref self
            && self.readOnly();
    if (!concerned) {
      return;
    }
    Type object = ((Type.Ref) call.arguments().getFirst().type()).target();
    Narrowing.Member member = written(contract, object, out.shapes);
    if (member != null || handsOut(contract, object, out.shapes)) {
      out.readOnlyWritten.add(new Finding.ReadOnlyWritten(call, member));
    }
  }

  /// Some member of the object that the callee may write, or null.
  private static Narrowing.@Nullable Member written(Contract contract, Type object, Shapes shapes) {
    if (contract.writes().isEmpty()) {
      return null;
    }
    List<Narrowing.Member> members = new ArrayList<>();
    collect(object, shapes, members, new HashSet<>());
    boolean any = contract.writes().contains(Narrowing.ANY);
    return members.stream()
        .filter(member -> any || contract.writes().contains(member.spelling()))
        .findFirst()
        .orElse(null);
  }

  /// The members of a value, and of the values that lie in it.
  private static void collect(
      Type type, Shapes shapes, List<Narrowing.Member> members, Set<Type> seen) {
    Type value = Type.withoutNull(type);
    if (!seen.add(value)) {
      return;
    }
    for (String name : shapes.memberNames(value)) {
      members.add(new Narrowing.Member(value, name));
    }
    if (value instanceof Type.FixedArray(Type element, _)) {
      collect(element, shapes, members, seen);
    }
    for (Type member : shapes.members(value)) {
      collect(member, shapes, members, seen);
    }
  }

  /// Whether the callee gives away the reference that is its `self`, which anyone may write through. Of an
  /// object that leads nowhere a contract does not tell the reference from a clone beside it.
  private static boolean handsOut(Contract contract, Type object, Shapes shapes) {
    boolean leadsNowhere = shapes.of(object).size() == 0;
    return contract.flows().stream()
        .anyMatch(
            flow ->
                (flow.whole() || leadsNowhere)
                    && flow.from().root().equals("self")
                    && flow.from().path().isEmpty());
  }
}
