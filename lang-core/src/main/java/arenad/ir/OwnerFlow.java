package arenad.ir;

import arenad.text.Span;
import arenad.type.Owners;
import arenad.typed.Operation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which owners stand in the places of a function's locals at each point, by a forward data flow: a handle is
/// there from an assignment to its place until it is moved or dropped. Where paths meet, it counts as gone
/// when it is gone on one of them; [arenad.lower] drops it at the end of the others.
///
/// What stands in memory is not followed: a handle there is never moved out without another in its place.
public final class OwnerFlow {

  /// A handle in a local.
  public record Tracked(IrFunction.Local local, Owners.Handle handle) {

    /// The place of the handle.
    public Place place() {
      Place place = new Place.OfLocal(local);
      for (Owners.Step step : handle.steps()) {
        place = new Place.Member(place, step.index(), step.name(), step.type());
      }
      return place;
    }
  }

  /// Is told where handles are wanted that may be gone.
  public interface Listener {
    /// @param place that is read, or lent
    /// @param movedBy the move that has taken it, or null when it never was there
    void missing(Place place, Span at, Tracked tracked, @Nullable Span movedBy);
  }

  private static final int PRESENT = 0;
  private static final int ABSENT = 1;

  private final IrFunction function;
  private final List<Tracked> tracked = new ArrayList<>();
  private final Map<Integer, int[]> ofLocal = new HashMap<>();
  private final List<Span> moves = new ArrayList<>();
  private final Map<Value, Integer> numbers = new IdentityHashMap<>();
  private final int[] @Nullable [] atEntry;
  private final int[] @Nullable [] atExit;

  private OwnerFlow(IrFunction function, Owners owners) {
    this.function = function;
    for (IrFunction.Local local : function.locals()) {
      if (owners.holds(local.type())) {
        List<Owners.Handle> handles = owners.handles(local.type());
        ofLocal.put(local.index(), new int[] {tracked.size(), tracked.size() + handles.size()});
        handles.forEach(handle -> tracked.add(new Tracked(local, handle)));
      }
    }
    atEntry = new int[function.blocks().size()][];
    atExit = new int[function.blocks().size()][];
  }

  /// The flow, or null where no local holds an owner.
  public static @Nullable OwnerFlow of(IrFunction function, Owners owners) {
    OwnerFlow flow = new OwnerFlow(function, owners);
    if (flow.tracked.isEmpty()) {
      return null;
    }
    flow.solve();
    return flow;
  }

  private void solve() {
    int[] start = new int[tracked.size()];
    for (int i = 0; i < start.length; i++) {
      start[i] = tracked.get(i).local().index() < function.parameters() ? PRESENT : ABSENT;
    }
    atEntry[0] = start;
    Deque<Integer> work = new ArrayDeque<>(List.of(0));
    while (!work.isEmpty()) {
      int block = work.poll();
      State state = new State(entry(block).clone(), null);
      IrFunction.Block code = function.blocks().get(block);
      code.instructions().forEach(state::pass);
      Values.valuesOf(code.end()).forEach(state::pass);
      atExit[block] = state.handles;
      for (int successor : code.end().successors()) {
        if (arrive(successor, state.handles)) {
          work.add(successor);
        }
      }
    }
  }

  private int[] entry(int block) {
    int[] known = atEntry[block];
    return known == null ? new int[tracked.size()] : known;
  }

  private boolean arrive(int block, int[] handles) {
    int[] known = atEntry[block];
    if (known == null) {
      atEntry[block] = handles.clone();
      return true;
    }
    boolean changed = false;
    for (int i = 0; i < handles.length; i++) {
      if (handles[i] > known[i]) {
        known[i] = handles[i];
        changed = true;
      }
    }
    return changed;
  }

  /// The handles that are there at the end of a block and count as gone where it leads: what the edge drops.
  public List<Tracked> lostBetween(int block, int successor) {
    List<Tracked> lost = new ArrayList<>();
    int[] exit = atExit[block];
    int[] entry = atEntry[successor];
    for (int i = tracked.size() - 1; i >= 0 && exit != null && entry != null; i--) {
      if (exit[i] == PRESENT && entry[i] != PRESENT) {
        lost.add(tracked.get(i));
      }
    }
    return lost;
  }

  /// The state that goes along the instructions of a block, one after the other.
  public State stateAt(int block) {
    return new State(entry(block).clone(), null);
  }

  /// Tells of every handle that is wanted where it may be gone.
  public void report(Listener listener) {
    for (int block = 0; block < function.blocks().size(); block++) {
      if (atEntry[block] != null) {
        State state = new State(entry(block).clone(), listener);
        IrFunction.Block code = function.blocks().get(block);
        code.instructions().forEach(state::pass);
        Values.valuesOf(code.end()).forEach(state::pass);
      }
    }
  }

