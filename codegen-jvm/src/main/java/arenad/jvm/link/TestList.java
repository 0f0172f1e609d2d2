package arenad.jvm.link;

import arenad.jvm.emit.ClassEmitting;
import arenad.jvm.emit.JvmNames;
import arenad.jvm.emit.ModuleCode;
import java.util.List;

/// The list of tests that the runtime's test runner reads: a line for each, with class, method and name between tabs.
public final class TestList {

  private TestList() {}

  /// @param filter only tests whose name contains it; all contain the empty text
  public static String of(List<ModuleCode> modules, String filter) {
    StringBuilder lines = new StringBuilder();
    for (ModuleCode module : modules) {
      String className = JvmNames.classOf(module.module()).replace('/', '.');
      for (ClassEmitting.TestMethod test : ClassEmitting.testsOf(module)) {
        String name = module.module() + ": " + oneLine(test.test().name());
        if (name.contains(filter)) {
          lines.append(className).append('\t').append(test.method()).append('\t');
          lines.append(name).append('\n');
        }
      }
    }
    return lines.toString();
  }

  private static String oneLine(String name) {
    return name.replaceAll("\\p{Cntrl}", " ");
  }
}
