package arenad.resolve;

import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Edit;
import arenad.diagnostic.Fix;
import arenad.diagnostic.Place;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Guesses which name was meant by one that does not exist.
public final class Suggestion {
  private Suggestion() {}

  /// The candidate nearest to `name`, near enough to be a slip of the hand; ties go to the first in
  /// alphabetical order. Null when none is.
  public static @Nullable String of(String name, Collection<String> candidates) {
    String best = null;
    int bestDistance = Math.min(Math.max(1, name.length() / 3) + 1, name.length());
    for (String candidate : candidates) {
      int distance = distance(name, candidate, bestDistance);
      if (distance < bestDistance
          || distance == bestDistance && best != null && candidate.compareTo(best) < 0) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return best;
  }

  /// The diagnostic, which complains of `name` at `place`, with the nearest candidate as help and
  /// fix.
  public static Diagnostic offered(
      Diagnostic diagnostic, Place place, String name, Collection<String> candidates) {
    String best = of(name, candidates);
    return best == null
        ? diagnostic
        : diagnostic
            .help("did you mean `" + best + "`?")
            .fix(new Fix("write `" + best + "`", new Edit.Replace(place, best)));
  }

  /// Edits of one character (insert, delete, replace, swap of neighbours; a change of case counts
  /// nothing if it is all there is), or `limit` if there are more.
  private static int distance(String a, String b, int limit) {
    if (a.equalsIgnoreCase(b)) {
      return 0;
    }
    if (Math.abs(a.length() - b.length()) >= limit || Math.max(a.length(), b.length()) > 100) {
      return limit + 1;
    }
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + same);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[b.length()];
  }
}
