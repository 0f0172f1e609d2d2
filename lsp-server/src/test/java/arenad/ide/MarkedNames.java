package arenad.ide;

import arenad.text.SourceText;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A program with comments that say what an editor is told of names, written anew.
record MarkedNames(FileView file) {
  private static final Pattern MARK = Pattern.compile("(\\s*// *\\^) (hover|definition)\\b.*");

  String written() {
    StringBuilder written = new StringBuilder();
    int start = 0;
    int line = 0;
    for (String each : file.parsed().text().text().lines().toList()) {
      Matcher mark = MARK.matcher(each);
      if (mark.matches()) {
        int caret = line + mark.end(1) - 1;
        written.append(mark.group(1)).append(' ').append(mark.group(2)).append(": ");
        written.append(mark.group(2).equals("hover") ? hover(caret) : definition(caret));
      } else {
        line = start;
        written.append(each);
      }
      written.append('\n');
      start += each.length() + 1;
    }
    return written.toString();
  }

  /// On one line: without the fence of the block of code.
  private String hover(int offset) {
    HoverText hover = HoverText.at(file, offset, false);
    return hover == null
        ? "nothing"
        : hover
            .markdown()
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("```"))
            .collect(Collectors.joining(" / "));
  }

  /// In this file the line and column, in others the file alone, which may change; and what stands there.
  private String definition(int offset) {
    Definition found = Definition.at(file, offset);
    if (found == null) {
      return "nothing";
    }
    SourceText text = found.text();
    String name = text.text().substring(found.start(), found.end());
    if (!found.path().equals(file.path())) {
      return String.join(" ", List.of(found.path(), name)).strip();
    }
    int line = text.lineOf(found.start());
    int column = found.start() - text.lineStart(line);
    return (line + 1) + ":" + (column + 1) + " " + name;
  }
}