  /// The local that a place lies in, and the members from there; null for memory.
  private record Way(IrFunction.Local local, List<Integer> members) {}

  private static @Nullable Way wayTo(Place place) {
    return switch (place) {
      case Place.OfLocal(var local) -> new Way(local, List.of());
      case Place.Member(Place container, int index, _, _) -> {
        Way way = wayTo(container);
        if (way == null) {
          yield null;
        }
        List<Integer> longer = new ArrayList<>(way.members());
        longer.add(index);
        yield new Way(way.local(), longer);
      }
      case Place.Slot(Place array, _, _) -> wayTo(array);
      // A union owns nothing.
      case Place.Payload _, Place.Object _, Place.Element _ -> null;
    };
  }

  /// The handles in a place of a local: those below it, or the one that it lies in.
  private int[] handlesIn(Place place) {
    Way way = wayTo(place);
    int[] range = way == null ? null : ofLocal.get(way.local().index());
    if (way == null || range == null) {
      return new int[0];
    }
    int[] found = new int[range[1] - range[0]];
    int count = 0;
    for (int i = range[0]; i < range[1]; i++) {
      List<Owners.Step> steps = tracked.get(i).handle().steps();
      int shared = Math.min(steps.size(), way.members().size());
      boolean same = true;
      for (int k = 0; k < shared; k++) {
        same &= steps.get(k).index() == way.members().get(k);
      }
      if (same) {
        found[count++] = i;
      }
    }
    return Arrays.copyOf(found, count);
  }

  /// Which handles are there at a point.
  public final class State {
    private final int[] handles;
    private final @Nullable Listener listener;

    private State(int[] handles, @Nullable Listener listener) {
      this.handles = handles;
      this.listener = listener;
    }

    /// The handles of a local's place that are there.
    public List<Tracked> presentIn(Place place) {
      List<Tracked> present = new ArrayList<>();
      for (int handle : handlesIn(place)) {
        if (handles[handle] == PRESENT) {
          present.add(tracked.get(handle));
        }
      }
      return present.reversed();
    }

    /// Whether the place lies in a local, and so is followed.
    public boolean follows(Place place) {
      return wayTo(place) != null;
    }

    public void pass(Instruction instruction) {
      if (instruction instanceof Instruction.Assign(Place place, Value value, _, _)) {
        Values.operandsOf(place).forEach(this::pass);
        pass(value);
        set(place, PRESENT);
        return;
      }
      Value dropped = dropped(instruction);
      if (dropped instanceof Value.Read(Place place, _, _)) {
        Values.operandsOf(place).forEach(this::pass);
        set(place, ABSENT);
        return;
      }
      Values.valuesOf(instruction).forEach(this::pass);
    }

    private void set(Place place, int state) {
      Way way = wayTo(place);
      for (int handle : handlesIn(place)) {
        boolean whole =
            way != null && tracked.get(handle).handle().steps().size() >= way.members().size();
        if (whole && !(place instanceof Place.Slot)) {
          handles[handle] = state;
        }
      }
    }

    private void pass(Value value) {
      Values.operandsOf(value).forEach(this::pass);
      switch (value) {
        case Value.Read(Place place, _, Span span) -> wanted(place, span);
        case Value.Borrow(Place place, _, Span span) -> wanted(place, span);
        case Value.Call call -> call.arguments().forEach(this::stillLent);
        case Value.Intrinsic(Operation operation, var arguments, _, Span span)
            when operation == Operation.OWNER_MOVE
                && arguments.getFirst() instanceof Value.Read(Place place, _, _) -> {
          Integer number = numbers.get(value);
          if (number == null) {
            moves.add(span);
            number = ABSENT + moves.size();
            numbers.put(value, number);
          }
          set(place, number);
        }
        case Value _ -> {}
      }
    }

    /// What is lent for a call must not be moved by a later argument of it.
    private void stillLent(Value argument) {
      if (argument instanceof Value.Borrow(Place place, _, Span span)) {
        wanted(place, span);
      }
    }

    private void wanted(Place place, Span at) {
      if (listener == null) {
        return;
      }
      for (int handle : handlesIn(place)) {
        if (handles[handle] != PRESENT) {
          int by = handles[handle] - ABSENT - 1;
          listener.missing(place, at, tracked.get(handle), by < 0 ? null : moves.get(by));
        }
      }
    }
  }

  /// What an instruction drops, or null.
  public static @Nullable Value dropped(Instruction instruction) {
    return instruction instanceof Instruction.Evaluate(Value value, _)
            && value instanceof Value.Intrinsic(Operation operation, var arguments, _, _)
            && operation == Operation.OWNER_DROP
        ? arguments.getFirst()
        : null;
  }
}
