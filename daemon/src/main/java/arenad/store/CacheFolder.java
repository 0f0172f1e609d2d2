package arenad.store;

import arenad.store.XodusStore.DamagedStore;
import arenad.trace.Log;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The folder that a workspace's cache lies in (`.arenad` of a project): one owner at a time, one
/// version at a time.
///
/// ```
/// .gitignore         keeps the folder out of the user's repository
/// lock               locked by the process that owns the cache
/// cache/version      which build, in which form, wrote `cache/`
/// cache/records/     Xodus' files
/// cache.set-aside/   the last cache that was damaged or of another version
/// ```
/// The folder may be deleted at any time; nothing in it is worth more than the time to make it again.
public final class CacheFolder implements AutoCloseable {
  private final Path folder;
  private final String version;
  private final Log log;
  private final @Nullable FileChannel lockFile;
  private RecordStore store;

  private CacheFolder(
      Path folder, String version, Log log, @Nullable FileChannel lockFile, RecordStore store) {
    this.folder = folder;
    this.version = version;
    this.log = log;
    this.lockFile = lockFile;
    this.store = store;
  }

  /// Opens the cache in `folder`, or works in memory when the folder cannot be written or another
  /// process owns it.
  ///
  /// @param version identifies the build and the form of its records; one line
  public static CacheFolder open(Path folder, String version, Log log) {
    try {
      Files.createDirectories(folder);
      writeIfAbsent(folder.resolve(".gitignore"), "*\n");
      FileChannel lockFile = lock(folder.resolve("lock"));
      if (lockFile == null) {
        log.line("cache: " + folder + " belongs to another process; working in memory");
        return new CacheFolder(folder, version, log, null, new MemoryStore());
      }
      RecordStore store = openStore(folder, version, log);
      return new CacheFolder(folder, version, log, lockFile, store);
    } catch (IOException | UncheckedIOException unusable) {
      log.line("cache: " + folder + " cannot be used; working in memory", unusable);
      return new CacheFolder(folder, version, log, null, new MemoryStore());
    }
  }

  public RecordStore store() {
    return store;
  }

  /// If the store has broken, sets its files aside and opens an empty one.
  ///
  /// @return whether there is a new, empty store now
  public boolean mendIfBroken() {
    if (!(store instanceof XodusStore xodus) || !xodus.isBroken()) {
      return false;
    }
    xodus.close();
    store = new MemoryStore();
    try {
      setAside(folder, "damaged", log);
      store = openStore(folder, version, log);
    } catch (IOException | UncheckedIOException unusable) {
      log.line("cache: " + folder + " cannot be used; working in memory", unusable);
    }
    return true;
  }

  private static RecordStore openStore(Path folder, String version, Log log) throws IOException {
    Path cache = folder.resolve("cache");
    if (Files.exists(cache) && !version.equals(versionIn(cache))) {
      setAside(folder, "written by another build", log);
    }
    try {
      return create(cache, version, log);
    } catch (DamagedStore damaged) {
      setAside(folder, "damaged (" + damaged.getMessage() + ")", log);
    }
    try {
      return create(cache, version, log);
    } catch (DamagedStore again) {
      log.line("cache: cannot be made in " + folder + "; working in memory", again);
      return new MemoryStore();
    }
  }

  private static RecordStore create(Path cache, String version, Log log)
      throws IOException, DamagedStore {
    Path records = cache.resolve("records");
    Files.createDirectories(records);
    if (!Files.exists(cache.resolve("version"))) {
      Path fresh = cache.resolve("version.new");
      Files.writeString(fresh, version + "\n");
      Files.move(fresh, cache.resolve("version"), StandardCopyOption.ATOMIC_MOVE);
    }
    // Xodus' own lock file stays behind when its process is killed. It is ours to judge: we hold
    // `lock`.
    Files.deleteIfExists(records.resolve("xd.lck"));
    return XodusStore.open(records, log);
  }

  private static @Nullable String versionIn(Path cache) {
    try {
      List<String> lines = Files.readAllLines(cache.resolve("version"));
      return lines.size() == 1 ? lines.getFirst() : null;
    } catch (IOException unreadable) {
      return null;
    }
  }

  private static void setAside(Path folder, String reason, Log log) throws IOException {
    Path aside = folder.resolve("cache.set-aside");
    deleteAll(aside);
    Files.move(folder.resolve("cache"), aside);
    log.line("cache: " + reason + "; set aside as " + aside + " and made anew");
  }

  private static @Nullable FileChannel lock(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return channel;
      }
    } catch (OverlappingFileLockException ours) {
      // Another session of this very process owns it.
    }
    channel.close();
    return null;
  }

  private static void writeIfAbsent(Path file, String text) throws IOException {
    if (!Files.exists(file)) {
      Files.writeString(file, text);
    }
  }

  /// Removes the cache in `folder`, set aside ones too; the caller has made sure that nobody owns it.
  public static void delete(Path folder) throws IOException {
    deleteAll(folder.resolve("cache"));
    deleteAll(folder.resolve("cache.set-aside"));
  }

  private static void deleteAll(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(root)) {
      paths = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.deleteIfExists(path);
    }
  }

  @Override
  public void close() {
    store.close();
    if (lockFile != null) {
      try {
        lockFile.close();
      } catch (IOException failure) {
        log.line("cache: its lock could not be released", failure);
      }
    }
  }
}
