package arenad.incremental;

import arenad.outline.Outline;
import arenad.resolve.StandardModule;
import arenad.resolve.StandardSource;
import arenad.workspace.SourceFile;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/// The standard modules as files, each read when a program first wants it. Since they are part of
/// the compiler, they never change while it runs.
final class Library {
  private final Function<SourceFile, Outline> outlines;
  private final Map<StandardModule, FileState> read = new EnumMap<>(StandardModule.class);

  /// @param outlines how a file is outlined
  Library(Function<SourceFile, Outline> outlines) {
    this.outlines = outlines;
  }

  synchronized FileState file(StandardModule module) {
    return read.computeIfAbsent(module, this::outlined);
  }

  private FileState outlined(StandardModule module) {
    SourceFile file = SourceFile.standard(module.fullName(), StandardSource.of(module));
    return new FileState(file, outlines.apply(file));
  }

  /// A question about a standard module that the wave at hand has not read. It begins anew with that
  /// module: what it was doing could not know of the module's symbols.
  static final class Wanted extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final StandardModule module;

    Wanted(StandardModule module) {
      super(null, null, false, false);
      this.module = module;
    }

    StandardModule module() {
      return module;
    }
  }
}
