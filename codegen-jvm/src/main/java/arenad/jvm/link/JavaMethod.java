package arenad.jvm.link;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/// A static method of Java that an `extern` function asks for.
///
/// @param owner the class in Java's words: `com.acme.Text`
/// @param descriptor as class files write it
public record JavaMethod(String owner, String name, String descriptor) {
  private static final int WANTED = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;

  private record Found(int access, String descriptor) {}

  /// Why it cannot be called, or null when it can.
  public @Nullable String problem(ClassPath classes) throws IOException {
    byte[] bytes = classes.classFile(owner);
    if (bytes == null) {
      return "there is no Java class `" + owner + "` on the class path";
    }
    ClassReader reader;
    try {
      reader = new ClassReader(bytes);
    } catch (IllegalArgumentException newer) {
      // Of a class file that is newer than we can read, the program will find out.
      return null;
    }
    if ((reader.getAccess() & Opcodes.ACC_PUBLIC) == 0) {
      return "the Java class `" + owner + "` is not public";
    }
    return problem(methodsOf(reader));
  }

  private @Nullable String problem(List<Found> found) {
    for (Found each : found) {
      if (each.descriptor().equals(descriptor)) {
        return (each.access() & WANTED) == WANTED
            ? null
            : "`" + written(descriptor) + "` of `" + owner + "` is not public and static";
      }
    }
    String wanted = "`" + owner + "` has no method `" + written(descriptor) + "`";
    return found.isEmpty()
        ? wanted
        : wanted
            + ", but "
            + found.stream()
                .map(each -> "`" + written(each.descriptor()) + "`")
                .collect(Collectors.joining(", "));
  }

  private List<Found> methodsOf(ClassReader reader) {
    List<Found> found = new ArrayList<>();
    reader.accept(
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public @Nullable MethodVisitor visitMethod(
              int access,
              String method,
              String descriptor,
              @Nullable String signature,
              String @Nullable [] exceptions) {
            if (method.equals(name)) {
              found.add(new Found(access, descriptor));
            }
            return null;
          }
        },
        ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return found;
  }

  /// `int count(String, boolean)`.
  private String written(String descriptor) {
    String parameters =
        Stream.of(Type.getArgumentTypes(descriptor))
            .map(JavaMethod::written)
            .collect(Collectors.joining(", "));
    return written(Type.getReturnType(descriptor)) + " " + name + "(" + parameters + ")";
  }

  private static String written(Type type) {
    String name = type.getClassName();
    return name.startsWith("java.lang.") ? name.substring("java.lang.".length()) : name;
  }
}
