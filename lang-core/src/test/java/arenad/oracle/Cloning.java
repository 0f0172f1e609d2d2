package arenad.oracle;

import arenad.type.Type;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A deep copy that keeps sharing and cycles; everything reached by it lives in one home. The handles in it become those of the
/// arena that it is made for; in a copy beside the original they stay what they are.
final class Cloning {

  private final SimulatedMemory memory;
  private final Home home;
  private final @Nullable SimulatedArena target;
  private final Map<Object, Datum> copies = new IdentityHashMap<>();

  private Cloning(SimulatedMemory memory, Home home, @Nullable SimulatedArena target) {
    this.memory = memory;
    this.home = home;
    this.target = target;
  }

  Cloning(SimulatedMemory memory, SimulatedArena target) {
    this(memory, target.generation(), target);
  }

  /// A copy of what a value leads to, where that lives. A string is its own copy, and so is a value on the stack.
  static Datum besides(SimulatedMemory memory, Datum original, Type type) {
    Type known = Type.withoutNull(type);
    Home home =
        known instanceof Type.Ref || known instanceof Type.Builtin ? homeOf(original) : null;
    return home == null ? original : new Cloning(memory, home, null).of(original);
  }

  private static @Nullable Home homeOf(Datum address) {
    return switch (address) {
      case Datum.Reference reference -> reference.home();
      case Datum.Growable array -> array.home;
      case Datum.Table table -> table.home;
      case Datum.Slice span -> span.home();
      case Datum.Buffer buffer -> buffer.home;
      // A reference to a union: a tag and the reference.
      case Datum.Aggregate(var members) -> homeOf(members.getLast().get());
      case Datum.Text _,
          Datum.Handle _,
          Datum.Owner _,
          Datum.Gone _,
          Datum.Whole _,
          Datum.Real _,
          Datum.Absent _,
          Datum.Function _ ->
          null;
    };
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
        yield new Datum.Slice(cells, home);
      }
      case Datum.Aggregate(var members) ->
          new Datum.Aggregate(members.stream().map(each -> new Cell(of(each.get()))).toList());
      case Datum.Buffer buffer -> {
        SimulatedMemory.requireLive(buffer.home, "what is cloned");
        Datum.Buffer copy = new Datum.Buffer(home);
        copy.text.append(buffer.text);
        yield copy;
      }
      case Datum.Handle handle -> target == null ? handle : new Datum.Handle(target);
      // An owner is moved to where the copy is.
      case Datum.Owner _, Datum.Gone _ -> original;
      case Datum.Whole _, Datum.Real _, Datum.Absent _, Datum.Function _ -> original;
    };
  }

  private Datum text(Datum.Text text) {
    SimulatedMemory.requireLive(text.home(), "a string");
    return Datum.Text.of(text.string(), home);
  }

  private Datum reference(Datum.Reference reference) {
    Datum known = copies.get(reference.target());
    if (known != null) {
      return known;
    }
    SimulatedMemory.requireLive(reference.home(), "what is cloned");
    // Known before it is filled, so that a cycle ends here.
    Datum.Reference copy = memory.allocateIn(home, new Datum.Absent());
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
    Datum.Growable copy = memory.newArray(home);
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
    Datum.Table copy = memory.newTable(home);
    copies.put(table, copy);
    for (MapOperations.Entry entry : table.entries) {
      if (entry != null) {
        MapOperations.set(copy, of(entry.key()), of(entry.value().get()));
      }
    }
    return copy;
  }
}
