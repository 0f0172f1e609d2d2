package arenad.diagnostic;

/// A change of the source, by place.
public sealed interface Edit {
  Place place();

  String text();

  /// The text of `place` becomes `text`; an empty one deletes.
  record Replace(Place place, String text) implements Edit {}

  /// `text` goes right before `place`.
  record InsertBefore(Place place, String text) implements Edit {}

  /// `text` goes right after `place`.
  record InsertAfter(Place place, String text) implements Edit {}

  /// `text` becomes a line of its own after the line on which `place` ends, indented like the line on
  /// which `place` begins.
  record InsertLineAfter(Place place, String text) implements Edit {}

  /// `text` becomes a line of its own before the line on which `place` begins, indented like it.
  record InsertLineBefore(Place place, String text) implements Edit {}

  /// `clause` goes to those that the function requires whose name is at `place`.
  record Require(Place place, String clause) implements Edit {
    @Override
    public String text() {
      return clause;
    }
  }

  /// The statement at `place` goes, with its semicolon, and with its line when it stands there alone.
  record Remove(Place place) implements Edit {
    @Override
    public String text() {
      return "";
    }
  }
}
