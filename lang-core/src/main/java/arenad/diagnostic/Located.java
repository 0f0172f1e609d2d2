package arenad.diagnostic;

import arenad.text.LineColumn;
import arenad.text.SourceText;

/// A place found in a text as it is now.
///
/// @param file the file's path as messages show it
/// @param start offset of the first character
/// @param end offset after the last character
public record Located(String file, SourceText text, int start, int end) {

  public LineColumn from() {
    return text.position(start);
  }

  public LineColumn to() {
    return text.position(end);
  }
}
