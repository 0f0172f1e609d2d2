package arenad.lsp.wire;

import arenad.text.LineColumn;
import arenad.text.SourceText;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/// Offsets to positions of the protocol and back. Both count UTF-16 units.
public final class Places {
  private Places() {}

  public static Position position(SourceText text, int offset) {
    LineColumn at = text.position(offset);
    return new Position(at.line(), at.column());
  }

  /// @param end exclusive
  public static Range range(SourceText text, int start, int end) {
    return new Range(position(text, start), position(text, end));
  }

  /// A position beyond the text, or before it, is the nearest one in it.
  public static int offset(SourceText text, Position position) {
    int line = Math.max(0, position.getLine());
    int column = Math.max(0, position.getCharacter());
    return text.offset(new LineColumn(line, column));
  }
}
