package arenad.typed;

/// What a case of a `match` stands for.
public sealed interface MatchLabel {

  /// The variant with that tag: its position in the union, counted from 1.
  record Variant(int tag) implements MatchLabel {}

  /// A value equal to that literal.
  record Value(Expr literal) implements MatchLabel {}

  record Null() implements MatchLabel {}

  /// `default:`
  record Other() implements MatchLabel {}
}
