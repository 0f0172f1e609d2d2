package arenad.record;

import arenad.panic.ArenaFrame;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the place in the source that a thread is at.
final class Sites {
  private static final String LIBRARY = "std.";
  private static final String LITERALS = "arenad.memory.Literals";
  private static final StackWalker WALKER = StackWalker.getInstance();

  private final String sourceRoot;
  private final Names names;
  private final Map<Key, Site> known = new HashMap<>();

  /// @param sourceRoot what stands before a module's path in file names
  Sites(String sourceRoot, Names names) {
    this.sourceRoot = sourceRoot;
    this.names = names;
  }

  /// Where a thread is.
  ///
  /// @param caller the class of the runtime that the program called
  /// @param inLiterals whether the runtime is about to make the arena of literals, whoever was the first to need it
  record Here(Site site, String caller, boolean inLiterals) {}

  private record Key(String type, String method, int index, String via) {}

  private record Found(
      String caller,
      boolean inLiterals,
      StackWalker.@Nullable StackFrame user,
      StackWalker.@Nullable StackFrame std) {}

  Here here() {
    Found found = WALKER.walk(Sites::find);
    StackWalker.StackFrame at = found.user == null ? found.std : found.user;
    if (at == null) {
      return new Here(Site.NONE, found.caller, found.inLiterals);
    }
    String via = found.user == null || found.std == null ? "" : text(found.std);
    Key key = new Key(at.getClassName(), at.getMethodName(), at.getByteCodeIndex(), via);
    return new Here(known.computeIfAbsent(key, _ -> site(at, via)), found.caller, found.inLiterals);
  }

  private static Found find(Stream<StackWalker.StackFrame> frames) {
    String caller = "";
    boolean inLiterals = false;
    StackWalker.StackFrame std = null;
    var rest = frames.iterator();
    while (rest.hasNext()) {
      StackWalker.StackFrame frame = rest.next();
      String file = frame.getFileName();
      if (file == null || !file.endsWith(".arena")) {
        if (std == null) {
          caller = frame.getClassName();
          inLiterals |= caller.equals(LITERALS);
        }
      } else if (frame.getClassName().startsWith(LIBRARY)) {
        std = frame;
      } else {
        return new Found(caller, inLiterals, frame, std);
      }
    }
    return new Found(caller, inLiterals, null, std);
  }

  private Site site(StackWalker.StackFrame frame, String via) {
    StackTraceElement element = frame.toStackTraceElement();
    return new Site(
        ArenaFrame.place(element, sourceRoot),
        ArenaFrame.function(element),
        via,
        via.isEmpty() ? names.at(frame) : "");
  }

  private static String text(StackWalker.StackFrame frame) {
    return ArenaFrame.function(frame.toStackTraceElement());
  }
}
