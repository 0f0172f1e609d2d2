package arenad.rooms;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The rules of `rooms.txt`.
///
/// @param imports for each room, the rooms it may import
/// @param kept packages and classes from outside, with the only rooms that may use them
record Rooms(Map<String, Set<String>> imports, List<Kept> kept) {

  private static final String OURS = "arenad.";

  /// @param prefix a package, with all below it, or a class, with its nested ones
  /// @param line where the rule stands in `rooms.txt`
  record Kept(Set<String> rooms, String prefix, int line) {
    boolean covers(String className) {
      return className.startsWith(prefix)
          && (className.length() == prefix.length()
              || ".$".indexOf(className.charAt(prefix.length())) >= 0);
    }
  }

  static Rooms parse(List<String> lines) {
    Map<String, Set<String>> imports = new TreeMap<>();
    List<Kept> kept = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      int colon = line.indexOf(':');
      String subject = line.substring(0, Math.max(colon, 0)).strip();
      String rest = line.substring(colon + 1).strip();
      if (colon > 0 && subject.startsWith("only ")) {
        Set<String> rooms = names(subject.substring("only ".length()));
        for (String prefix : names(rest)) {
          kept.add(new Kept(rooms, prefix, i + 1));
        }
      } else if (colon > 0 && rest.startsWith("may import")) {
        if (imports.put(subject, names(rest.substring("may import".length()))) != null) {
          throw new IllegalArgumentException(
              "line " + (i + 1) + ": `" + subject + "` has two lines");
        }
      } else {
        throw new IllegalArgumentException("line " + (i + 1) + ": not a rule: " + line);
      }
    }
    Rooms rooms = new Rooms(imports, List.copyOf(kept));
    rooms.requireKnownNames();
    return rooms;
  }

  private static Set<String> names(String list) {
    return Arrays.stream(list.split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
  }

  private void requireKnownNames() {
    Stream<String> named =
        Stream.concat(
            imports.values().stream().flatMap(Set::stream),
            kept.stream().flatMap(rule -> rule.rooms().stream()));
    String unknown =
        named.filter(room -> !imports.containsKey(room)).distinct().collect(joining(", "));
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("rooms without a line of their own: " + unknown);
    }
  }

  /// What the class does against the rules, one sentence each; empty when it keeps them.
  List<String> violations(ClassUses uses) {
    String room = room(uses.name());
    Set<String> allowed = imports.get(room);
    if (allowed == null) {
      return List.of(uses.name() + ": the package `" + room + "` has no line in rooms.txt");
    }
    List<String> violations = new ArrayList<>();
    for (String used : uses.used()) {
      if (used.startsWith(OURS)) {
        String other = room(used);
        if (!other.equals(room) && !allowed.contains(other)) {
          violations.add(
              uses.name() + " uses " + used + ": `" + room + "` may not import `" + other + "`");
        }
      } else {
        kept.stream()
            .filter(rule -> rule.covers(used) && !rule.rooms().contains(room))
            .map(
                rule ->
                    uses.name()
                        + " uses "
                        + used
                        + ": only "
                        + String.join(", ", rule.rooms())
                        + " may (rooms.txt:"
                        + rule.line()
                        + ")")
            .forEach(violations::add);
      }
    }
    return violations;
  }

  /// The room of a class of ours: its package without `arenad.`.
  static String room(String className) {
    return className.substring(OURS.length(), Math.max(className.lastIndexOf('.'), OURS.length()));
  }
}
