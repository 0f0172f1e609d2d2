package arenad.oracle;

import arenad.typed.Expr;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A value at run time. What refers to memory knows the home of what it refers to.
sealed interface Datum {

  /// An integer, `bool` (0 or 1) or `char`, extended to 64 bits as its type says.
  record Whole(long bits) implements Datum {}

  record Real(double value) implements Datum {}

  record Absent() implements Datum {}

  /// @param home of the bytes, or null for a literal
  record Text(byte[] bytes, int from, int length, @Nullable Home home) implements Datum {
    static Text of(String text, @Nullable Home home) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return new Text(bytes, 0, bytes.length, home);
    }

    /// The same bytes, without a copy.
    Text slice(int start, int end) {
      return new Text(bytes, from + start, end - start, home);
    }

    int unit(int index) {
      return bytes[from + index] & 0xFF;
    }

    String string() {
      return new String(bytes, from, length, StandardCharsets.UTF_8);
    }
  }

  /// A closure, in trees alone, and the call whose variables it uses.
  record Function(Expr.Closure closure, TreeStatements around) implements Datum {}

  record Reference(Cell target, Home home) implements Datum {}

  record Handle(SimulatedArena arena) implements Datum {}

  /// A growable array: the value is a reference to it.
  final class Growable implements Datum {
    final Home home;
    final List<Cell> elements = new ArrayList<>();

    Growable(Home home) {
      this.home = home;
    }
  }

  /// A map: the value is a reference to it. An entry that was removed is null and keeps its number.
  final class Table implements Datum {
    final Home home;
    final List<MapOperations.@Nullable Entry> entries = new ArrayList<>();
    final Map<Object, Integer> numbers = new HashMap<>();
    int additions;

    Table(Home home) {
      this.home = home;
    }
  }

  /// A span: slices of one share its cells.
  record Slice(List<Cell> cells, Home home) implements Datum {}

  /// A `StringBuffer`.
  final class Buffer implements Datum {
    final Home home;
    final StringBuilder text = new StringBuilder();

    Buffer(Home home) {
      this.home = home;
    }
  }

  /// A handle of owned memory.
  ///
  /// @param weak whether it does not keep the content
  record Owner(OwnedBlock block, boolean weak) implements Datum {}

  /// What a handle leaves where it has been moved away.
  record Gone() implements Datum {}

  /// A struct, tuple or fixed array; of a union, and of a reference to one, the tag and what it holds.
  record Aggregate(List<Cell> members) implements Datum {
    public Aggregate {
      members = List.copyOf(members);
    }
  }

  /// The value as assignment copies it.
  default Datum copy() {
    return this instanceof Aggregate(List<Cell> members)
        ? new Aggregate(members.stream().map(each -> new Cell(each.get().copy())).toList())
        : this;
  }
}
