package arenad.syntax;

import arenad.text.Span;
import java.util.List;
import java.util.stream.Collectors;

/// The path of an import, `geometry.shape`.
public record ModulePath(List<Ident> segments, Span span) implements Ast {
  public ModulePath {
    segments = List.copyOf(segments);
  }

  /// The segments joined by dots.
  public String text() {
    return segments.stream().map(Ident::text).collect(Collectors.joining("."));
  }
}
