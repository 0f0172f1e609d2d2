package arenad.oracle;

import org.jspecify.annotations.Nullable;

/// Storage of one value. A struct's members are cells of their own that stay the same when the
/// struct is assigned, so that whoever holds the address of a member sees the change.
final class Cell {

  private @Nullable Datum datum;

  Cell(@Nullable Datum datum) {
    this.datum = datum;
  }

  Datum get() {
    if (datum == null) {
      throw new IllegalStateException("storage read before it is written");
    }
    return datum;
  }

  boolean isEmpty() {
    return datum == null;
  }

  void set(Datum value) {
    if (datum instanceof Datum.Aggregate old
        && value instanceof Datum.Aggregate fresh
        && old.members().size() == fresh.members().size()) {
      for (int i = 0; i < old.members().size(); i++) {
        old.members().get(i).set(fresh.members().get(i).get());
      }
    } else {
      datum = value;
    }
  }
}
