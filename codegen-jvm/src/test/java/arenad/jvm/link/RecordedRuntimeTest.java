package arenad.jvm.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arenad.memory.Memory;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Type;

final class RecordedRuntimeTest {
  private static RuntimeClasses runtime() throws IOException, URISyntaxException {
    return RuntimeClasses.from(
        Path.of(Memory.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
  }

  @Test
  void aPlainProgramHasNothingOfTheRecorder() throws IOException, URISyntaxException {
    RuntimeClasses runtime = runtime();
    assertTrue(runtime.files().keySet().stream().noneMatch(name -> name.contains("record/")));
    for (byte[] file : runtime.files().values()) {
      assertFalse(
          new String(file, java.nio.charset.StandardCharsets.ISO_8859_1)
              .contains("arenad/record/"));
    }
  }

  @Test
  void aRecordedOneHasAllHooksAndThePage() throws IOException, URISyntaxException {
    SortedMap<String, byte[]> files = runtime().recorded(List.of()).files();
    assertNotNull(files.get("arenad/record/page.html"));
    assertNotNull(files.get("arenad/record/names.txt"));
    assertFalse(
        Arrays.equals(
            files.get("arenad/memory/Arenas.class"),
            runtime().files().get("arenad/memory/Arenas.class")));
    assertFalse(runtime().checked().recorded(List.of()).files().isEmpty());
  }

  @Test
  void everyHookCallsAMethodThatIsThereAndEachIsCalled() throws ReflectiveOperationException {
    Set<String> there =
        Arrays.stream(Class.forName("arenad.record.Recording").getMethods())
            .filter(method -> Modifier.isStatic(method.getModifiers()))
            .map(method -> method.getName() + Type.getMethodDescriptor(method))
            .collect(Collectors.toSet());
    there.remove("ending(I)V");
    Set<String> called =
        Hook.ALL.stream()
            .map(hook -> hook.call() + hook.callDescriptor(isStatic(hook)))
            .collect(Collectors.toSet());
    assertEquals(there, called);
  }

  private static boolean isStatic(Hook hook) {
    return !hook.owner().equals("arenad/memory/Context");
  }
}
