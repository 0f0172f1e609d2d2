package arenad.incremental;

import arenad.instance.Instance;
import arenad.outline.Fingerprint;
import java.util.List;

/// The class that a module was emitted as, or an instance of a generic function.
///
/// @param unit the module's name, or the class name of the instance
/// @param text of the file: with the same text all lines stand where they stood
/// @param graphs of all its functions' graphs, in order; of an instance, of its generic function
/// @param lines of where their tokens stand
/// @param uses the declarations that layouts were computed from
/// @param requests the instances that its code calls
/// @param internalName the class's name with slashes
public record ClassRecord(
    String unit,
    Fingerprint text,
    Fingerprint graphs,
    Fingerprint lines,
    List<Use> uses,
    List<Instance> requests,
    String internalName,
    byte[] bytes) {}
