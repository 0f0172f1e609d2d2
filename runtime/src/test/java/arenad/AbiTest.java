package arenad;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// `ABI.md` is what the code generator is written from: it must say what the classes say.
final class AbiTest {
  private static final Pattern HEADING = Pattern.compile("## (arenad/[a-zA-Z0-9/]+).*");
  private static final Pattern ROW = Pattern.compile("\\| (\\w+) \\| (\\(.*?\\).+?) \\|.*");
  private static final Map<String, String> SHORT =
      Map.of(
          "C", "Larenad/memory/Context;",
          "H", "Larenad/channel/Channel;",
          "K", "Ljava/lang/Class;",
          "P", "Larenad/panic/Panic;",
          "S", "Ljava/lang/String;");

  @Test
  void abiListsEveryPublicMethodOfItsClassesWithItsDescriptor() throws Exception {
    for (Map.Entry<String, TreeSet<String>> listed : listed().entrySet()) {
      Class<?> type = Class.forName(listed.getKey().replace('/', '.'));
      TreeSet<String> actual = new TreeSet<>();
      for (Method method : type.getDeclaredMethods()) {
        if (Modifier.isPublic(method.getModifiers()) && !method.isSynthetic()) {
          actual.add(method.getName() + descriptor(method));
        }
      }
      assertEquals(
          String.join("\n", actual), String.join("\n", listed.getValue()), listed.getKey());
    }
  }

  private static String descriptor(Method method) {
    return MethodType.methodType(method.getReturnType(), method.getParameterTypes())
        .toMethodDescriptorString();
  }

  private static Map<String, TreeSet<String>> listed() throws IOException {
    Map<String, TreeSet<String>> result = new TreeMap<>();
    TreeSet<String> current = new TreeSet<>();
    for (String line :
        Files.readAllLines(Path.of(System.getProperty("arenad.root", ".."), "runtime", "ABI.md"))) {
      Matcher heading = HEADING.matcher(line);
      Matcher row = ROW.matcher(line);
      if (heading.matches()) {
        current = result.computeIfAbsent(heading.group(1), name -> new TreeSet<>());
      } else if (row.matches()) {
        current.add(row.group(1) + expand(row.group(2)));
      }
    }
    return result;
  }

  private static String expand(String descriptor) {
    StringBuilder out = new StringBuilder();
    for (String letter : descriptor.split("")) {
      out.append(SHORT.getOrDefault(letter, letter));
    }
    return out.toString();
  }
}
