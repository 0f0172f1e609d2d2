package arenad.ir;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The promises of a graph that need its paths: blocks in reverse post-order and all reached,
/// frames and scoped arenas nested and ended alike on every way to a block and all ended at a
/// return, temporaries assigned before they are read.
final class FlowRules {

  private final IrFunction function;
  private final TreeSet<String> problems = new TreeSet<>();
  private final @Nullable State[] atEntry;

  private FlowRules(IrFunction function) {
    this.function = function;
    atEntry = new State[function.blocks().size()];
  }

  /// @param open frames and scoped arenas, the innermost last
  /// @param assigned the locals that every way here has assigned
  private record State(List<String> open, BitSet assigned) {
    State copy() {
      return new State(new ArrayList<>(open), (BitSet) assigned.clone());
    }
  }

  static List<String> problemsOf(IrFunction function) {
    FlowRules rules = new FlowRules(function);
    rules.order();
    rules.states();
    return List.copyOf(rules.problems);
  }

  private void order() {
    boolean[] reached = new boolean[function.blocks().size()];
    reached[0] = true;
    for (int i = 0; i < reached.length; i++) {
      if (!reached[i]) {
        problems.add("block " + i + ": no earlier block leads here");
      }
      function.blocks().get(i).end().successors().forEach(next -> reached[next] = true);
    }
  }

  private void states() {
    BitSet parameters = new BitSet();
    parameters.set(0, function.parameters());
    atEntry[0] = new State(List.of(), parameters);
    Deque<Integer> work = new ArrayDeque<>(List.of(0));
    while (!work.isEmpty()) {
      int block = work.poll();
      State state = through(block);
      for (int successor : function.blocks().get(block).end().successors()) {
        if (arrive(successor, state)) {
          work.add(successor);
        }
      }
    }
  }

  private State through(int number) {
    IrFunction.Block block = function.blocks().get(number);
    State state = Objects.requireNonNull(atEntry[number]).copy();
    for (Instruction instruction : block.instructions()) {
      Values.valuesOf(instruction).forEach(value -> readsAssigned(value, state, number));
      step(instruction, state, number);
    }
    Values.valuesOf(block.end()).forEach(value -> readsAssigned(value, state, number));
    if (block.end() instanceof Terminator.Return && !state.open().isEmpty()) {
      problems.add("block " + number + ": returns inside " + state.open());
    }
    return state;
  }

  private void step(Instruction instruction, State state, int block) {
    switch (instruction) {
      case Instruction.Assign(Place place, Value value, _, _) -> {
        if (place instanceof Place.OfLocal(var local)) {
          state.assigned().set(local.index());
          if (value instanceof Value.NewArena(var kind, _, _, _, _) && isScoped(kind)) {
            state.open().add("arena " + local.index());
          }
        }
      }
      case Instruction.EnterFrame(int frame, _) -> state.open().add("frame " + frame);
      case Instruction.LeaveFrame(int frame, var kept, _) -> {
        kept.forEach(local -> requireAssigned(local, state, block));
        end("frame " + frame, state, block);
      }
      case Instruction.Free(Value arena, boolean scoped, _) -> {
        if (scoped && arena instanceof Value.Read(Place.OfLocal(var local), _, _)) {
          end("arena " + local.index(), state, block);
        }
      }
      case Instruction.Evaluate _, Instruction.Reset _, Instruction.BeginTurns _ -> {}
    }
  }

  private static boolean isScoped(Value.ArenaKind kind) {
    return switch (kind) {
      case SCOPED, REGION -> true;
      case ROOT, SUB -> false;
    };
  }

  private void end(String ended, State state, int block) {
    if (state.open().isEmpty() || !state.open().getLast().equals(ended)) {
      problems.add("block " + block + ": ends " + ended + " inside " + state.open());
    } else {
      state.open().removeLast();
    }
  }

  /// Returns whether the state at the block's entry has changed.
  private boolean arrive(int block, State state) {
    State before = atEntry[block];
    if (before == null) {
      atEntry[block] = state.copy();
      return true;
    }
    if (!before.open().equals(state.open())) {
      problems.add("block " + block + ": entered in " + before.open() + " and in " + state.open());
    }
    int known = before.assigned().cardinality();
    before.assigned().and(state.assigned());
    return before.assigned().cardinality() != known;
  }

  private void readsAssigned(Value value, State state, int block) {
    Values.anyIn(
        value,
        each -> {
          IrFunction.Local local = localReadBy(each);
          if (local != null) {
            requireAssigned(local, state, block);
          }
          return false;
        });
  }

  private void requireAssigned(IrFunction.Local local, State state, int block) {
    if (!state.assigned().get(local.index())) {
      problems.add("block " + block + ": reads local " + local.index() + " unassigned");
    }
  }

  private static IrFunction.@Nullable Local localReadBy(Value value) {
    Place place =
        value instanceof Value.Read(Place read, _, _)
            ? read
            : value instanceof Value.Borrow(Place borrowed, _, _) ? borrowed : null;
    while (place instanceof Place.Member || place instanceof Place.Payload) {
      place =
          place instanceof Place.Member(Place container, _, _, _)
              ? container
              : ((Place.Payload) place).union();
    }
    return place instanceof Place.OfLocal(var local) ? local : null;
  }
}
