package arenad.incremental;

import arenad.diagnostic.Code;
import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Place;
import arenad.outline.Fingerprint;
import arenad.outline.Outline;
import arenad.parse.Parsed;
import arenad.workspace.SourceFile;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.util.List;

/// Parsed files that were needed lately, by their content; all others are parsed again when asked for.
final class Syntax {
  /// Characters of text whose trees stay in memory.
  private static final long CHARACTERS = 8_000_000;

  private record Text(String module, Fingerprint fingerprint) {}

  private final Cache<Text, Parsed> trees =
      CacheBuilder.newBuilder()
          .maximumWeight(CHARACTERS)
          .weigher((Text _, Parsed parsed) -> 200 + parsed.text().length())
          .concurrencyLevel(1)
          .build();

  Parsed parsed(SourceFile file) {
    Text key = new Text(file.module(), file.fingerprint());
    Parsed parsed = trees.getIfPresent(key);
    if (parsed == null) {
      parsed = Parsed.of(file.module(), file.text());
      trees.put(key, parsed);
    }
    return parsed;
  }

  /// Of a file whose module has the name of a standard one: it declares nothing, and is no module.
  static Outline reserved(SourceFile file) {
    Diagnostic mistake =
        Diagnostic.of(
                Code.E0105,
                new Place.InFile(file.path(), 0, 0),
                "`" + file.module() + "` is a module of the language already")
            .help("give the file another name, or put it into another folder than `std`");
    return new Outline(
        file.path(), false, List.of(), Fingerprint.EMPTY, List.of(), List.of(mistake));
  }

  /// Of a file that cannot be read: a module that declares nothing.
  static Outline unreadable(SourceFile file, String why) {
    Diagnostic mistake =
        Diagnostic.of(
            Code.E0602,
            new Place.InModule(file.module(), 0, 0),
            "`" + file.path() + "` cannot be read: " + why);
    return new Outline(
        file.module(), false, List.of(), Fingerprint.EMPTY, List.of(), List.of(mistake));
  }
}
