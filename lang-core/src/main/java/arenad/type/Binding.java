package arenad.type;

/// What an `extern` function stands for: a static method outside of the language.
///
/// @param owner the method's class in Java's words: `com.acme.Text`, `com.acme.Text$Inner`
public record Binding(Convention convention, String owner, String method) {

  /// How its arguments are handed over.
  public enum Convention {
    /// As Java's own types: `int`, `String`.
    JAVA,
    /// As emitted functions call each other, the context first. For standard modules alone.
    RUNTIME,
    /// The same, of one that ends the arena it is given unless that has ended.
    ENDING,
    /// The compiler knows the function by its name, and the declaration only documents it. For standard
    /// modules alone.
    INTRINSIC
  }
}
