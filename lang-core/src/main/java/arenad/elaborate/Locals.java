package arenad.elaborate;

import arenad.text.Span;
import arenad.type.Type;
import arenad.typed.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The variables of one body and the blocks in which their names are known.
final class Locals {
  private final List<Variable> all = new ArrayList<>();
  private final Deque<Block> blocks = new ArrayDeque<>();

  /// One block: its names, and what its `defer`s name, with the place of the `defer`.
  private static final class Block {
    private final Map<String, Variable> names = new LinkedHashMap<>();
    private final Map<Variable, Span> deferred = new HashMap<>();
    private Writes deferredWrites = Writes.NONE;
  }

  void enter() {
    blocks.push(new Block());
  }

  /// Ends the innermost block; what its `defer`s may assign when they run now.
  Writes leave() {
    return blocks.pop().deferredWrites;
  }

  /// A variable that no name leads to.
  Variable unnamed(Type type, Span span) {
    return add("", type, false, span);
  }

  /// Makes a variable known in the innermost block.
  Variable declare(String name, Type type, boolean mutable, Span span) {
    Variable variable = add(name, type, mutable, span);
    blocks.getFirst().names.put(name, variable);
    return variable;
  }

  /// The variable of that name in the innermost block alone, or null.
  @Nullable Variable inThisBlock(String name) {
    return blocks.getFirst().names.get(name);
  }

  @Nullable Variable find(String name) {
    for (Block block : blocks) {
      Variable variable = block.names.get(name);
      if (variable != null) {
        return variable;
      }
    }
    return null;
  }

  /// Notes that a `defer` of the innermost block names these variables and assigns that.
  void defer(Collection<Variable> variables, Writes writes, Span span) {
    Block block = blocks.getFirst();
    variables.forEach(variable -> block.deferred.putIfAbsent(variable, span));
    block.deferredWrites = block.deferredWrites.and(writes);
  }

  /// Where a `defer` that is still to run names the variable, or null.
  @Nullable Span deferOf(Variable variable) {
    for (Block block : blocks) {
      Span span = block.deferred.get(variable);
      if (span != null) {
        return span;
      }
    }
    return null;
  }

  /// What the `defer`s of all open blocks may assign when control leaves them.
  Writes deferredWrites() {
    Writes writes = Writes.NONE;
    for (Block block : blocks) {
      if (block.deferredWrites != Writes.NONE) {
        writes = writes.and(block.deferredWrites);
      }
    }
    return writes;
  }

  /// The names that are known here, for "did you mean".
  Set<String> visible() {
    Set<String> names = new LinkedHashSet<>();
    blocks.forEach(block -> names.addAll(block.names.keySet()));
    return names;
  }

  List<Variable> all() {
    return all;
  }

  private Variable add(String name, Type type, boolean mutable, Span span) {
    Variable variable = new Variable(all.size(), name, type, mutable, span);
    all.add(variable);
    return variable;
  }
}
