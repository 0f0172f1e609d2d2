package arenad.incremental;

import arenad.outline.Fingerprint;
import arenad.outline.Outline;

/// What is known of a file without its bodies: it follows from its text alone.
///
/// @param text of its bytes
public record FileRecord(Fingerprint text, Outline outline) {
  String module() {
    return outline.module();
  }
}
