package arenad.cli;

import arenad.diagnostic.Code;
import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Place;
import arenad.incremental.Emission;
import arenad.incremental.JavaExtern;
import arenad.incremental.Snapshot;
import arenad.jvm.link.ClassPath;
import arenad.jvm.link.JavaMethod;
import arenad.jvm.link.Program;
import arenad.jvm.link.RunnableJar;
import arenad.jvm.link.RuntimeClasses;
import arenad.store.Hash;
import arenad.symbol.SymbolId;
import arenad.text.Span;
import arenad.type.Binding;
import arenad.type.Declaration;
import arenad.workspace.Project;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A program that has been compiled without errors.
final class Built {
  /// A class that only the runtime has; where it lies, there is the runtime.
  private static final String RUNTIME = "arenad/launch/Program.class";

  private final Program program;

  private Built(Program program) {
    this.program = program;
  }

  /// Compiles a program, or reports what is wrong with it.
  ///
  /// @param withMain whether there must be a `main`
  /// @return null when something is wrong
  static @Nullable Built of(Job job, Snapshot snapshot, boolean withMain) throws IOException {
    Findings findings = job.allFindings(snapshot);
    if (withMain && !findings.hasErrors()) {
      findings = findings.with(missingMain(snapshot));
    }
    if (findings.hasErrors()) {
      job.findings(findings);
      return null;
    }
    Project project = snapshot.project();
    ClassPath java = ClassPath.of(project.root(), project.classpath());
    List<JavaExtern> externs = JavaExtern.all(snapshot);
    Emission.Classes classes = Emission.of(snapshot, job.work());
    findings = findings.with(classes.mistakes()).with(unbound(externs, java));
    job.findings(findings);
    if (findings.hasErrors()) {
      return null;
    }
    String source = project.source().isEmpty() ? "" : project.source() + "/";
    SortedMap<String, byte[]> libraries = externs.isEmpty() ? new TreeMap<>() : java.files();
    return new Built(new Program(project.main(), source, classes.classes(), libraries, runtime()));
  }

  /// What is wrong with `extern` functions as methods of Java.
  private static List<Diagnostic> unbound(List<JavaExtern> externs, ClassPath java)
      throws IOException {
    List<Diagnostic> mistakes = new ArrayList<>();
    for (JavaExtern extern : externs) {
      Binding binding = extern.binding();
      String problem =
          new JavaMethod(binding.owner(), binding.method(), extern.descriptor()).problem(java);
      if (problem != null) {
        mistakes.add(Diagnostic.of(Code.E0230, Place.in(extern.symbol(), Span.at(0)), problem));
      }
    }
    return mistakes;
  }

  private static List<Diagnostic> missingMain(Snapshot snapshot) {
    Project project = snapshot.project();
    SymbolId main = new SymbolId(project.main(), SymbolId.Kind.FUNCTION, "main");
    if (snapshot.declaration(main) instanceof Declaration.Function) {
      return List.of();
    }
    String file = project.fileOf(project.main());
    boolean exists = snapshot.file(file) != null;
    Place place =
        exists ? new Place.InModule(project.main(), 0, 0) : new Place.InFile(Project.FILE, 0, 0);
    String message =
        exists
            ? "`" + file + "` has no function `main`, so there is nothing to run"
            : "there is no module `" + project.main() + "`, so there is nothing to run";
    return List.of(
        Diagnostic.of(Code.E0218, place, message)
            .help("declare `main(): void => { ... }` in `" + file + "`"));
  }

  /// The runtime that goes into programs: the jar or folder that this process has it from.
  private static RuntimeClasses runtime() throws IOException {
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path place = Path.of(entry);
      boolean isIt =
          Files.isDirectory(place)
              ? Files.exists(place.resolve(RUNTIME))
              : place.getFileName().toString().startsWith("arenad-runtime");
      if (isIt) {
        return RuntimeClasses.from(place);
      }
    }
    throw new IOException("the runtime of arenad is not on the class path");
  }

  /// The same program with the runtime of `--checked`.
  Built checked() {
    return with(program.runtime().checked());
  }

  /// The same program with a runtime that records what happens to memory.
  Built recorded() {
    return with(program.runtime().recorded(program.classes()));
  }

  private Built with(RuntimeClasses runtime) {
    return new Built(
        new Program(
            program.mainModule(),
            program.sourceRoot(),
            program.classes(),
            program.libraries(),
            runtime));
  }

  void writeTo(Path jar) throws IOException {
    RunnableJar.write(program, jar);
  }

  /// Writes the program into the folder of build products, under a name that stands for its content:
  /// a program that runs keeps the file that it was started from.
  Path writeInto(Path folder) throws IOException {
    byte[] bytes = RunnableJar.of(program);
    Path jar = folder.resolve("out").resolve(Hash.of(bytes) + ".jar");
    if (!Files.exists(jar)) {
      RunnableJar.write(program, jar);
      Products.tidy(folder.resolve("out"), jar);
    }
    return jar;
  }
}
