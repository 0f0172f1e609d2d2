package arenad.jvm.link;

import arenad.jvm.emit.Emitted;
import java.util.List;

/// What is linked into one jar.
///
/// @param mainModule the module whose `main` runs
/// @param sourceRoot what stands before a module's path in stack traces, for example `src/`
/// @param classes of all modules, those of the standard library that are used among them
public record Program(
    String mainModule, String sourceRoot, List<Emitted.ClassFile> classes, RuntimeClasses runtime) {
  public Program {
    classes = List.copyOf(classes);
  }
}
