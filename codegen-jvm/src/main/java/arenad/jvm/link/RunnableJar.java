package arenad.jvm.link;

import arenad.jvm.abi.Launch;
import arenad.jvm.emit.Emitted;
import arenad.jvm.emit.JvmNames;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a program as one jar that `java -jar` runs.
///
/// Entries are sorted and stored without compression, all with the same time: neither the clock nor a version of zlib shows in
/// the bytes, and a small program starts faster.
public final class RunnableJar {

  private static final String MANIFEST = "META-INF/MANIFEST.MF";

  /// The first day that a zip archive can tell.
  private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

  private RunnableJar() {}

  public static byte[] of(Program program) {
    SortedMap<String, byte[]> entries = new TreeMap<>(program.libraries());
    entries.putAll(program.runtime().files());
    for (Emitted.ClassFile file : program.classes()) {
      entries.put(file.internalName() + ".class", file.bytes());
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setMethod(ZipOutputStream.STORED);
      write(MANIFEST, manifest(program).getBytes(StandardCharsets.UTF_8), zip);
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        write(entry.getKey(), entry.getValue(), zip);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /// Replaces the file as a whole: whoever runs the old one goes on with that.
  public static void write(Program program, Path target) throws IOException {
    Path whole = target.toAbsolutePath();
    Path folder = whole.getParent();
    if (folder == null) {
      throw new IOException("not a file: " + target);
    }
    Files.createDirectories(folder);
    Path draft = Files.createTempFile(folder, ".", ".jar");
    try {
      Files.write(draft, of(program));
      try {
        Files.move(draft, whole, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException _) {
        Files.move(draft, whole, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static String manifest(Program program) {
    StringBuilder text = new StringBuilder();
    line("Manifest-Version", "1.0", text);
    line("Main-Class", Launch.PROGRAM, text);
    line("Add-Exports", "java.base/jdk.internal.misc", text);
    line("Enable-Native-Access", "ALL-UNNAMED", text);
    line(Launch.MAIN_ATTRIBUTE, JvmNames.classOf(program.mainModule()).replace('/', '.'), text);
    line(Launch.SOURCE_ATTRIBUTE, program.sourceRoot(), text);
    return text.append("\r\n").toString();
  }

  /// A line of a manifest has at most 72 bytes; what is longer goes on in the next behind a space.
  private static void line(String name, String value, StringBuilder text) {
    String line = name + ": " + value;
    int width = 0;
    for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
      String character = Character.toString(line.codePointAt(i));
      int bytes = character.getBytes(StandardCharsets.UTF_8).length;
      if (width + bytes > 70) {
        text.append("\r\n ");
        width = 1;
      }
      text.append(character);
      width += bytes;
    }
    text.append("\r\n");
  }

  private static void write(String name, byte[] bytes, ZipOutputStream zip) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    CRC32 crc = new CRC32();
    crc.update(bytes);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCompressedSize(bytes.length);
    entry.setCrc(crc.getValue());
    entry.setTimeLocal(EPOCH);
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }
}
