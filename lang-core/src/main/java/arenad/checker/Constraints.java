package arenad.checker;

import arenad.lifetime.Atom;
import arenad.lifetime.Cell;
import arenad.lifetime.Contract;
import arenad.lifetime.Inclusions;
import arenad.lifetime.Renaming;
import arenad.lifetime.Shape;
import arenad.lifetime.Shapes;
import arenad.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// All that one function's body says of lifetimes.
final class Constraints {

  /// `value` must outlive `holder`, because a callee puts it there.
  record Bound(int value, int holder, Contract.Bound clause, int reason) {}

  /// Nothing in `used` may live in what is in `freed`, because a callee touches it afterwards.
  record Apart(int used, int freed, Contract.Apart clause, int reason) {}

  /// A relation that a callee's signature demands.
  ///
  /// @param ofRegion whether its types do, else its `requires`
  /// @param reason that names the argument of the left side
  /// @param other that names the argument of the right side
  record Demand(
      int[] left, int[] right, Contract.Declared clause, boolean ofRegion, int reason, int other) {}

  /// From one block to another.
  record Edge(int from, int to) {}

  /// What the edges to places where paths meet do to names.
  final Map<Edge, Renaming> renamings = new HashMap<>();

  final FlowGraph graph;
  final Shapes shapes;
  final Inclusions system;
  final Events events;
  final List<Reason> reasons = new ArrayList<>();
  final List<Bound> bounds = new ArrayList<>();
  final List<Apart> apart = new ArrayList<>();
  final List<Demand> demands = new ArrayList<>();
  final Narrowing narrowing = new Narrowing();

  /// The members that the function may write, itself or through what it calls.
  final TreeSet<String> writes = new TreeSet<>();

  /// A write of what a variable refers to.
  ///
  /// @param member that is assigned, as people know it
  record Altering(int reference, String member) {}

  final List<Altering> altering = new ArrayList<>();

  /// Required methods that must not write, since they are called on what is read only.
  final TreeSet<Contract.Spared> spares = new TreeSet<>();

  final List<Finding.SparedWritten> sparedWritten = new ArrayList<>();

  /// Calls of methods that may write an object which is read only.
  final List<Finding.ReadOnlyWritten> readOnlyWritten = new ArrayList<>();

  /// What has made an atom.
  final Map<Atom, Reason> births = new HashMap<>();

  /// Between two events: before that number, in that block.
  record Point(int block, int event) {}

  /// Where temporaries get their values: what is returned gets its own before what is deferred runs.
  final Map<Integer, Point> evaluated = new HashMap<>();

  /// Where a joined atom gets its name.
  final Map<Atom, Integer> joinedAt = new HashMap<>();

  /// What has made an object.
  final Map<Cell, Reason> makers = new HashMap<>();

  final SourceNames names = new SourceNames();

  /// The variables of the leaves of the result.
  final int[] result;

  final Shape resultShape;

  Constraints(FlowGraph graph, Shapes shapes, boolean tracing) {
    this.graph = graph;
    this.shapes = shapes;
    system = new Inclusions(graph.nest(), shapes, tracing);
    events = new Events(graph.blockCount());
    resultShape = shapes.of(graph.function().result());
    result = new int[resultShape.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = system.newVariable();
    }
    reasons.add(new Reason.None(new Span(0, 0)));
  }

  int reason(Reason reason) {
    reasons.add(reason);
    return reasons.size() - 1;
  }
}
