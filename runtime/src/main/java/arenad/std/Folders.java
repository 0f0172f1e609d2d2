package arenad.std;

import arenad.memory.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/// `io` of the standard library: what there is on disk.
public final class Folders {
  private Folders() {}

  /// 1 if there is a file or a folder, else 0.
  public static int exists(Context context, long path, int length) {
    try {
      return Files.exists(IoFailure.path(path, length)) ? 1 : 0;
    } catch (RuntimeException noPath) {
      return 0;
    }
  }

  /// 1 if there is a folder, else 0.
  public static int isFolder(Context context, long path, int length) {
    try {
      return Files.isDirectory(IoFailure.path(path, length)) ? 1 : 0;
    } catch (RuntimeException noPath) {
      return 0;
    }
  }

  /// Bytes of a file.
  ///
  /// @return -1 when that fails
  public static long size(Context context, long path, int length) {
    try {
      return Files.size(IoFailure.path(path, length));
    } catch (IOException | RuntimeException failure) {
      IoFailure.of(failure).leave(context);
      return -1;
    }
  }

  /// Something done to a path.
  private interface Action {
    void run() throws IOException;
  }

  private static int attempt(Action action) {
    try {
      action.run();
      return IoFailure.NONE.ordinal();
    } catch (IOException | RuntimeException failure) {
      return IoFailure.of(failure).ordinal();
    }
  }

  /// Removes a file, or a folder that is empty.
  ///
  /// @return the number of the [IoFailure]
  public static int remove(Context context, long path, int length) {
    return attempt(() -> Files.delete(IoFailure.path(path, length)));
  }

  /// Makes a folder, and those above it that are not there.
  ///
  /// @return the number of the [IoFailure]
  public static int create(Context context, long path, int length) {
    return attempt(() -> Files.createDirectories(IoFailure.path(path, length)));
  }

  /// Gives a file another path, in the place of what has that.
  ///
  /// @return the number of the [IoFailure]
  public static int move(Context context, long from, int fromLength, long to, int toLength) {
    return attempt(
        () ->
            Files.move(
                IoFailure.path(from, fromLength),
                IoFailure.path(to, toLength),
                StandardCopyOption.REPLACE_EXISTING));
  }

  /// Lists a folder.
  ///
  /// @return a number for [#next], or 0 when that fails
  public static long open(Context context, long path, int length) {
    try (Stream<Path> entries = Files.list(IoFailure.path(path, length))) {
      List<String> names =
          entries.map(entry -> String.valueOf(entry.getFileName())).sorted().toList();
      return OpenFiles.add(names.iterator());
    } catch (IOException | RuntimeException failure) {
      IoFailure.of(failure).leave(context);
      return 0;
    }
  }

  /// The next name, in an arena; its length goes to `r1`.
  ///
  /// @return 0 when there is none any more; then the number is no more good
  public static long next(Context context, long folder, long arena) {
    if (OpenFiles.get(folder) instanceof Iterator<?> names && names.hasNext()) {
      return JavaText.copy(context, arena, String.valueOf(names.next()));
    }
    OpenFiles.remove(folder);
    context.r1 = 0;
    return 0;
  }
}
