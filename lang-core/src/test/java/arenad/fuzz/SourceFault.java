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

/// Places in the checker's source and what a wrong checker would have there.
///
/// @param file of the folder of the package `arenad`
record SourceFault(String name, String file, List<Change> changes) {

  private static final String LIST = "faults.txt";
  private static final Pattern SPACE = Pattern.compile("\\s+");

  /// One place.
  record Change(String was, String becomes) {

    /// The text as it is now, whatever the white space.
    Pattern pattern() {
      StringBuilder text = new StringBuilder();
      for (String word : SPACE.split(was)) {
        text.append(text.isEmpty() ? "" : "\\s+").append(Pattern.quote(word));
      }
      return Pattern.compile(text.toString());
    }
  }

  /// All that `faults.txt` lists.
  static List<SourceFault> all() {
    List<SourceFault> faults = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    String was = "";
    for (String line : lines()) {
      if (line.startsWith("@ ")) {
        String[] words = line.split(" ");
        changes = new ArrayList<>();
        faults.add(new SourceFault(words[1], words[2], changes));
      } else if (line.startsWith("- ")) {
        was = line.substring(2);
      } else if (line.startsWith("+ ")) {
        changes.add(new Change(was, line.substring(2)));
      }
    }
    return faults;
  }

  private static List<String> lines() {
    try (InputStream in = Objects.requireNonNull(SourceFault.class.getResourceAsStream(LIST))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether each of its places is there, and once.
  boolean fits(String source) {
    return changes.stream().allMatch(change -> isOnce(change.pattern().matcher(source)));
  }

  private static boolean isOnce(Matcher matcher) {
    return matcher.find() && !matcher.find();
  }

  /// The source with both: as it was, and the fault while [Planted] says so.
  String into(String source, int number) {
    String faulty = source;
    for (Change change : changes) {
      String planted = change.becomes.replace("PLANTED", "arenad.fuzz.Planted.is(" + number + ")");
      faulty = change.pattern().matcher(faulty).replaceFirst(Matcher.quoteReplacement(planted));
    }
    return faulty;
  }
}
