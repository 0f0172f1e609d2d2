package arenad.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A project of two modules for tests of editors.
///
/// @param root where its `arena.toml` lies
record SmallProject(Path root) {

  /// The text of `src/main.arena`, in which nothing is wrong.
  static final String MAIN =
      """
      import { Foo } from model;

      /// Renames `obj`.
      example(obj: &Foo, name: String): String => { obj.name = name; return obj.name; }

      main(): void => {
        let root = Arena.newRoot();
        defer root.free();
        let foo = root.new(Foo { name: "" });
        foo.name = "fine";
        print(example(foo, "named"));
      }
      """;

  /// The text of `src/model.arena`.
  static final String MODEL =
      """
      export struct Foo {
        name: String;

        length(self): i32 => { return self.name.length; }
      }
      """;

  /// Writes it into a folder, which is made.
  static SmallProject in(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("src"));
    Files.writeString(folder.resolve("arena.toml"), "[project]\nname = \"p\"\n");
    Files.writeString(folder.resolve("src/model.arena"), MODEL);
    Files.writeString(folder.resolve("src/main.arena"), MAIN);
    return new SmallProject(folder);
  }

  Path main() {
    return root.resolve("src/main.arena");
  }

  Path model() {
    return root.resolve("src/model.arena");
  }
}
