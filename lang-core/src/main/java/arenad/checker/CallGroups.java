package arenad.checker;

import arenad.ir.Instruction;
import arenad.ir.IrFunction;
import arenad.ir.Value;
import arenad.ir.Values;
import arenad.symbol.SymbolId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Orders functions for checking: each after those that it calls, those that call each other
/// together.
public final class CallGroups {

  private record Frame(SymbolId symbol, List<SymbolId> callees, int[] next) {}

  private final SortedMap<SymbolId, IrFunction> functions = new TreeMap<>();
  private final Map<SymbolId, Integer> order = new HashMap<>();
  private final Map<SymbolId, Integer> lowest = new HashMap<>();
  private final Deque<SymbolId> open = new ArrayDeque<>();
  private final List<List<IrFunction>> groups = new ArrayList<>();

  private CallGroups() {}

  public static List<List<IrFunction>> of(Collection<IrFunction> functions) {
    CallGroups groups = new CallGroups();
    functions.forEach(function -> groups.functions.put(function.symbol(), function));
    for (SymbolId symbol : groups.functions.keySet()) {
      if (!groups.order.containsKey(symbol)) {
        groups.visit(symbol);
      }
    }
    return groups.groups;
  }

  /// The functions whose contracts the function depends on: those it calls, itself or in its parts, those
  /// that the type arguments of its calls bring, and those of which it has instances. Parts are not among them.
  public static SortedSet<SymbolId> calleesOf(IrFunction function) {
    SortedSet<SymbolId> callees = new TreeSet<>();
    collect(function, callees);
    function.parts().forEach(part -> collect(part, callees));
    callees.removeIf(SymbolId::isPart);
    // What is wrong whatever is given is told where the function is declared, and so is looked at
    // first.
    function.parts().stream()
        .filter(PartOf::isInstance)
        .forEach(part -> callees.add(part.source()));
    return callees;
  }

  private static void collect(IrFunction function, SortedSet<SymbolId> callees) {
    for (IrFunction.Block block : function.blocks()) {
      for (Instruction instruction : block.instructions()) {
        Values.valuesOf(instruction).forEach(value -> collect(value, callees));
      }
      Values.valuesOf(block.end()).forEach(value -> collect(value, callees));
    }
    function.witnesses().forEach(witness -> callees.add(witness.method()));
  }

  private static void collect(Value value, SortedSet<SymbolId> callees) {
    Values.anyIn(
        value,
        each -> {
          if (each instanceof Value.Call call) {
            callees.add(call.callee());
          }
          return false;
        });
  }

  /// Tarjan's algorithm, with a stack of its own since chains of calls are long.
  private void visit(SymbolId root) {
    Deque<Frame> stack = new ArrayDeque<>();
    stack.push(enter(root));
    while (!stack.isEmpty()) {
      Frame frame = stack.peek();
      if (frame.next()[0] < frame.callees().size()) {
        SymbolId callee = frame.callees().get(frame.next()[0]++);
        if (!order.containsKey(callee)) {
          stack.push(enter(callee));
        } else if (lowestOf(callee) >= 0) {
          lowest.merge(frame.symbol(), numberOf(callee), Math::min);
        }
      } else {
        stack.pop();
        leave(frame.symbol());
        if (!stack.isEmpty() && lowestOf(frame.symbol()) >= 0) {
          lowest.merge(stack.peek().symbol(), lowestOf(frame.symbol()), Math::min);
        }
      }
    }
  }

  private Frame enter(SymbolId symbol) {
    int number = order.size();
    order.put(symbol, number);
    lowest.put(symbol, number);
    open.push(symbol);
    List<SymbolId> callees =
        calleesOf(Objects.requireNonNull(functions.get(symbol))).stream()
            .filter(functions::containsKey)
            .toList();
    return new Frame(symbol, callees, new int[1]);
  }

  /// The lowest number that an entered function is known to reach; -1 when its group is closed.
  private int lowestOf(SymbolId entered) {
    return Objects.requireNonNull(lowest.get(entered));
  }

  private int numberOf(SymbolId entered) {
    return Objects.requireNonNull(order.get(entered));
  }

  private void leave(SymbolId symbol) {
    if (lowestOf(symbol) != numberOf(symbol)) {
      return;
    }
    SortedMap<SymbolId, IrFunction> members = new TreeMap<>();
    SymbolId member;
    do {
      member = open.pop();
      // A closed group counts no more.
      lowest.put(member, -1);
      members.put(member, functions.get(member));
    } while (!member.equals(symbol));
    groups.add(List.copyOf(members.values()));
  }
}
