package arenad.jvm.layout;

/// One scalar of a value.
///
/// @param offset where it stands from the start of the value in memory, in bytes
/// @param path the way to it from the value, as a debugger shows it: empty for the value itself, else `$field$field`
public record Component(Width width, long offset, String path) {

  public Kind kind() {
    return width.kind();
  }

  Component inside(String prefix, long base) {
    return new Component(width, base + offset, prefix + path);
  }
}
