package arenad.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/// Structs that nobody takes the address of are in local variables of the JVM, whatever methods are called on them: the raytracer, made
/// of vectors, takes frame memory once for a whole picture.
class StackStructsTest {

  /// Its camera is too large to be handed over number by number, so its methods get its address.
  private static final List<String> WITH_FRAME_MEMORY = List.of("main.render");

  @Test
  void theRaytracerKeepsItsVectorsInLocals(@TempDir Path home) throws Exception {
    Tool tool = new Tool(home);
    Path example = tool.copyOf("examples/raytracer");
    try {
      Tool.Outcome built = tool.run(example, "build", "-o", "program.jar");
      assertEquals(0, built.status(), built::told);
    } finally {
      tool.stop(example);
    }
    assertEquals(WITH_FRAME_MEMORY, withFrameMemory(example.resolve("program.jar")));
  }

  private static List<String> withFrameMemory(Path jar) throws IOException {
    List<String> found = new ArrayList<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      List<JarEntry> classes =
          file.stream()
              .filter(entry -> entry.getName().endsWith(".class"))
              .filter(entry -> !entry.getName().startsWith("arenad/"))
              .toList();
      for (JarEntry entry : classes) {
        try (InputStream bytes = file.getInputStream(entry)) {
          new ClassReader(bytes.readAllBytes()).accept(new Search(found), 0);
        }
      }
    }
    return found.stream().distinct().sorted().toList();
  }

  /// Collects the methods that take frame memory.
  private static final class Search extends ClassVisitor {
    private final List<String> found;
    private String type = "";

    Search(List<String> found) {
      super(Opcodes.ASM9);
      this.found = found;
    }

    @Override
    public void visit(int version, int access, String name, String sign, String top, String[] is) {
      type = name;
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String is, String sign, String[] t) {
      String method = type + "." + name;
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitMethodInsn(int code, String owner, String called, String d, boolean i) {
          if (called.startsWith("tempAlloc")) {
            found.add(method);
          }
        }
      };
    }
  }
}
