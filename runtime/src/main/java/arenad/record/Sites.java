package arenad.record;

import arenad.panic.ArenaFrame;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the place in the source that a thread is at.
final class Sites {
  private static final String LIBRARY = "std.";
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
  record Here(Site site, String caller) {}

  private record Key(String type, String method, int index, String via) {}

  private record Found(
      String caller, StackWalker.@Nullable StackFrame user, StackWalker.@Nullable StackFrame std) {}

  Here here() {
    Found found = WALKER.walk(Sites::find);
    StackWalker.StackFrame at = found.user == null ? found.std : found.user;
    if (at == null) {
      return new Here(Site.NONE, found.caller);
    }
    String via = found.user == null || found.std == null ? "" : text(found.std);
    Key key = new Key(at.getClassName(), at.getMethodName(), at.getByteCodeIndex(), via);
    return new Here(known.computeIfAbsent(key, _ -> site(at, via)), found.caller);
  }

  private static Found find(Stream<StackWalker.StackFrame> frames) {
    String caller = "";
    StackWalker.StackFrame std = null;
    var rest = frames.iterator();
    while (rest.hasNext()) {
      StackWalker.StackFrame frame = rest.next();
      String file = frame.getFileName();
      if (file == null || !file.endsWith(".arena")) {
        if (std == null) {
          caller = frame.getClassName();
        }
      } else if (frame.getClassName().startsWith(LIBRARY)) {
        std = std == null ? frame : std;
      } else {
        return new Found(caller, frame, std);
      }
    }
    return new Found(caller, null, std);
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
