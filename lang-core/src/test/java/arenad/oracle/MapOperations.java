package arenad.oracle;

import arenad.typed.Operation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Maps: entries in the order in which keys came, and the operations on them.
final class MapOperations {

  /// One entry; its storage is where `m[k].f = v` writes.
  record Entry(Datum key, Cell value) {}

  private MapOperations() {}

  static @Nullable Datum of(
      Operation operation, List<Datum> data, SimulatedMemory memory, Home frame) {
    if (operation == Operation.MAP_NEW) {
      SimulatedArena arena = ((Datum.Handle) data.getFirst()).arena();
      SimulatedMemory.requireLive(arena);
      return memory.newTable(arena.generation());
    }
    Datum.Table table = (Datum.Table) data.getFirst();
    SimulatedMemory.requireLive(table.home, "a map");
    return switch (operation) {
      case MAP_GET -> {
        Cell cell = find(table, data.get(1));
        yield cell == null ? new Datum.Absent() : cell.get().copy();
      }
      case MAP_SET -> {
        set(table, data.get(1), data.get(2));
        yield null;
      }
      case MAP_HAS -> truth(find(table, data.get(1)) != null);
      case MAP_REMOVE -> truth(remove(table, data.get(1)));
      case MAP_LENGTH -> new Datum.Whole(table.numbers.size());
      case MAP_CLEAR -> {
        table.entries.clear();
        table.numbers.clear();
        yield null;
      }
      case MAP_KEYS, MAP_VALUES -> column(table, operation, memory.newArray(frame));
      case MAP_STAMP -> new Datum.Whole(table.additions);
      case MAP_NEXT -> new Datum.Whole(next(table, whole(data, 1), whole(data, 2)));
      case MAP_KEY_AT -> entry(table, whole(data, 1)).key();
      case MAP_VALUE_AT -> entry(table, whole(data, 1)).value().get().copy();
      default -> throw new IllegalStateException("the oracle does not know " + operation);
    };
  }

  /// The storage of `m[k]`, or a panic.
  static Cell at(Datum.Table table, Datum key) {
    SimulatedMemory.requireLive(table.home, "a map");
    Cell cell = find(table, key);
    if (cell == null) {
      throw new PanicSignal("no such key: " + shown(key));
    }
    return cell;
  }

  static void set(Datum.Table table, Datum key, Datum value) {
    SimulatedMemory.requireLive(table.home, "a map");
    SimulatedMemory.requireOutlives(key, table.home);
    SimulatedMemory.requireOutlives(value, table.home);
    Cell known = find(table, key);
    if (known != null) {
      known.set(value);
      return;
    }
    table.additions++;
    table.numbers.put(identity(key), table.entries.size());
    table.entries.add(new Entry(key, new Cell(value)));
  }

  /// The position of the first entry from one on, or -1.
  static int next(Datum.Table table, long from, long stamp) {
    SimulatedMemory.requireLive(table.home, "a map");
    if (stamp != table.additions) {
      throw new PanicSignal("the map was given a new key while it was looped over");
    }
    for (int at = (int) from; at < table.entries.size(); at++) {
      if (table.entries.get(at) != null) {
        return at;
      }
    }
    return -1;
  }

  static Entry entry(Datum.Table table, long position) {
    return Objects.requireNonNull(table.entries.get((int) position));
  }

  private static @Nullable Cell find(Datum.Table table, Datum key) {
    Integer number = table.numbers.get(identity(key));
    if (number == null) {
      return null;
    }
    Entry entry = entry(table, number);
    identity(entry.key());
    return entry.value();
  }

  private static boolean remove(Datum.Table table, Datum key) {
    Integer number = table.numbers.remove(identity(key));
    if (number != null) {
      table.entries.set(number, null);
    }
    return number != null;
  }

  private static Datum column(Datum.Table table, Operation operation, Datum.Growable into) {
    for (Entry entry : table.entries) {
      if (entry != null) {
        boolean key = operation == Operation.MAP_KEYS;
        into.elements.add(new Cell(key ? entry.key() : entry.value().get().copy()));
      }
    }
    return into;
  }

  /// What keys are compared by: strings by content.
  private static Object identity(Datum key) {
    if (key instanceof Datum.Text text) {
      SimulatedMemory.requireLive(text.home(), "a key");
      return text.string();
    }
    return whole(key);
  }

  private static String shown(Datum key) {
    return key instanceof Datum.Text text ? '"' + text.string() + '"' : Long.toString(whole(key));
  }

  private static Datum truth(boolean truth) {
    return new Datum.Whole(truth ? 1 : 0);
  }

  private static long whole(List<Datum> data, int index) {
    return whole(data.get(index));
  }

  private static long whole(Datum datum) {
    return Computation.whole(datum);
  }
}
