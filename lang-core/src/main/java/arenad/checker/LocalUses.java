package arenad.checker;

import arenad.ir.Instruction;
import arenad.ir.IrFunction;
import arenad.ir.Place;
import arenad.ir.Value;
import arenad.ir.Values;
import arenad.lifetime.BitRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which locals may still be read at the entry of each block, and which a block writes. Joins are
/// made for these alone.
final class LocalUses {

  private final List<BitRow> liveAtEntry = new ArrayList<>();
  private final List<BitRow> written = new ArrayList<>();

  private LocalUses() {}

  static LocalUses of(FlowGraph graph) {
    LocalUses uses = new LocalUses();
    List<BitRow> reads = new ArrayList<>();
    List<BitRow> kills = new ArrayList<>();
    for (IrFunction.Block block : graph.function().blocks()) {
      BitRow read = new BitRow();
      BitRow killed = new BitRow();
      BitRow writes = new BitRow();
      for (Instruction instruction : block.instructions()) {
        uses.pass(instruction, read, killed, writes);
      }
      for (Value value : Values.valuesOf(block.end())) {
        readsOf(value, read, killed, writes);
      }
      reads.add(read);
      kills.add(killed);
      uses.written.add(writes);
      uses.liveAtEntry.add(read.copy());
    }
    uses.solve(graph, kills);
    return uses;
  }

  private void pass(Instruction instruction, BitRow read, BitRow killed, BitRow writes) {
    for (Value value : Values.valuesOf(instruction)) {
      readsOf(value, read, killed, writes);
    }
    Place place =
        switch (instruction) {
          case Instruction.Assign(Place target, _, _, _) -> target;
          case Instruction.Reset(Value.Read(Place target, _, _), _) -> target;
          case Instruction.Evaluate _,
              Instruction.Free _,
              Instruction.Reset _,
              Instruction.EnterFrame _,
              Instruction.LeaveFrame _,
              Instruction.BeginTurns _ ->
              null;
        };
    if (instruction instanceof Instruction.LeaveFrame(_, var kept, _)) {
      kept.forEach(local -> writes.add(local.index()));
    }
    if (place instanceof Place.OfLocal(var local)) {
      killed.add(local.index());
      writes.add(local.index());
    } else if (place != null) {
      IrFunction.Local local = rootOf(place);
      if (local != null) {
        // Only a part is written: the rest must be there.
        read(local.index(), read, killed);
        writes.add(local.index());
      }
    }
  }

  private static void readsOf(Value value, BitRow read, BitRow killed, BitRow writes) {
    Values.anyIn(
        value,
        each -> {
          if (each instanceof Value.Read(Place place, _, _)) {
            IrFunction.Local local = rootOf(place);
            if (local != null) {
              read(local.index(), read, killed);
            }
          } else if (each instanceof Value.Borrow(Place place, _, _)) {
            IrFunction.Local local = rootOf(place);
            if (local != null) {
              read(local.index(), read, killed);
              writes.add(local.index());
            }
          }
          return false;
        });
  }

  private static void read(int local, BitRow read, BitRow killed) {
    if (!killed.contains(local)) {
      read.add(local);
    }
  }

  /// The local that the place is in, or null when it is in memory.
  static IrFunction.@Nullable Local rootOf(Place place) {
    return switch (place) {
      case Place.OfLocal(var local) -> local;
      case Place.Member(Place container, _, _, _) -> rootOf(container);
      case Place.Payload(Place union, _, _) -> rootOf(union);
      case Place.Slot(Place array, _, _) -> rootOf(array);
      case Place.Object _, Place.Element _ -> null;
    };
  }

  private void solve(FlowGraph graph, List<BitRow> kills) {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int block = graph.blockCount() - 1; block >= 0; block--) {
        BitRow after = new BitRow();
        for (int successor : graph.function().blocks().get(block).end().successors()) {
          after.addAll(liveAtEntry.get(successor));
        }
        kills.get(block).forEach(after::remove);
        changed |= liveAtEntry.get(block).addAll(after);
      }
    }
  }

  BitRow liveAtEntry(int block) {
    return liveAtEntry.get(block);
  }

  /// The locals that some block of the loop writes.
  BitRow writtenIn(FlowGraph graph, int loop) {
    BitRow all = new BitRow();
    for (int block = 0; block < graph.blockCount(); block++) {
      if (graph.nest().isInside(graph.loopOf(block), loop)) {
        all.addAll(written.get(block));
      }
    }
    return all;
  }
}
