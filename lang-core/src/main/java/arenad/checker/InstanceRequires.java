package arenad.checker;

import arenad.elaborate.Environment;
import arenad.lifetime.Contract;
import arenad.lifetime.Position;
import arenad.type.Declaration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What the `requires` of a function that takes functions is for one of its instances: the same clauses. What
/// the given functions have captured, which comes behind the parameters, no clause can name, so nothing
/// is said of that: callers are asked what is inferred.
final class InstanceRequires {
  private InstanceRequires() {}

  /// @param source what the instance is one of
  /// @param part what would be declared of the instance
  static DeclaredLifetimes of(
      Declaration.Function source, Declaration.Function part, Environment environment) {
    Contract.Regions regions =
        merged(SignatureRegions.of(source, environment), SignatureRegions.of(part, environment));
    return DeclaredLifetimes.of(source, regions, captured(source, part));
  }

  private static Set<String> captured(Declaration.Function source, Declaration.Function part) {
    Set<String> names = new HashSet<>();
    part.parameters().forEach(parameter -> names.add(parameter.name()));
    source.parameters().forEach(parameter -> names.remove(parameter.name()));
    return names;
  }

  /// Type parameters stand in the signature of the source only, regions of what was given in that of the part.
  private static Contract.Regions merged(Contract.Regions source, Contract.Regions part) {
    List<Contract.Binding> bindings = new ArrayList<>(source.bindings());
    for (Contract.Binding binding : part.bindings()) {
      if (bindings.stream().noneMatch(known -> isSaid(known, binding))) {
        bindings.add(binding);
      }
    }
    List<Contract.Declared> order = new ArrayList<>(source.order());
    part.order().stream().filter(clause -> !order.contains(clause)).forEach(order::add);
    return new Contract.Regions(bindings, order);
  }

  private static boolean isSaid(Contract.Binding known, Contract.Binding binding) {
    return known.exact() && known.position().equals(binding.position());
  }

  /// What the source itself needs and does not say, whatever it is given: that has been told there.
  ///
  /// @param contract of the source
  static Set<Contract.Bound> told(DeclaredLifetimes declared, Contract contract) {
    Set<Contract.Bound> told = new HashSet<>(contract.bounds());
    for (Contract.Flow flow : contract.flows()) {
      Position to = declared.forbidden(flow, contract.flows());
      if (to != null) {
        told.add(DeclaredLifetimes.needed(flow, to));
      }
    }
    return told;
  }
}
