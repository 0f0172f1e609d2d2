package arenad.incremental;

import arenad.outline.Fingerprint;
import java.util.List;

/// The class that a module was emitted as.
///
/// @param text of the file: with the same text all lines stand where they stood
/// @param graphs of all its functions' graphs, in order
/// @param lines of where their tokens stand
/// @param uses the declarations that layouts were computed from
/// @param internalName the class's name with slashes
public record ClassRecord(
    String module,
    Fingerprint text,
    Fingerprint graphs,
    Fingerprint lines,
    List<Use> uses,
    String internalName,
    byte[] bytes) {}
