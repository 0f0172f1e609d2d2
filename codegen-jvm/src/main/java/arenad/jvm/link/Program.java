package arenad.jvm.link;

import arenad.jvm.emit.Emitted;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What is linked into one jar.
///
/// @param mainModule the module whose `main` runs
/// @param sourceRoot what stands before a module's path in stack traces, for example `src/`
/// @param libraries what the program takes along of Java, by path
/// @param classes of all modules, those of the standard library that are used among them
public record Program(
    String mainModule,
    String sourceRoot,
    List<Emitted.ClassFile> classes,
    SortedMap<String, byte[]> libraries,
    RuntimeClasses runtime) {
  public Program {
    libraries = Collections.unmodifiableSortedMap(new TreeMap<>(libraries));
    classes = List.copyOf(classes);
  }

  /// A program that takes nothing of Java along.
  public Program(
      String mainModule,
      String sourceRoot,
      List<Emitted.ClassFile> classes,
      RuntimeClasses runtime) {
    this(mainModule, sourceRoot, classes, new TreeMap<>(), runtime);
  }
}
