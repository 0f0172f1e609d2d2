package arenad.oracle;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A deep copy that keeps sharing and cycles; everything reached by it lives in the target. Without a
/// target each thing is copied into the home it has.
final class Cloning {

  private final SimulatedMemory memory;
  private final @Nullable SimulatedArena target;
  private final Map<Object, Datum> copies = new IdentityHashMap<>();

  Cloning(SimulatedMemory memory, @Nullable SimulatedArena target) {
    this.memory = memory;
    this.target = target;
  }

  Datum of(Datum original) {
    return switch (original) {
      case Datum.Text text -> text(text);
      case Datum.Reference reference -> reference(reference);
      case Datum.Growable array -> array(array);
      case Datum.Table table -> table(table);
      case Datum.Slice span -> {
        SimulatedMemory.requireLive(span.home(), "what is cloned");
        List<Cell> cells = new ArrayList<>();
        for (Cell cell : span.cells()) {
          cells.add(new Cell(of(cell.get())));
        }
        yield new Datum.Slice(cells, homeOf(span.home()));
      }
      case Datum.Aggregate(var members) ->
          new Datum.Aggregate(members.stream().map(each -> new Cell(of(each.get()))).toList());
      case Datum.Buffer buffer -> {
        SimulatedMemory.requireLive(buffer.home, "what is cloned");
        Datum.Buffer copy = new Datum.Buffer(homeOf(buffer.home));
        copy.text.append(buffer.text);
        yield copy;
      }
      case Datum.Handle _ -> throw new IllegalStateException("a clone of what cannot be cloned");
      // An owner is moved to where the copy is.
      case Datum.Owner _, Datum.Gone _ -> original;
      case Datum.Whole _, Datum.Real _, Datum.Absent _, Datum.Function _ -> original;
    };
  }

  private Datum text(Datum.Text text) {
    SimulatedMemory.requireLive(text.home(), "a string");
    return target == null ? text : Datum.Text.of(text.string(), target.generation());
  }

  private Datum reference(Datum.Reference reference) {
    Datum known = copies.get(reference.target());
    if (known != null) {
      return known;
    }
    SimulatedMemory.requireLive(reference.home(), "what is cloned");
    // Known before it is filled, so that a cycle ends here.
    Datum.Reference copy = memory.allocateIn(homeOf(reference.home()), new Datum.Absent());
    copies.put(reference.target(), copy);
    copy.target().set(of(reference.target().get()));
    return copy;
  }

  private Datum array(Datum.Growable array) {
    Datum known = copies.get(array);
    if (known != null) {
      return known;
    }
    SimulatedMemory.requireLive(array.home, "what is cloned");
    Datum.Growable copy = memory.newArray(homeOf(array.home));
    copies.put(array, copy);
    array.elements.forEach(element -> copy.elements.add(new Cell(of(element.get()))));
    return copy;
  }

  private Datum table(Datum.Table table) {
    Datum known = copies.get(table);
    if (known != null) {
      return known;
    }
    SimulatedMemory.requireLive(table.home, "what is cloned");
    Datum.Table copy = memory.newTable(homeOf(table.home));
    copies.put(table, copy);
    for (MapOperations.Entry entry : table.entries) {
      if (entry != null) {
        MapOperations.set(copy, of(entry.key()), of(entry.value().get()));
      }
    }
    return copy;
  }

  private Home homeOf(Home original) {
    return target == null ? original : target.generation();
  }
}
