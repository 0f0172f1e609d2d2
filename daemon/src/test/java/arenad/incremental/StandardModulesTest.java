package arenad.incremental;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arenad.outline.SymbolOutline;
import arenad.parse.Parsed;
import arenad.resolve.StandardModule;
import arenad.symbol.SymbolId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The standard modules are programs without mistakes, and all that they export is documented.
class StandardModulesTest {
  @TempDir Path root;

  private Snapshot all() throws IOException {
    TestProject project = new TestProject(root);
    String imports =
        Arrays.stream(StandardModule.values())
            .map(module -> "import " + module.fullName() + ";\n")
            .collect(Collectors.joining());
    project.write("src/main.arena", imports + "main(): void => {}\n");
    project.settle();
    return project.snapshot();
  }

  @Test
  void theyHaveNoMistakes() throws IOException {
    Snapshot snapshot = all();
    assertEquals(List.of(), TestProject.diagnostics(snapshot));
    assertEquals(StandardModule.values().length, snapshot.library().size());
    List<String> told =
        snapshot.library().values().stream()
            .flatMap(file -> new Places(snapshot).sorted(snapshot.ownDiagnostics(file)).stream())
            .map(
                each ->
                    each.primary().file()
                        + ":"
                        + (each.primary().from().line() + 1)
                        + " "
                        + each.code()
                        + " "
                        + each.message())
            .toList();
    assertEquals(List.of(), told);
  }

  @Test
  void whatTheyExportIsDocumented() throws IOException {
    Snapshot snapshot = all();
    for (FileState file : snapshot.library().values()) {
      Parsed parsed = snapshot.parsed(file.file().path());
      assertNotNull(parsed);
      for (SymbolOutline symbol : file.outline().symbols()) {
        boolean shown =
            symbol.exported() || isMethodOfExported(file, symbol.id()) || isIntrinsic(symbol.id());
        assertTrue(!shown || !parsed.doc(symbol.id()).isBlank(), symbol.id()::toString);
      }
    }
  }

  @Test
  void eachIntrinsicIsDeclaredInTheSourceForItsDocumentation() throws IOException {
    Snapshot snapshot = all();
    for (StandardModule module : StandardModule.values()) {
      Set<String> declared = snapshot.library().get(module.fullName()).names().keySet();
      assertTrue(declared.containsAll(module.intrinsics()), module.fullName());
    }
  }

  private static boolean isMethodOfExported(FileState file, SymbolId symbol) {
    SymbolId owner =
        symbol.kind() == SymbolId.Kind.METHOD
            ? file.names().get(symbol.name().substring(0, symbol.name().indexOf('.')))
            : null;
    return owner != null && file.symbol(owner).exported();
  }

  private static boolean isIntrinsic(SymbolId symbol) {
    StandardModule module = StandardModule.named(symbol.module());
    return module != null && module.intrinsics().contains(symbol.name());
  }
}
