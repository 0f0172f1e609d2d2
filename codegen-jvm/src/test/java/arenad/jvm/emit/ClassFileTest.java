package arenad.jvm.emit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import arenad.ir.Instruction;
import arenad.ir.IrFunction;
import arenad.ir.Terminator;
import arenad.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/// What a class file says besides its instructions: names, lines, variables; and what does not fit one.
final class ClassFileTest {

  @Test
  void theSameModuleGivesTheSameBytes() {
    assertArrayEquals(emit(sample()).bytes(), emit(sample()).bytes());
  }

  @Test
  void debuggersFindSourceFileLinesAndVariables() {
    ClassNode node = new ClassNode();
    new ClassReader(emit(sample()).bytes()).accept(node, 0);
    assertEquals("test/module", node.name);
    assertEquals("module.arena", node.sourceFile);
    MethodNode method =
        node.methods.stream().filter(m -> m.name.equals("f")).findFirst().orElseThrow();
    List<Integer> lines = new ArrayList<>();
    method.instructions.forEach(
        i -> {
          if (i instanceof LineNumberNode line) {
            lines.add(line.line);
          }
        });
    assertEquals(List.of(100, 103, 105), lines);
    List<String> variables = new ArrayList<>();
    for (LocalVariableNode variable : method.localVariables) {
      variables.add(variable.name + ": " + variable.desc);
    }
    assertEquals(List.of("n: I", "name: J", "name$length: I", "p$m0: I", "p$m1: J"), variables);
  }

  @Test
  void modulesThatSoundLikeTheJvmsOrTheRuntimesHaveClassesOfTheirOwn() {
    assertEquals("geometry/vec", JvmNames.classOf("geometry.vec"));
    assertEquals("javascript", JvmNames.classOf("javascript"));
    assertEquals("$java/lang", JvmNames.classOf("java.lang"));
    assertEquals("$arenad/memory", JvmNames.classOf("arenad.memory"));
  }

  @Test
  void functionThatIsTooLargeIsNamed() {
    Ir f = new Ir("f", Ir.I64);
    IrFunction.Local n = f.parameter("n", Ir.I64);
    for (int i = 0; i < 12_000; i++) {
      f.assign(n, Ir.plus(Ir.read(n), Ir.integer(1_000_000 + i, Ir.I64)));
    }
    IrFunction large = f.giveBack(Ir.read(n));
    Emitted emitted = ClassEmitting.of(module(large, _ -> 1), Structs::find);
    Emitted.FunctionTooLarge refused = assertInstanceOf(Emitted.FunctionTooLarge.class, emitted);
    assertEquals("f", refused.function().name());
  }

  @Test
  void functionWithTooManyParametersIsNamed() {
    Ir f = new Ir("f", Ir.VOID);
    for (int i = 0; i < 200; i++) {
      f.parameter("p" + i, Ir.I64);
    }
    Emitted emitted = ClassEmitting.of(module(f.giveBack(null), _ -> 1), Structs::find);
    assertInstanceOf(Emitted.FunctionTooLarge.class, emitted);
  }

  private static IrFunction sample() {
    Ir f = new Ir("f", Ir.VOID);
    IrFunction.Local n = f.parameter("n", Ir.I32);
    f.parameter("name", Ir.TEXT);
    IrFunction.Local p = f.local("p", Structs.PAIR);
    IrFunction.Local temporary = f.local("", Ir.I32);
    f.assign(temporary, Ir.read(n));
    f.instruction(
        new Instruction.Assign(
            Ir.place(p),
            Ir.aggregate(Structs.PAIR, Ir.read(temporary), Ir.integer(3, Ir.I64)),
            true,
            new Span(3, 4)));
    return f.end(new Terminator.Return(null, new Span(5, 5))).function();
  }

  private static Emitted.ClassFile emit(IrFunction function) {
    return assertInstanceOf(
        Emitted.ClassFile.class,
        ClassEmitting.of(module(function, token -> 100 + token), Structs::find));
  }

  private static ModuleCode module(IrFunction function, LineOf lines) {
    return new ModuleCode(
        "test.module", "module.arena", List.of(new FunctionCode(function, lines)));
  }
}
