package arenad.panic;

/// A frame of the stack as its programmer knows it.
public final class ArenaFrame {
  private ArenaFrame() {}

  /// The function with its module: `geometry.vec.Vec3.length`.
  public static String function(StackTraceElement frame) {
    return moduleOf(frame) + "." + nameOf(frame);
  }

  /// File and line: `src/main.arena:12`.
  ///
  /// @param sourceRoot what stands before a module's path in file names, for example `src/`
  public static String place(StackTraceElement frame, String sourceRoot) {
    int line = frame.getLineNumber();
    return line > 0 ? path(frame, sourceRoot) + ":" + line : path(frame, sourceRoot);
  }

  /// The name of a function that belongs to another, as a closure does, has a number behind that of the other.
  private static String nameOf(StackTraceElement frame) {
    return frame.getMethodName().replaceAll("\\$\\d+\\$", ".").replace('$', '.');
  }

  /// An instance of a generic function has a class of its own, named after its module and `$$`.
  private static String moduleOf(StackTraceElement frame) {
    String type = frame.getClassName();
    int mark = type.indexOf("$$", 1);
    return mark < 0 ? type : type.substring(0, mark);
  }

  /// A source file attribute with a slash is a path already; a plain name stands in the folder of its module.
  private static String path(StackTraceElement frame, String sourceRoot) {
    String file = String.valueOf(frame.getFileName());
    if (file.indexOf('/') >= 0) {
      return file;
    }
    String type = frame.getClassName();
    int dot = type.lastIndexOf('.');
    return sourceRoot + (dot < 0 ? "" : type.substring(0, dot + 1).replace('.', '/')) + file;
  }
}
