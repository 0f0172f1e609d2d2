package arenad.record;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// The variables in which a program keeps what it makes, by the instruction that makes it. The linker lists them.
final class Names {
  /// Lines of class, method, index of the instruction and name, separated by tabs.
  static final String LIST = "names.txt";

  private final Map<String, String> names;

  Names(Map<String, String> names) {
    this.names = names;
  }

  static Names linked() {
    Map<String, String> names = new HashMap<>();
    try (InputStream list = Names.class.getResourceAsStream(LIST)) {
      if (list != null) {
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          int tab = line.lastIndexOf('\t');
          names.put(line.substring(0, tab), line.substring(tab + 1));
        }
      }
    } catch (IOException unreadable) {
      return new Names(Map.of());
    }
    return new Names(names);
  }

  /// @return empty if what the instruction makes is kept in no variable of its own
  String at(StackWalker.StackFrame frame) {
    return names.getOrDefault(
        frame.getClassName() + "\t" + frame.getMethodName() + "\t" + frame.getByteCodeIndex(), "");
  }
}
