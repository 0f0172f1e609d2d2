package arenad.workspace;

import arenad.diagnostic.Code;
import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Place;
import arenad.text.LineColumn;
import arenad.text.SourceText;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads `arena.toml`. A mistake in it is a diagnostic, and the rest of it still counts.
///
/// ```
/// [project]
/// name = "tour"          # the folder's name, if left out
/// version = "0.1.0"
/// source = "src"         # where modules begin
/// main = "main"          # the module that `run` starts
/// classpath = ["lib/*.jar"]   # jars and folders of Java classes for `extern`
/// ```
final class ProjectFile {
  private static final Set<String> KEYS = Set.of("name", "version", "source", "main", "classpath");
  private static final Pattern MODULE = Pattern.compile("[\\p{L}_]\\w*(\\.[\\p{L}_]\\w*)*");
  private static final TomlMapper TOML = new TomlMapper();

  private final SourceText text;
  private final List<Diagnostic> mistakes = new ArrayList<>();

  private ProjectFile(SourceText text) {
    this.text = text;
  }

  /// The project whose `arena.toml` lies in `root`.
  static Project read(Path root) {
    SourceText text;
    try {
      text = SourceText.of(Files.readAllBytes(root.resolve(Project.FILE)));
    } catch (IOException unreadable) {
      Diagnostic mistake =
          Diagnostic.of(
              Code.E0602,
              new Place.InFile(Project.FILE, 0, 0),
              "`" + Project.FILE + "` cannot be read: " + Unreadable.reason(unreadable));
      return withDefaults(root, List.of(mistake));
    }
    return of(root, text);
  }

  static Project of(Path root, SourceText text) {
    return new ProjectFile(text).project(root);
  }

  private Project project(Path root) {
    if (text.firstMalformed() >= 0) {
      int at = text.firstMalformed();
      mistakes.add(
          Diagnostic.of(
              Code.E0004,
              new Place.InFile(Project.FILE, at, at + 1),
              "`" + Project.FILE + "` is not UTF-8"));
      return withDefaults(root, mistakes);
    }
    JsonNode tree;
    try {
      tree = TOML.readTree(text.text());
    } catch (JacksonException wrong) {
      mistakes.add(syntaxError(wrong));
      return withDefaults(root, mistakes);
    }
    JsonNode section = tree.path("project");
    if (!section.isObject()) {
      mistake("", "`" + Project.FILE + "` has no section `[project]`");
      return withDefaults(root, mistakes);
    }
    for (Map.Entry<String, JsonNode> entry : section.properties()) {
      if (!KEYS.contains(entry.getKey())) {
        mistake(entry.getKey(), "`" + entry.getKey() + "` is no setting of `[project]`");
      }
    }
    String source = folder(root, value(section, "source", "src"));
    return new Project(
        root,
        Project.Kind.PROJECT,
        value(section, "name", nameOf(root)),
        value(section, "version", "0.0.0"),
        source,
        module(value(section, "main", "main")),
        classpath(section),
        mistakes);
  }

  private static Project withDefaults(Path root, List<Diagnostic> mistakes) {
    return new Project(
        root,
        Project.Kind.PROJECT,
        nameOf(root),
        "0.0.0",
        "src",
        "main",
        Project.CLASSPATH,
        mistakes);
  }

  private static String nameOf(Path root) {
    Path last = root.getFileName();
    return last == null ? "project" : last.toString();
  }

  private String value(JsonNode section, String key, String otherwise) {
    JsonNode value = section.get(key);
    if (value == null) {
      return otherwise;
    }
    if (!value.isTextual()) {
      mistake(key, "`" + key + "` must be a text in quotes");
      return otherwise;
    }
    return value.textValue();
  }

  private List<String> classpath(JsonNode section) {
    JsonNode value = section.get("classpath");
    if (value == null) {
      return Project.CLASSPATH;
    }
    List<String> entries = new ArrayList<>();
    for (JsonNode entry : value) {
      if (entry.isTextual()) {
        entries.add(entry.textValue());
      }
    }
    if (!value.isArray() || entries.size() < value.size()) {
      mistake("classpath", "`classpath` must be a list of texts: `[\"lib/acme.jar\"]`");
    }
    return entries;
  }

  /// The folder of the sources as a path with `/` below the root, which may be the root itself.
  private String folder(Path root, String written) {
    Path path;
    try {
      path = root.resolve(written).normalize();
    } catch (java.nio.file.InvalidPathException wrong) {
      mistake("source", "`" + written + "` is no path");
      return "src";
    }
    if (!path.startsWith(root)) {
      mistake("source", "`source` must be a folder inside the project");
      return "src";
    }
    return root.relativize(path).toString().replace('\\', '/');
  }

  private String module(String written) {
    if (!MODULE.matcher(written).matches()) {
      mistake("main", "`" + written + "` is no name of a module");
      return "main";
    }
    return written;
  }

  private void mistake(String key, String message) {
    int start = 0;
    int end = 0;
    Matcher line =
        Pattern.compile(
                "^[ \\t]*[\"']?" + Pattern.quote(key) + "[\"']?[ \\t]*=.*$", Pattern.MULTILINE)
            .matcher(text.text());
    if (!key.isEmpty() && line.find()) {
      start = line.start();
      end = line.end();
    }
    mistakes.add(Diagnostic.of(Code.E0601, new Place.InFile(Project.FILE, start, end), message));
  }

  private Diagnostic syntaxError(JacksonException wrong) {
    var location = wrong.getLocation();
    int line = location == null ? 1 : Math.max(1, location.getLineNr());
    int column = location == null ? 1 : Math.max(1, location.getColumnNr());
    int start = text.offset(new LineColumn(line - 1, column - 1));
    int end = Math.max(start, Math.min(text.length(), start + 1));
    String message = wrong.getOriginalMessage();
    return Diagnostic.of(
        Code.E0601,
        new Place.InFile(Project.FILE, start, end),
        "`" + Project.FILE + "` is not well-formed: " + firstLine(message));
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }
}
