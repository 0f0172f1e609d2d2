package arenad.oracle;

import arenad.type.Type;
import arenad.typed.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Operations on handles of owned memory.
final class OwnerOperations {

  private final SimulatedMemory memory;

  OwnerOperations(SimulatedMemory memory) {
    this.memory = memory;
  }

  static boolean are(Operation operation) {
    return switch (operation) {
      case OWNER_VALUE,
          OWNER_MOVE,
          OWNER_COPY,
          OWNER_DROP,
          OWNER_TAKE,
          OWNED_NEW,
          SHARED_NEW,
          SHARED_COUNT,
          SHARED_WEAK,
          WEAK_UPGRADE,
          REGION_BEGIN,
          REGION_SEAL,
          REGION_ARENA,
          REGION_COMPACT,
          REGION_BYTES ->
          true;
      default -> false;
    };
  }

  /// Leaves nothing in storage that can be used or dropped.
  static void empty(Cell cell) {
    switch (cell.get()) {
      case Datum.Owner _ -> cell.set(new Datum.Gone());
      case Datum.Aggregate(List<Cell> members) -> members.forEach(OwnerOperations::empty);
      case Datum _ -> {}
    }
  }

  static boolean isGone(Datum datum) {
    return datum instanceof Datum.Gone
        || datum instanceof Datum.Aggregate(List<Cell> members)
            && members.stream().anyMatch(member -> !member.isEmpty() && isGone(member.get()));
  }

  @Nullable Datum of(Operation operation, List<Datum> data, Type type) {
    return switch (operation) {
      case OWNER_MOVE -> data.getFirst();
      case OWNER_COPY -> {
        retain(data.getFirst());
        yield data.getFirst();
      }
      case OWNER_DROP -> {
        memory.drop(data.getFirst());
        yield null;
      }
      case OWNER_VALUE -> block(data).content();
      case OWNED_NEW -> made(data.getFirst(), false);
      case SHARED_NEW -> made(data.getFirst(), true);
      case SHARED_COUNT -> new Datum.Whole(block(data).count());
      case SHARED_WEAK -> {
        block(data).retain(true);
        yield new Datum.Owner(block(data), true);
      }
      case WEAK_UPGRADE -> {
        if (block(data).count() == 0) {
          yield new Datum.Absent();
        }
        block(data).retain(false);
        yield new Datum.Owner(block(data), false);
      }
      case REGION_BEGIN -> new Datum.Handle(memory.newArena("a region", true, null));
      case REGION_SEAL -> sealed(data);
      case REGION_ARENA -> new Datum.Handle(memory.arenaOf((Datum.Reference) data.getFirst()));
      case REGION_BYTES -> new Datum.Whole(block(data).arena().used());
      case REGION_COMPACT -> compacted(block(data));
      default -> throw new IllegalStateException("owns nothing: " + operation);
    };
  }

  private static OwnedBlock block(List<Datum> data) {
    return ((Datum.Owner) data.getFirst()).block();
  }

  private Datum made(Datum value, boolean counted) {
    SimulatedArena arena = memory.newArena("what an owner holds", true, null);
    Datum content = new Cloning(memory, arena).of(value);
    return memory.own(arena, memory.allocate(arena, content), counted);
  }

  private Datum sealed(List<Datum> data) {
    SimulatedArena arena = ((Datum.Handle) data.getFirst()).arena();
    Datum.Reference root = (Datum.Reference) data.getLast();
    if (root.home() != arena.generation()) {
      throw new SimulatedMemory.Violation(
          MemoryTrap.Kind.WRITE_LAW, "the root of a region lies in " + root.home());
    }
    return memory.own(arena, root, false);
  }

  private Datum compacted(OwnedBlock old) {
    SimulatedArena arena = memory.newArena("a region", true, null);
    Datum.Reference root = (Datum.Reference) new Cloning(memory, arena).of(old.content());
    memory.replace(old);
    return memory.own(arena, root, false);
  }

  private static void retain(Datum datum) {
    switch (datum) {
      case Datum.Owner(OwnedBlock block, boolean weak) -> block.retain(weak);
      case Datum.Aggregate(List<Cell> members) -> members.forEach(member -> retain(member.get()));
      case Datum _ -> {}
    }
  }
}
