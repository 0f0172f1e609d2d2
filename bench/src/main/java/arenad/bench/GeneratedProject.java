package arenad.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes a project of a given number of lines, the same for the same number: modules of about 250
/// lines with structs, methods, lists in arenas, text and calls into earlier modules.
///
/// The code is of the kind that people write by hand, so that figures on it mean something: each
/// unit of 25 lines has a struct with a method, a function that allocates, one that walks a list, one
/// that builds text, and one that calls into another module.
public final class GeneratedProject {
  private static final int UNITS_PER_MODULE = 10;
  private static final int LINES_PER_UNIT = 25;

  private GeneratedProject() {}

  /// `GeneratedProject FOLDER LINES`
  public static void main(String[] arguments) throws IOException {
    int modules = write(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    System.out.println(modules + " modules in " + arguments[0]);
  }

  /// Writes the project and returns how many modules it has besides `main`.
  public static int write(Path folder, int lines) throws IOException {
    int modules = Math.max(1, lines / (UNITS_PER_MODULE * LINES_PER_UNIT));
    Path source = Files.createDirectories(folder.resolve("src"));
    Files.writeString(
        folder.resolve("arena.toml"), "[project]\nname = \"generated\"\nversion = \"1.0.0\"\n");
    Files.writeString(source.resolve("main.arena"), mainModule(modules));
    for (int i = 0; i < modules; i++) {
      Files.writeString(source.resolve("m" + i + ".arena"), module(i));
    }
    return modules;
  }

  private static String mainModule(int modules) {
    return """
    import m%1$d;

    main(): void => {
      let root = Arena.newRoot();
      defer root.free();
      print(f"{m%1$d.total0(root)}\\n");
    }
    """
        .formatted(modules - 1);
  }

  private static String module(int index) {
    StringBuilder text = new StringBuilder();
    if (index > 0) {
      text.append("import m%d;\n\n".formatted(index / 2));
    }
    for (int unit = 0; unit < UNITS_PER_MODULE; unit++) {
      text.append(unit(index, unit)).append('\n');
    }
    return text.toString();
  }

  private static String unit(int module, int unit) {
    String other =
        module == 0 ? "item.count" : "item.count + m" + module / 2 + ".first" + unit + "(arena)";
    return """
    /// Something that module %1$d keeps count of.
    export struct Item%2$d {
      name: String;
      count: i32 = %3$d;
      next: &Item%2$d?;

      grow(self, by: i32): void => { self.count += by; }
    }

    export make%2$d(arena: Arena, name: String, rest: &Item%2$d?): &Item%2$d => {
      return arena.new(Item%2$d { name: name, next: rest });
    }

    export label%2$d(item: &Item%2$d, arena: Arena): String => {
      return f"{item.name}: {item.count}".clone(arena);
    }

    export first%2$d(arena: Arena): i32 => {
      let list = make%2$d(arena, "a", make%2$d(arena, "b", null));
      list.grow(%3$d);
      return list.count + label%2$d(list, arena).length;
    }

    export total%2$d(arena: Arena): i32 => {
      let total = 0;
      let item = make%2$d(arena, "t", null);
      for (i in 0..3) { total += %4$s; }
      return total;
    }
    """
        .formatted(module, unit, module * 7 + unit, other);
  }
}
