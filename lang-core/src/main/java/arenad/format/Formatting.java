package arenad.format;

import arenad.parse.Parsed;
import arenad.parse.TreeListing;
import arenad.text.SourceText;

/// Formats a module.
///
/// Where lines break inside an expression, a list or a block is the writer's choice, but for a few
/// cases: a block, struct or match that is broken at all has each of its parts on a line of its own,
/// opening braces and `else` stand on the line of what they belong to, and no two empty lines follow
/// each other. Indentation is two spaces a level; what goes on behind the first line of a statement is
/// one level further in. Comments behind the code of adjacent lines are aligned.
public final class Formatting {
  private Formatting() {}

  /// The formatted text. What cannot be formatted without changing its meaning is left as it is.
  public static String of(Parsed parsed) {
    if (parsed.text().firstMalformed() >= 0) {
      return parsed.text().text();
    }
    String formatted = new Printer(new Shape(parsed)).print();
    return sameStructure(parsed, formatted) ? formatted : parsed.text().text();
  }

  /// A guard: whatever the rules say, what is parsed must stay the same.
  private static boolean sameStructure(Parsed before, String after) {
    Parsed parsed = Parsed.of(before.module(), SourceText.of(after));
    return TreeListing.of(parsed.tree().root()).equals(TreeListing.of(before.tree().root()));
  }
}
