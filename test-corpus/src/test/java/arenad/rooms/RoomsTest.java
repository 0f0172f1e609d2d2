package arenad.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoomsTest {

  private static final Path ROOT = Path.of(System.getProperty("arenad.root"));

  private static final Rooms RULES =
      Rooms.parse(
          List.of(
              "# a comment",
              "",
              "text: may import",
              "lsp: may import text",
              "only lsp: java.net, java.io.File"));

  @Test
  void every_class_keeps_to_its_room() throws IOException {
    Rooms rooms = Rooms.parse(Files.readAllLines(ROOT.resolve("rooms.txt")));
    List<String> violations = new ArrayList<>();
    for (ClassUses uses : compiledClasses()) {
      violations.addAll(rooms.violations(uses));
    }
    assertEquals("", String.join("\n", violations));
  }

  @Test
  void every_line_is_about_a_package_that_exists() throws IOException {
    Rooms rooms = Rooms.parse(Files.readAllLines(ROOT.resolve("rooms.txt")));
    TreeSet<String> empty = new TreeSet<>(rooms.imports().keySet());
    compiledClasses().forEach(uses -> empty.remove(Rooms.room(uses.name())));
    assertEquals("[]", empty.toString());
  }

  @Test
  void a_room_may_use_what_its_line_names_and_itself() {
    ClassUses uses =
        ClassUses.of(
            classThatCalls(
                "arenad.lsp.Server", "arenad.text.Span", "arenad.lsp.Session", "java.net.Socket"));
    assertEquals(List.of(), RULES.violations(uses));
  }

  @Test
  void another_room_is_a_violation() {
    ClassUses uses = ClassUses.of(classThatCalls("arenad.text.Span", "arenad.lsp.Server"));
    assertEquals(
        List.of("arenad.text.Span uses arenad.lsp.Server: `text` may not import `lsp`"),
        RULES.violations(uses));
  }

  @Test
  void a_kept_package_or_class_is_a_violation_elsewhere() {
    ClassUses uses =
        ClassUses.of(
            classThatCalls(
                "arenad.text.Span",
                "java.net.http.HttpClient",
                "java.io.File",
                "java.io.FileFilter"));
    assertEquals(
        List.of(
            "arenad.text.Span uses java.io.File: only lsp may (rooms.txt:5)",
            "arenad.text.Span uses java.net.http.HttpClient: only lsp may (rooms.txt:5)"),
        RULES.violations(uses));
  }

  @Test
  void a_package_without_a_line_is_a_violation() {
    ClassUses uses = ClassUses.of(classThatCalls("arenad.cellar.Wine"));
    assertEquals(
        List.of("arenad.cellar.Wine: the package `cellar` has no line in rooms.txt"),
        RULES.violations(uses));
  }

  @Test
  void a_name_without_a_line_and_a_line_that_is_no_rule_are_refused() {
    assertThrows(
        IllegalArgumentException.class, () -> Rooms.parse(List.of("text: may import cellar")));
    assertThrows(IllegalArgumentException.class, () -> Rooms.parse(List.of("text may import")));
    assertThrows(
        IllegalArgumentException.class,
        () -> Rooms.parse(List.of("text: may import", "text: may import")));
  }

  /// A class with a method that calls a static method of each of the others.
  private static byte[] classThatCalls(String name, String... others) {
    MethodTypeDesc type = MethodTypeDesc.of(ConstantDescs.CD_void);
    return ClassFile.of()
        .build(
            ClassDesc.of(name),
            made ->
                made.withMethodBody(
                    "run",
                    type,
                    ClassFile.ACC_STATIC,
                    code -> {
                      for (String other : others) {
                        code.invokestatic(ClassDesc.of(other), "run", type);
                      }
                      code.return_();
                    }));
  }

  private static List<ClassUses> compiledClasses() throws IOException {
    List<Path> files;
    try (Stream<Path> modules = Files.list(ROOT)) {
      List<Path> roots =
          modules
              .map(module -> module.resolve("target/classes"))
              .filter(Files::isDirectory)
              .sorted()
              .toList();
      files = new ArrayList<>();
      for (Path root : roots) {
        try (Stream<Path> tree = Files.walk(root)) {
          tree.filter(file -> file.toString().endsWith(".class")).sorted().forEach(files::add);
        }
      }
    }
    assertFalse(files.isEmpty(), "no compiled classes below " + ROOT);
    List<ClassUses> uses = new ArrayList<>();
    for (Path file : files) {
      uses.add(ClassUses.of(Files.readAllBytes(file)));
    }
    return uses;
  }
}
