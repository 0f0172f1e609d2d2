package arenad.checker;

import arenad.ir.FrameStacks;
import arenad.ir.Instruction;
import arenad.ir.IrFunction;
import arenad.ir.Place;
import arenad.ir.Terminator;
import arenad.ir.Value;
import arenad.lifetime.Atom;
import arenad.lifetime.Inclusions;
import arenad.lifetime.Position;
import arenad.lifetime.Shape;
import arenad.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Walks the blocks of a function and writes down what each instruction means.
///
/// Locals are taken in SSA form: what a local holds is known by the variables of its leaves, an
/// assignment gives it others, and where paths meet there are fresh ones into which each path flows.
final class BodyWriter {

  static final int[] NOTHING = new int[0];

  private final Constraints out;
  private final IrFunction function;
  private final FlowGraph graph;
  private final LocalUses uses;
  private final Inclusions system;
  private final ValueWriter values;
  private final PlaceWriter places;
  private final int[][][] atExit;
  private final Map<Integer, Map<Integer, int[]>> joinsOfHeads = new HashMap<>();
  private final Map<Integer, Atom> frames = new HashMap<>();
  private final FrameStacks stacks;

  private int block;
  private int[][] locals = new int[0][];
  private List<Integer> openFrames = List.of();

  private BodyWriter(Constraints out, Callees callees) {
    this.out = out;
    graph = out.graph;
    function = graph.function();
    uses = LocalUses.of(graph);
    system = out.system;
    stacks = FrameStacks.of(function);
    atExit = new int[graph.blockCount()][][];
    places = new PlaceWriter(this);
    values = new ValueWriter(this, callees);
  }

  /// Writes everything down and solves it.
  static void write(Constraints out, Callees callees) {
    BodyWriter writer = new BodyWriter(out, callees);
    for (int block = 0; block < writer.graph.blockCount(); block++) {
      writer.block(block);
    }
    out.system.solve();
  }

  Constraints out() {
    return out;
  }

  Inclusions system() {
    return system;
  }

  PlaceWriter places() {
    return places;
  }

  ValueWriter values() {
    return values;
  }

  int loop() {
    return graph.loopOf(block);
  }

  Shape shapeOf(Type type) {
    return out.shapes.of(type);
  }

  int newVariable() {
    return system.newVariable();
  }

  int reason(Reason reason) {
    return out.reason(reason);
  }

  /// What the leaves of a local hold here.
  int[] local(IrFunction.Local local) {
    int[] held = locals[local.index()];
    return held == null ? new int[shapeOf(local.type()).size()] : held;
  }

  void setLocal(IrFunction.Local local, int[] leaves) {
    locals[local.index()] = leaves;
  }

  void event(Events.Kind kind, int subject, int reason) {
    out.events.add(block, kind, subject, reason);
  }

  /// The memory behind `variable` is touched.
  void touch(int variable, Reason reason) {
    if (variable != Inclusions.STATIC) {
      event(Events.Kind.USE, variable, reason(reason));
    }
  }

  /// What was known of a path, it is known anew.
  void forget(Narrowing.Path path) {
    event(Events.Kind.TESTED, out.narrowing.number(path), 0);
  }

  void birth(Atom atom, Reason reason) {
    out.births.put(atom, reason);
    event(Events.Kind.BIRTH, atom.id(), reason(reason));
  }

  /// The frame that holds the temporaries of this instruction.
  Atom frame() {
    int innermost = openFrames.isEmpty() ? 0 : openFrames.getLast();
    return frame(innermost);
  }

  private Atom frame(int number) {
    Atom known = frames.get(number);
    if (known == null) {
      known = system.heap().atom(Atom.Kind.FRAME, loop(), Atom.NO_PARENTS, false);
      frames.put(number, known);
    }
    return known;
  }

  private void block(int number) {
    block = number;
    out.events.beginBlock(number);
    openFrames = new ArrayList<>(stacks.atEntry(number));
    locals = number == 0 && graph.predecessors(0).length == 0 ? parameters() : join(number);
    IrFunction.Block code = function.blocks().get(number);
    for (Instruction instruction : code.instructions()) {
      instruction(instruction);
      FrameStacks.pass(instruction, openFrames);
    }
    terminator(code.end());
    atExit[number] = locals;
    for (int successor : code.end().successors()) {
      if (FlowGraph.goesBack(number, successor)) {
        closeLoop(successor);
      }
    }
  }

  private int[][] parameters() {
    int[][] held = new int[function.locals().size()][];
    for (int i = 0; i < function.parameters(); i++) {
      IrFunction.Local parameter = function.locals().get(i);
      Shape shape = shapeOf(parameter.type());
      int[] leaves = new int[shape.size()];
      int why = reason(new Reason.Given(parameter));
      for (int leaf = 0; leaf < leaves.length; leaf++) {
        leaves[leaf] = newVariable();
        Position position = new Position(parameter.name(), shape.leaf(leaf).path());
        system.heap().interfaceLeaf(leaves[leaf], position, shape.leaf(leaf).type(), why);
      }
      held[i] = leaves;
    }
    return held;
  }

