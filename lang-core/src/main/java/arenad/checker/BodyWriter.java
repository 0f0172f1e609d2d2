package arenad.checker;

import arenad.ir.FrameStacks;
import arenad.ir.Instruction;
import arenad.ir.IrFunction;
import arenad.ir.Place;
import arenad.ir.Terminator;
import arenad.ir.Value;
import arenad.lifetime.Atom;
import arenad.lifetime.BitRow;
import arenad.lifetime.Inclusions;
import arenad.lifetime.Position;
import arenad.lifetime.Renaming;
import arenad.lifetime.Shape;
import arenad.lifetime.Shapes;
import arenad.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
  private final Map<Integer, List<Joint>> jointsOfHeads = new HashMap<>();
  private final Handles handles;
  private final Map<Integer, Atom> frames = new HashMap<>();
  private final FrameStacks stacks;

  private int block;
  private int[][] locals = new int[0][];
  private List<Integer> openFrames = List.of();

  /// A leaf of a local where paths meet.
  ///
  /// @param joined the fresh variable
  /// @param variables of each path
  private record Joint(int local, int leaf, int joined, int[] variables) {}

  private BodyWriter(Constraints out, LocalUses uses, Callees callees, Handles.Doubts doubts) {
    this.out = out;
    handles = new Handles(out, doubts);
    graph = out.graph;
    function = graph.function();
    this.uses = uses;
    system = out.system;
    stacks = FrameStacks.of(function);
    atExit = new int[graph.blockCount()][][];
    places = new PlaceWriter(this);
    values = new ValueWriter(this, callees);
  }

  /// Writes everything down and solves it.
  static Constraints solved(
      FlowGraph graph, LocalUses uses, Shapes shapes, Callees callees, boolean tracing) {
    Handles.Doubts doubts = new Handles.Doubts();
    while (true) {
      Constraints out = new Constraints(graph, shapes, tracing);
      BodyWriter writer = new BodyWriter(out, uses, callees, doubts);
      for (int block = 0; block < graph.blockCount(); block++) {
        writer.block(block);
      }
      if (!writer.handles.isDisappointed()) {
        out.system.solve();
        return out;
      }
    }
  }

  Handles handles() {
    return handles;
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

  int block() {
    return block;
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
    system.heap().at(number);
    out.events.beginBlock(number);
    values.owners().beginBlock();
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
        Type type = shape.leaf(leaf).type();
        Atom atom = system.heap().interfaceLeaf(leaves[leaf], position, type, why);
        if (type instanceof Type.Arena && !atom.isMany()) {
          handles.exactly(leaves[leaf], atom);
        }
      }
      held[i] = leaves;
    }
    return held;
  }

  private int[][] join(int number) {
    List<int[][]> paths = new ArrayList<>();
    List<Renaming> renamings = new ArrayList<>();
    if (number == 0) {
      paths.add(parameters());
      renamings.add(handles.forward(0, 0));
    }
    for (int predecessor : graph.predecessors(number)) {
      if (!FlowGraph.goesBack(predecessor, number)) {
        Renaming renaming = handles.forward(predecessor, number);
        out.renamings.put(new Constraints.Edge(predecessor, number), renaming);
        paths.add(atExit[predecessor]);
        renamings.add(renaming);
      }
    }
    int[][] held = paths.getFirst().clone();
    if (paths.size() == 1 && !graph.isHead(number)) {
      return held;
    }
    BitRow live = uses.liveAtEntry(number);
    for (int local = 0; local < held.length; local++) {
      if (!live.contains(local)) {
        held[local] = null;
      }
    }
    join(number, held, paths, renamings);
    return held;
  }

  /// Fresh variables for the leaves on which the paths disagree or, at a loop's head, which a turn
  /// writes. Handles first: they say what goes by other names afterwards.
  private void join(int number, int[][] held, List<int[][]> paths, List<Renaming> renamings) {
    boolean head = graph.isHead(number);
    BitRow written = head ? uses.writtenIn(graph, graph.loopOf(number)) : new BitRow();
    List<Joint> joints = new ArrayList<>();
    for (int local = 0; local < held.length; local++) {
      if (held[local] == null && !uses.liveAtEntry(number).contains(local)) {
        continue;
      }
      held[local] = paths.getFirst()[local] == null ? null : held[local].clone();
      Shape shape = shapeOf(function.locals().get(local).type());
      for (int leaf = 0; leaf < shape.size(); leaf++) {
        int[] variables = new int[paths.size()];
        for (int path = 0; path < variables.length; path++) {
          variables[path] = leafOf(paths.get(path), local, leaf);
        }
        if (written.contains(local) || !agree(variables)) {
          held[local] = held[local] == null ? new int[shape.size()] : held[local];
          held[local][leaf] = newVariable();
          joints.add(new Joint(local, leaf, held[local][leaf], variables));
        }
      }
    }
    joinHandles(number, joints, renamings, head);
    for (Joint joint : joints) {
      for (int path = 0; path < paths.size(); path++) {
        system.rename(joint.variables()[path], joint.joined(), renamings.get(path), 0);
      }
    }
    if (head) {
      jointsOfHeads.put(number, joints);
    }
  }

  private void joinHandles(int number, List<Joint> joints, List<Renaming> renamings, boolean head) {
    for (Joint joint : joints) {
      Shape shape = shapeOf(function.locals().get(joint.local()).type());
      if (shape.leaf(joint.leaf()).type() instanceof Type.Arena) {
        Atom atom =
            handles.join(number, joint.local(), joint.leaf(), joint.variables(), renamings, head);
        if (atom != null) {
          handles.exactly(joint.joined(), atom);
        }
      }
    }
  }

  private static boolean agree(int[] variables) {
    for (int variable : variables) {
      if (variable != variables[0]) {
        return false;
      }
    }
    return true;
  }

  private static int leafOf(int[][] path, int local, int leaf) {
    return path[local] == null ? Inclusions.STATIC : path[local][leaf];
  }

  private void closeLoop(int head) {
    Renaming renaming = handles.back(head);
    handles.close(head, locals, renaming);
    out.renamings.put(new Constraints.Edge(block, head), renaming);
    for (Joint joint : jointsOfHeads.getOrDefault(head, List.of())) {
      int from = leafOf(locals, joint.local(), joint.leaf());
      system.rename(from, joint.joined(), renaming, 0);
    }
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
      case Instruction.EnterFrame(int number, var span) ->
          birth(frame(number), new Reason.None(span));
      case Instruction.LeaveFrame leave -> leave(leave);
      case Instruction.BeginTurns _ -> {}
    }
  }

  /// What is kept goes on in the frame around.
  private void leave(Instruction.LeaveFrame leave) {
    Atom frame = frame(leave.frame());
    for (IrFunction.Local kept : leave.kept()) {
      Renaming moving = Renaming.inPlace();
      moving.handle(frame, frame(openFrames.get(openFrames.size() - 2)));
      int[] before = local(kept);
      int[] after = new int[before.length];
      for (int leaf = 0; leaf < before.length; leaf++) {
        after[leaf] = newVariable();
        system.rename(before[leaf], after[leaf], moving, 0);
      }
      setLocal(kept, after);
    }
    event(Events.Kind.END, frame.id(), reason(new Reason.FrameLeft(leave.span())));
  }

  private void assign(Instruction.Assign assign) {
    PlaceWriter.Target target = places.target(assign.place());
    int found = out.events.size();
    int[] leaves = values.write(assign.value());
    if (assign.place() instanceof Place.OfLocal(var local) && local.isTemporary()) {
      out.evaluated.put(local.index(), new Constraints.Point(block, out.events.size()));
    }
    Reason reason = new Reason.Stored(assign.place(), assign.value());
    places.write(target, assign.place(), found, leaves, reason);
    places.settled(assign);
    out.names.note(assign);
  }

  /// The arena that was ends; the handle, where it is a local or a part of one, stands for a new one.
  private void reset(Instruction.Reset reset) {
    int arena = values.write(reset.arena())[0];
    Reason reason = new Reason.Emptied(reset);
    event(Events.Kind.FREE, arena, reason(reason));
    if (reset.arena() instanceof Value.Read(Place place, _, _)
        && LocalUses.rootOf(place) != null
        && places.target(place)
            instanceof PlaceWriter.Target.InLocal(var local, int leaf, boolean weak)
        && !weak) {
      int[] held = local(local).clone();
      held[leaf] = values.emptied(arena, reason);
      setLocal(local, held);
    }
  }

  private void terminator(Terminator terminator) {
    switch (terminator) {
      case Terminator.Goto _, Terminator.Unreachable _ -> {}
      case Terminator.Branch(Value condition, _, _, _) -> values.write(condition);
      case Terminator.Switch(Value union, _, _) -> {
        values.write(union);
        Narrowing.Path path = Narrowing.pathOf(union);
        if (path != null) {
          forget(path.matched());
        }
      }
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
