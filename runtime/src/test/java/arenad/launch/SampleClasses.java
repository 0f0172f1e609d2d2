package arenad.launch;

import arenad.memory.Arenas;
import arenad.memory.Context;
import arenad.memory.Literals;
import arenad.panic.Panic;
import arenad.panic.Panics;
import arenad.std.Checks;
import arenad.std.Input;
import arenad.std.Output;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/// Classes as the compiler emits them, for tests of what runs them: module `main` and module `geometry.vec`.
final class SampleClasses {
  private static final ClassDesc CONTEXT = type(Context.class);
  private static final ClassDesc PANIC = type(Panic.class);
  private static final MethodTypeDesc VOID = MethodTypeDesc.of(ConstantDescs.CD_void, CONTEXT);
  private static final MethodTypeDesc INT = MethodTypeDesc.of(ConstantDescs.CD_int, CONTEXT);

  private SampleClasses() {}

  private static ClassDesc type(Class<?> type) {
    return ClassDesc.ofDescriptor(type.descriptorString());
  }

  /// Code of a function and its result.
  private record Function(MethodTypeDesc type, Consumer<CodeBuilder> code) {}

  /// Writes both classes; `main.main` is one of the bodies below.
  static void write(Path folder, String body) throws IOException {
    Map<String, Consumer<CodeBuilder>> bodies =
        Map.of(
            "hello",
                code -> {
                  text(code, 1, "hällo\n");
                  code.invokestatic(
                      type(Output.class), "print", MethodTypeDesc.ofDescriptor("(JI)V"));
                  code.return_();
                },
            "index",
                code -> {
                  code.lineNumber(4)
                      .aload(0)
                      .invokestatic(ClassDesc.of("geometry.vec"), "Vec3$length", VOID)
                      .return_();
                },
            "divide", code -> code.lineNumber(5).iconst_1().iconst_0().idiv().pop().return_(),
            "deep",
                code ->
                    code.lineNumber(6)
                        .aload(0)
                        .invokestatic(ClassDesc.of("main"), "main", VOID)
                        .return_(),
            "say",
                code -> {
                  text(code, 1, "it is over");
                  code.lineNumber(7)
                      .invokestatic(
                          type(Checks.class),
                          "panic",
                          MethodTypeDesc.ofDescriptor("(JI)" + PANIC.descriptorString()));
                  code.athrow();
                },
            "echo",
                code -> {
                  code.aload(0)
                      .aload(0)
                      .invokestatic(
                          type(Arenas.class),
                          "newRoot",
                          MethodTypeDesc.ofDescriptor("(" + CONTEXT.descriptorString() + ")J"));
                  code.invokestatic(
                      type(Input.class),
                      "readLine",
                      MethodTypeDesc.ofDescriptor("(" + CONTEXT.descriptorString() + "J)J"));
                  code.aload(0).getfield(CONTEXT, "r1", ConstantDescs.CD_long).l2i();
                  code.invokestatic(
                      type(Output.class), "print", MethodTypeDesc.ofDescriptor("(JI)V"));
                  code.return_();
                });
    Function main =
        body.equals("status")
            ? new Function(INT, code -> code.bipush(42).ireturn())
            : new Function(VOID, body(bodies, body));
    define(
        folder,
        "main",
        Map.of(
            "main",
            main,
            "test$0",
            new Function(VOID, CodeBuilder::return_),
            "test$1",
            new Function(VOID, body(bodies, "index")),
            "test$2",
            new Function(
                VOID,
                code -> {
                  code.lineNumber(9)
                      .aload(0)
                      .invokestatic(ClassDesc.of("main"), "test$2", VOID)
                      .return_();
                })));
    define(
        folder,
        "geometry.vec",
        Map.of(
            "Vec3$length",
            new Function(
                VOID,
                code -> {
                  code.lineNumber(12).iconst_5().iconst_3();
                  code.invokestatic(
                          type(Panics.class),
                          "indexOutOfRange",
                          MethodTypeDesc.ofDescriptor("(II)" + PANIC.descriptorString()))
                      .athrow();
                })));
  }

  private static Consumer<CodeBuilder> body(
      Map<String, Consumer<CodeBuilder>> bodies, String name) {
    return Objects.requireNonNull(bodies.get(name));
  }

  /// Pushes address and length of a string, keeping the address in a local.
  private static void text(CodeBuilder code, int local, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String chars = new String(bytes, StandardCharsets.ISO_8859_1);
    code.loadConstant((long) bytes.length)
        .invokestatic(type(Literals.class), "allocate", MethodTypeDesc.ofDescriptor("(J)J"));
    code.lstore(local).lload(local).ldc(chars);
    code.invokestatic(
            type(Literals.class), "store", MethodTypeDesc.ofDescriptor("(JLjava/lang/String;)J"))
        .pop2();
    code.lload(local).loadConstant(bytes.length);
  }

  private static void define(Path folder, String name, Map<String, Function> functions)
      throws IOException {
    byte[] bytes =
        ClassFile.of()
            .build(
                ClassDesc.of(name),
                type -> {
                  type.withFlags(ClassFile.ACC_PUBLIC)
                      .with(
                          SourceFileAttribute.of(
                              name.substring(name.lastIndexOf('.') + 1) + ".arena"));
                  functions.forEach(
                      (function, code) ->
                          type.withMethodBody(
                              function,
                              code.type,
                              ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                              code.code));
                });
    Path file = folder.resolve(name.replace('.', '/') + ".class");
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }
}
