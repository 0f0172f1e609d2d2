package arenad.jvm.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import arenad.ir.Instruction;
import arenad.ir.IrFunction;
import arenad.ir.Terminator;
import arenad.ir.Value;
import arenad.jvm.emit.ClassEmitting;
import arenad.jvm.emit.Emitted;
import arenad.jvm.emit.FunctionCode;
import arenad.jvm.emit.ModuleCode;
import arenad.memory.Memory;
import arenad.symbol.SymbolId;
import arenad.text.Span;
import arenad.type.ConstantValue;
import arenad.type.Type;
import arenad.typed.Operation;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Jars that `java -jar` runs, and lists of tests.
final class RunnableJarTest {

  private static final Span HERE = new Span(0, 0);

  @TempDir Path folder;

  @Test
  void jarRunsOnItsOwn() throws Exception {
    Path jar = folder.resolve("out/hello.jar");
    RunnableJar.write(program(), jar);
    Run run = java("-jar", jar.toString());
    assertEquals("hällo\n", run.output());
    assertEquals("", run.errors());
    assertEquals(7, run.status());
    assertEquals(List.of("hello.jar"), names(jar.getParent()));
  }

  @Test
  void sameProgramGivesSameBytes() throws Exception {
    assertArrayEquals(RunnableJar.of(program()), RunnableJar.of(program()));
  }

  @Test
  void testsRunFromTheirList() throws Exception {
    Path jar = folder.resolve("tests.jar");
    RunnableJar.write(program(), jar);
    Path list = folder.resolve("tests");
    Files.writeString(list, TestList.of(List.of(module()), ""));
    Run run =
        java(
            "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            jar.toString(),
            "arenad.launch.Tests",
            list.toString(),
            "src/");
    assertEquals(
        """
        ok      tools.hello: passes
        FAILED  tools.hello: fails
          panic: no
            at tools.hello.test.1 (src/tools/hello.arena:1)
        1 passed, 1 failed
        """,
        run.errors());
    assertEquals(1, run.status());
  }

  @Test
  void filterChoosesTestsByName() {
    assertEquals(
        "tools.hello\ttest$1\ttools.hello: fails\n", TestList.of(List.of(module()), "fail"));
  }

  private static ModuleCode module() {
    Value text = text("hällo\n");
    Value print = new Value.Intrinsic(Operation.PRINT, List.of(text), Type.Unit.VOID, HERE);
    Value status = new Value.Constant(new ConstantValue.Int(7), Type.Scalar.I32, HERE);
    Terminator back = new Terminator.Return(status, HERE);
    return new ModuleCode(
        "tools.hello",
        "hello.arena",
        List.of(
            code(SymbolId.Kind.FUNCTION, "main", Type.Scalar.I32, print, back),
            code(
                SymbolId.Kind.TEST,
                "passes",
                Type.Unit.VOID,
                print,
                new Terminator.Return(null, HERE)),
            code(
                SymbolId.Kind.TEST,
                "fails",
                Type.Unit.VOID,
                print,
                new Terminator.Panic(text("no"), HERE))));
  }

  private static Value text(String text) {
    return new Value.Constant(new ConstantValue.Text(text), new Type.Text(), HERE);
  }

  private static FunctionCode code(
      SymbolId.Kind kind, String name, Type result, Value value, Terminator end) {
    IrFunction.Block block =
        new IrFunction.Block(List.of(new Instruction.Evaluate(value, HERE)), end);
    SymbolId symbol = new SymbolId("tools.hello", kind, name);
    return new FunctionCode(
        new IrFunction(symbol, 0, List.of(), result, List.of(block), HERE, HERE), _ -> 1);
  }

  private static Program program() throws IOException, URISyntaxException {
    Emitted emitted =
        ClassEmitting.of(
            module(),
            symbol -> {
              throw new AssertionError(symbol);
            });
    Path runtime =
        Path.of(Memory.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return new Program(
        "tools.hello",
        "src/",
        List.of(assertInstanceOf(Emitted.ClassFile.class, emitted)),
        RuntimeClasses.from(runtime));
  }

  private record Run(String output, String errors, int status) {}

  private Run java(String... arguments) throws IOException, InterruptedException {
    List<String> command = new java.util.ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile(folder, "run", ".out");
    Path errors = Files.createTempFile(folder, "run", ".err");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    int status = process.waitFor();
    return new Run(
        Files.readString(output, StandardCharsets.UTF_8),
        Files.readString(errors, StandardCharsets.UTF_8),
        status);
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).toList();
    }
  }
}
