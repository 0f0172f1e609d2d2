package arenad.checker;

import arenad.ir.Value;
import arenad.lifetime.Contract;
import arenad.lifetime.Position;
import arenad.lifetime.Shapes;
import java.util.List;

/// One call while it is written.
///
/// @param names of the callee's parameters
record CallSite(
    Value.Call call,
    Contract contract,
    Positions positions,
    TypeMembers members,
    List<String> names) {

  /// The argument that a position leads into, or the first.
  Value argument(Position position) {
    int index = names.indexOf(position.root());
    for (Contract.Binding binding : contract.regions().bindings()) {
      if (index < 0 && binding.name().equals(position)) {
        index = names.indexOf(binding.position().root());
      }
    }
    return index < 0 ? call : call.arguments().get(index);
  }

  /// The name of the parameter that an argument is for.
  String nameOf(Value argument) {
    return names.get(call.arguments().indexOf(argument));
  }

  /// Whether the callee puts something into a parameter, or into what is behind it.
  boolean writesTo(String parameter) {
    return contract.flows().stream().anyMatch(flow -> flow.to().root().equals(parameter));
  }

  /// Whether the callee puts something there: not only into what is behind it. A type parameter of the
  /// callee may stand for several leaves.
  boolean writes(Position leaf) {
    return contract.flows().stream()
        .map(Contract.Flow::to)
        .anyMatch(
            to ->
                to.root().equals(leaf.root())
                    && (to.path().stream().anyMatch(Shapes::isRequired)
                        || to.path().size() <= leaf.path().size()
                            && to.path().equals(leaf.path().subList(0, to.path().size()))));
  }

  /// Whether the callee may end arenas in a parameter.
  boolean mayDropIn(String parameter) {
    return contract.frees().stream().anyMatch(freed -> freed.root().equals(parameter));
  }
}
