package arenad.jvm.run;

import arenad.jvm.emit.Emitted;
import arenad.jvm.link.RuntimeClasses;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Programs that run one after another in one child JVM ([Batch]), with either runtime.
final class ChildBatch {

  private final Path folder;
  private final List<String> programs = new ArrayList<>();

  ChildBatch(Path folder) {
    this.folder = folder;
  }

  int size() {
    return programs.size();
  }

  /// @param choices what `flip()` of the program gives, in order; no when they are used up
  void add(List<Emitted.ClassFile> classes, List<Boolean> choices) throws IOException {
    Path home = Files.createDirectory(folder.resolve("p" + programs.size()));
    for (Emitted.ClassFile file : classes) {
      Path target = home.resolve(file.internalName() + ".class");
      Files.createDirectories(target.getParent());
      Files.write(target, Choices.intoFlip(file.bytes()));
    }
    StringBuilder planned = new StringBuilder();
    choices.forEach(choice -> planned.append(choice ? '1' : '0'));
    programs.add(home + ":" + planned);
  }

  /// What each program printed and how it ended, with [Batch#END] between.
  List<String> run(boolean checked) throws IOException, InterruptedException {
    String classPath = System.getProperty("java.class.path");
    if (checked) {
      classPath = checkedRuntime() + File.pathSeparator + classPath;
    }
    Path list = Files.write(folder.resolve("programs"), programs);
    List<String> arguments = new ArrayList<>();
    arguments.add("--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED");
    arguments.add("--enable-native-access=ALL-UNNAMED");
    arguments.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx1g"));
    arguments.addAll(List.of("-cp", classPath, Batch.class.getName(), list.toString()));
    Child.Run run = Child.java(folder, arguments);
    if (!run.errors().isEmpty()) {
      throw new AssertionError(run.errors());
    }
    List<String> each = new ArrayList<>();
    int from = 0;
    for (int end = run.output().indexOf(Batch.END); end >= 0; ) {
      int line = run.output().indexOf('\n', end);
      each.add(run.output().substring(from, line));
      from = line + 1;
      end = run.output().indexOf(Batch.END, from);
    }
    return each;
  }

  private Path checkedRuntime() throws IOException {
    Path target = folder.resolve("checked-runtime");
    RuntimeClasses checked = SourceProgram.runtime().checked();
    for (Map.Entry<String, byte[]> file : checked.files().entrySet()) {
      Path path = target.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    return target;
  }
}
