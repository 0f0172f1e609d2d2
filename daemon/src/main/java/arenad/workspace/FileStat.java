package arenad.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// What the file system says of a file without reading it. Equal ones are a hint that the content is
/// the same, no proof: see [#isRacy].
///
/// @param size in bytes
/// @param modified in nanoseconds since 1970
/// @param changed the inode's own time, which nobody can set back
/// @param inode its number
record FileStat(long size, long modified, long changed, long inode) {
  /// Two writes nearer than this may get the same time from the file system.
  private static final long GRANULARITY = 2_000_000_000L;

  static FileStat of(Path file) throws IOException {
    Map<String, Object> attributes =
        Files.readAttributes(file, "unix:size,lastModifiedTime,ctime,ino,isRegularFile");
    if (!asked(attributes, "isRegularFile", Boolean.class)) {
      throw new IOException("not a regular file");
    }
    return new FileStat(
        asked(attributes, "size", Long.class),
        nanos(asked(attributes, "lastModifiedTime", FileTime.class)),
        nanos(asked(attributes, "ctime", FileTime.class)),
        asked(attributes, "ino", Long.class));
  }

  /// An attribute that was asked for, which therefore is there.
  private static <T> T asked(Map<String, Object> attributes, String name, Class<T> type) {
    return type.cast(Objects.requireNonNull(attributes.get(name), name));
  }

  /// Whether the file may have been written once more after it was read at `readAt`, without its times
  /// showing it: it was young when it was read.
  ///
  /// @param readAt nanoseconds since 1970
  boolean isRacy(long readAt) {
    return Math.max(modified, changed) > readAt - GRANULARITY;
  }

  private static long nanos(FileTime time) {
    return time.to(TimeUnit.NANOSECONDS);
  }
}
