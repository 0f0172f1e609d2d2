package arenad.incremental;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/// The recursive groups of a call graph, in an order in which every group comes after those it calls.
///
/// Symbols are numbers; groups are numbers too, and that order is theirs: what a group calls has a
/// smaller number. Tarjan's algorithm (1972), with its own stack, so that a chain of calls may be as long as it likes.
final class CallGraph {
  private static final int NONE = -1;

  static final CallGraph EMPTY = new CallGraph(new int[0], List.of());

  private final int[] groupOf;
  private final List<int[]> members;

  private CallGraph(int[] groupOf, List<int[]> members) {
    this.groupOf = groupOf;
    this.members = members;
  }

  /// The group of a symbol, or -1 when it is not in the graph. One that has lost its graph may still
  /// be in it, alone.
  int group(int symbol) {
    return symbol < groupOf.length ? groupOf[symbol] : NONE;
  }

  /// The symbols of a group, in no particular order.
  int[] members(int group) {
    return members.get(group);
  }

  int groups() {
    return members.size();
  }

  /// Whether the groups and their order stay right when `symbol` calls `callees` from now on, and
  /// nothing else changes. True only where that is plain to see.
  boolean staysRight(int symbol, int[] callees) {
    int group = group(symbol);
    if (group == NONE || members.get(group).length != 1) {
      return false;
    }
    for (int callee : callees) {
      int other = group(callee);
      if (callee != symbol && (other == NONE || other >= group)) {
        return false;
      }
    }
    return true;
  }

  /// Whether the groups and their order stay right when `symbol` has no graph any more: one that was
  /// alone in its group may stay there, calling nothing, until it has one again. So a mistake that
  /// comes and goes while somebody types does not cost a walk through all functions.
  boolean staysRightWithout(int symbol) {
    int group = group(symbol);
    return group == NONE || members.get(group).length == 1;
  }

  /// @param symbols the functions that have a graph
  /// @param limit greater than every number
  /// @param callsOf the functions that one calls; those without a graph are passed over
  static CallGraph of(int[] symbols, int limit, IntFunction<int[]> callsOf) {
    return new Tarjan(symbols, limit, callsOf).run();
  }

  private static final class Tarjan {
    private final int[] symbols;
    private final IntFunction<int[]> callsOf;
    private final boolean[] known;
    private final int[] index;
    private final int[] low;
    private final boolean[] onStack;
    private final int[] groupOf;
    private final List<int[]> members = new ArrayList<>();
    private final IntStack open = new IntStack();
    private final IntStack path = new IntStack();
    private final IntStack next = new IntStack();
    private final List<int[]> edges = new ArrayList<>();
    private int counter;

    Tarjan(int[] symbols, int limit, IntFunction<int[]> callsOf) {
      this.symbols = symbols;
      this.callsOf = callsOf;
      known = new boolean[limit];
      index = new int[limit];
      low = new int[limit];
      onStack = new boolean[limit];
      groupOf = new int[limit];
      Arrays.fill(index, NONE);
      Arrays.fill(groupOf, NONE);
      for (int symbol : symbols) {
        known[symbol] = true;
      }
    }

    CallGraph run() {
      for (int symbol : symbols) {
        if (index[symbol] == NONE) {
          enter(symbol);
          while (!path.isEmpty()) {
            step();
          }
        }
      }
      return new CallGraph(groupOf, members);
    }

    private void enter(int symbol) {
      index[symbol] = counter;
      low[symbol] = counter++;
      open.push(symbol);
      onStack[symbol] = true;
      path.push(symbol);
      next.push(0);
      edges.add(callsOf.apply(symbol));
    }

    private void step() {
      int symbol = path.top();
      int[] calls = edges.getLast();
      int at = next.top();
      if (at < calls.length) {
        next.replaceTop(at + 1);
        int callee = calls[at];
        if (!known[callee]) {
          return;
        }
        if (index[callee] == NONE) {
          enter(callee);
        } else if (onStack[callee]) {
          low[symbol] = Math.min(low[symbol], index[callee]);
        }
        return;
      }
      leave(symbol);
    }

    private void leave(int symbol) {
      path.pop();
      next.pop();
      edges.removeLast();
      if (!path.isEmpty()) {
        int caller = path.top();
        low[caller] = Math.min(low[caller], low[symbol]);
      }
      if (low[symbol] == index[symbol]) {
        IntStack group = new IntStack();
        int member;
        do {
          member = open.pop();
          onStack[member] = false;
          groupOf[member] = members.size();
          group.push(member);
        } while (member != symbol);
        members.add(group.toArray());
      }
    }
  }

  private static final class IntStack {
    private int[] values = new int[8];
    private int count;

    void push(int value) {
      if (count == values.length) {
        values = Arrays.copyOf(values, count * 2);
      }
      values[count++] = value;
    }

    int pop() {
      return values[--count];
    }

    int top() {
      return values[count - 1];
    }

    void replaceTop(int value) {
      values[count - 1] = value;
    }

    boolean isEmpty() {
      return count == 0;
    }

    int[] toArray() {
      return Arrays.copyOf(values, count);
    }
  }
}
