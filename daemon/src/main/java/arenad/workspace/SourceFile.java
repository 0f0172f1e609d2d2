package arenad.workspace;

import arenad.outline.Fingerprint;
import arenad.store.Hash;
import arenad.text.SourceText;

/// One file at one moment.
///
/// @param path relative to the project's root, with `/`
/// @param module its dotted name
/// @param content what is in it
/// @param fingerprint of its bytes; of what cannot be read, [Fingerprint#EMPTY]
public record SourceFile(String path, String module, Content content, Fingerprint fingerprint) {

  public static final String EXTENSION = ".arena";

  /// What the paths of standard modules begin with: a folder that no module of a project can lie in.
  public static final String STANDARD = ".arenad/std/";

  /// What a file holds.
  public sealed interface Content {
    /// @param bytes nobody changes them
    record Bytes(byte[] bytes) implements Content {}

    /// An editor's text, not saved.
    record Text(String text) implements Content {}

    /// @param why in the words of the system
    record Unreadable(String why) implements Content {}
  }

  static SourceFile of(String path, String module, byte[] bytes) {
    return new SourceFile(path, module, new Content.Bytes(bytes), Hash.of(bytes));
  }

  static SourceFile of(String path, String module, String text) {
    SourceText source = SourceText.of(text);
    return new SourceFile(path, module, new Content.Text(text), Hash.of(source.bytes()));
  }

  /// The source of a standard module.
  ///
  /// @param module `std.random`
  public static SourceFile standard(String module, byte[] bytes) {
    return of(STANDARD + module.substring("std.".length()) + EXTENSION, module, bytes);
  }

  static SourceFile unreadable(String path, String module, String why) {
    return new SourceFile(path, module, new Content.Unreadable(why), Fingerprint.EMPTY);
  }

  /// The text; empty where nothing can be read.
  public SourceText text() {
    return switch (content) {
      case Content.Bytes(byte[] bytes) -> SourceText.of(bytes);
      case Content.Text(String text) -> SourceText.of(text);
      case Content.Unreadable _ -> SourceText.of("");
    };
  }

  /// Whether the two have the same path, module and content.
  public boolean isSameAs(SourceFile other) {
    return path.equals(other.path)
        && module.equals(other.module)
        && fingerprint.equals(other.fingerprint)
        && (content instanceof Content.Unreadable) == (other.content instanceof Content.Unreadable);
  }
}
