package arenad.text;

/// A position as LSP counts it: both zero-based, the column in UTF-16 units.
public record LineColumn(int line, int column) {}
