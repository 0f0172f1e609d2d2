package arenad.text;

/// A stretch of tokens inside one declaration, both ends inclusive.
///
/// Ordinals count the tokens that are not trivia, from the first token of the declaration (0). So
/// neither white space nor a comment nor an edit of a neighbour changes a span; a
/// position table (`arenad.parse.Positions`) turns it into offsets when it is shown.
///
/// @param first ordinal of the first token
/// @param last ordinal of the last token, never less than `first`
public record Span(int first, int last) {
  public Span {
    if (first < 0 || last < first) {
      throw new IllegalArgumentException("span " + first + ".." + last);
    }
  }

  /// The span of one token.
  public static Span at(int ordinal) {
    return new Span(ordinal, ordinal);
  }

  /// The smallest span that covers both.
  public Span to(Span other) {
    return new Span(Math.min(first, other.first), Math.max(last, other.last));
  }

  /// The span of this one's first token alone.
  public Span firstToken() {
    return at(first);
  }

  /// The span of this one's last token alone.
  public Span lastToken() {
    return at(last);
  }

  public boolean contains(Span other) {
    return first <= other.first && other.last <= last;
  }

  @Override
  public String toString() {
    return first == last ? "@" + first : "@" + first + ".." + last;
  }
}
