package arenad.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A place in the checker's source and what a wrong checker would have there.
///
/// @param file of the folder of the package `arenad`
record SourceFault(String name, String file, String was, String becomes) {

  private static final String LIST = "faults.txt";
  private static final Pattern SPACE = Pattern.compile("\\s+");

  /// All that `faults.txt` lists.
  static List<SourceFault> all() {
    List<SourceFault> faults = new ArrayList<>();
    String name = "";
    String file = "";
    StringBuilder was = new StringBuilder();
    StringBuilder becomes = new StringBuilder();
    for (String line : lines()) {
      if (line.startsWith("@ ")) {
        if (!name.isEmpty()) {
          faults.add(new SourceFault(name, file, was.toString().strip(), becomes.toString()));
        }
        String[] words = line.split(" ");
        name = words[1];
        file = words[2];
        was.setLength(0);
        becomes.setLength(0);
      } else if (line.startsWith("- ")) {
        was.append(line.substring(1));
      } else if (line.startsWith("+ ")) {
        becomes.append(line.substring(1));
      }
    }
    faults.add(new SourceFault(name, file, was.toString().strip(), becomes.toString()));
    return List.copyOf(faults);
  }

  private static List<String> lines() {
    try (InputStream in = Objects.requireNonNull(SourceFault.class.getResourceAsStream(LIST))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether its place is there, and once.
  boolean fits(String source) {
    Matcher matcher = pattern().matcher(source);
    return matcher.find() && !matcher.find();
  }

  /// The source with both: as it was, and the fault while [Planted] says so.
  String into(String source, int number) {
    String planted = becomes.replace("PLANTED", "arenad.fuzz.Planted.is(" + number + ")");
    return pattern().matcher(source).replaceFirst(Matcher.quoteReplacement(planted));
  }

  private Pattern pattern() {
    StringBuilder text = new StringBuilder();
    for (String word : SPACE.split(was)) {
      text.append(text.isEmpty() ? "" : "\\s+").append(Pattern.quote(word));
    }
    return Pattern.compile(text.toString());
  }
}