  private int[][] join(int number) {
    List<int[][]> known = new ArrayList<>();
    if (number == 0) {
      known.add(parameters());
    }
    for (int predecessor : graph.predecessors(number)) {
      if (!FlowGraph.goesBack(predecessor, number)) {
        known.add(atExit[predecessor]);
      }
    }
    int[][] held = known.getFirst().clone();
    boolean head = graph.isHead(number);
    if (known.size() == 1 && !head) {
      return held;
    }
    var written = head ? uses.writtenIn(graph, graph.loopOf(number)) : null;
    Map<Integer, int[]> joins = new HashMap<>();
    var live = uses.liveAtEntry(number);
    for (int local = 0; local < held.length; local++) {
      if (!live.contains(local)) {
        held[local] = null;
      } else if (shapeOf(function.locals().get(local).type()).size() > 0) {
        boolean changes = written != null && written.contains(local);
        held[local] = joined(local, known, changes);
        if (changes) {
          joins.put(local, held[local]);
        }
      }
    }
    if (head) {
      joinsOfHeads.put(number, joins);
    }
    return held;
  }

  /// @param always whether to make fresh variables even where all paths agree so far
  private int[] joined(int local, List<int[][]> paths, boolean always) {
    int[] joined = new int[shapeOf(function.locals().get(local).type()).size()];
    for (int leaf = 0; leaf < joined.length; leaf++) {
      int first = leafOf(paths.getFirst(), local, leaf);
      boolean agree = !always;
      for (int[][] path : paths) {
        agree &= leafOf(path, local, leaf) == first;
      }
      joined[leaf] = agree ? first : newVariable();
      if (!agree) {
        for (int[][] path : paths) {
          system.flow(leafOf(path, local, leaf), joined[leaf], 0);
        }
      }
    }
    return joined;
  }

  private static int leafOf(int[][] path, int local, int leaf) {
    return path[local] == null ? Inclusions.STATIC : path[local][leaf];
  }

  private void closeLoop(int head) {
    int loop = graph.loopOf(head);
    Objects.requireNonNull(joinsOfHeads.get(head), "every head was entered")
        .forEach(
            (local, joined) -> {
              for (int leaf = 0; leaf < joined.length; leaf++) {
                system.turn(leafOf(locals, local, leaf), joined[leaf], loop, 0);
              }
            });
  }

  private void instruction(Instruction instruction) {
    switch (instruction) {
      case Instruction.Assign assign -> assign(assign);
      case Instruction.Evaluate(Value value, _) -> values.write(value);
      case Instruction.Free free -> {
        int arena = values.write(free.arena())[0];
        Events.Kind kind = free.scoped() ? Events.Kind.FREE_SCOPED : Events.Kind.FREE;
        event(kind, arena, reason(new Reason.Freed(free)));
      }
      case Instruction.Reset reset -> reset(reset);
      case Instruction.EnterFrame(int number, var span) -> {
        birth(frame(number), new Reason.None(span));
      }
      case Instruction.LeaveFrame(int number, var span) ->
          event(Events.Kind.END, frame(number).id(), reason(new Reason.FrameLeft(span)));
    }
  }

  private void assign(Instruction.Assign assign) {
    PlaceWriter.Target target = places.target(assign.place());
    int[] leaves = values.write(assign.value());
    Reason reason = new Reason.Stored(assign.place(), assign.value());
    places.write(target, assign.place(), leaves, reason);
    out.names.note(assign);
  }

  /// The arena that was ends; the handle, where it is a local, stands for a new one.
  private void reset(Instruction.Reset reset) {
    int arena = values.write(reset.arena())[0];
    Reason reason = new Reason.Emptied(reset);
    event(Events.Kind.FREE, arena, reason(reason));
    if (reset.arena() instanceof Value.Read(Place.OfLocal(var local), _, _)) {
      setLocal(local, new int[] {values.emptied(arena, reason)});
    }
  }

  private void terminator(Terminator terminator) {
    switch (terminator) {
      case Terminator.Goto _, Terminator.Unreachable _ -> {}
      case Terminator.Branch(Value condition, _, _, _) -> values.write(condition);
      case Terminator.Panic(Value message, _) -> values.touched(message);
      case Terminator.Return(Value value, _) -> {
        if (value != null) {
          Reason reason = new Reason.Returned(value);
          int why = reason(reason);
          int[] leaves = values.write(value);
          for (int leaf = 0; leaf < leaves.length; leaf++) {
            system.flow(leaves[leaf], out.result[leaf], why);
            event(Events.Kind.EXIT, leaves[leaf], why);
          }
        }
      }
    }
  }
}
