package arenad.lower;

import arenad.ir.IrFunction;
import arenad.lifetime.Position;
import arenad.text.Span;
import arenad.typed.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which variables of a typed tree are which locals of one graph made from it: a graph has those that it needs, its
/// parameters first.
final class LocalNumbering {
  private final List<IrFunction.Local> locals = new ArrayList<>();
  private final Map<Integer, IrFunction.Local> byVariable = new HashMap<>();
  private final Set<String> names = new HashSet<>();

  void add(Variable variable) {
    var local =
        new IrFunction.Local(locals.size(), variable.name(), variable.type(), variable.span());
    add(local);
    byVariable.put(variable.index(), local);
  }

  /// A parameter that receives a captured variable by value.
  void addValue(Variable variable, Bound.Captured captured) {
    byVariable.put(variable.index(), addCaptured(captured));
  }

  /// A parameter that receives what is captured. No two parameters have the same name: contracts speak of
  /// parameters by their names.
  IrFunction.Local addCaptured(Bound.Captured captured) {
    StringBuilder name = new StringBuilder(captured.name());
    while (names.contains(name.toString())) {
      name.append(Position.APART);
    }
    Span span = captured.value().span();
    var local = new IrFunction.Local(locals.size(), name.toString(), captured.type(), span);
    add(local);
    return local;
  }

  List<IrFunction.Local> addCaptured(Bound bound) {
    return bound.captured().stream().map(this::addCaptured).toList();
  }

  private void add(IrFunction.Local local) {
    names.add(local.name());
    locals.add(local);
  }

  int count() {
    return locals.size();
  }

  /// The locals so far.
  List<IrFunction.Local> locals() {
    return locals;
  }

  /// The local that a variable is, or null when this graph has none for it.
  IrFunction.@Nullable Local find(int variable) {
    return byVariable.get(variable);
  }

  IrFunction.Local of(Variable variable) {
    return Objects.requireNonNull(byVariable.get(variable.index()), variable::toString);
  }
}
