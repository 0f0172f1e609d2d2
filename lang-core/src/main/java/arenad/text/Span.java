package arenad.text;

/// A range of tokens of one declaration, both ends included: ordinals of its tokens (white space and
/// comments not counted) from its first. So nothing that only moves text changes a span.
public record Span(int first, int last) {

  /// From the start of this to the end of `other`.
  public Span to(Span other) {
    return new Span(first, Math.max(last, other.last));
  }
}
