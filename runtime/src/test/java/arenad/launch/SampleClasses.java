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
    Function main =
        body.equals("status")
            ? new Function(INT, code -> code.bipush(42).ireturn())
            : new Function(VOID, bodyOf(body));
    define(
        folder,
        "main",
        Map.of(
            "main", main,
            "test$0", new Function(VOID, CodeBuilder::return_),
            "test$1", new Function(VOID, bodyOf("index")),
            "test$2", new Function(VOID, code -> callSelf(code, "test$2"))));
    define(folder, "geometry.vec", Map.of("Vec3$length", new Function(VOID, SampleClasses::fail)));
  }

  private static Consumer<CodeBuilder> bodyOf(String name) {
    return switch (name) {
      case "hello" -> SampleClasses::hello;
      case "index" ->
          code ->
              code.lineNumber(4)
                  .aload(0)
                  .invokestatic(ClassDesc.of("geometry.vec"), "Vec3$length", VOID)
                  .return_();
      case "divide" -> code -> code.lineNumber(5).iconst_1().iconst_0().idiv().pop().return_();
      case "deep" -> code -> callSelf(code, "main");
      case "say" -> SampleClasses::say;
      case "echo" -> SampleClasses::echo;
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static void callSelf(CodeBuilder code, String method) {
    code.lineNumber(6).aload(0).invokestatic(ClassDesc.of("main"), method, VOID).return_();
  }

  private static void fail(CodeBuilder code) {
    code.lineNumber(12).iconst_5().iconst_3();
    call(code, Panics.class, "indexOutOfRange", "(II)" + PANIC.descriptorString());
    code.athrow();
  }

  private static void hello(CodeBuilder code) {
    text(code, 1, "hällo\n");
    call(code, Output.class, "print", "(JI)V");
    code.return_();
  }

  private static void say(CodeBuilder code) {
    text(code, 1, "it is over");
    code.lineNumber(7);
    call(code, Checks.class, "panic", "(JI)" + PANIC.descriptorString());
    code.athrow();
  }

  /// Reads a line and writes it.
  private static void echo(CodeBuilder code) {
    String context = CONTEXT.descriptorString();
    code.aload(0).aload(0);
    call(code, Arenas.class, "newRoot", "(" + context + ")J");
    call(code, Input.class, "readLine", "(" + context + "J)J");
    code.aload(0).getfield(CONTEXT, "r1", ConstantDescs.CD_long).l2i();
    call(code, Output.class, "print", "(JI)V");
    code.return_();
  }

  private static void call(CodeBuilder code, Class<?> owner, String method, String descriptor) {
    code.invokestatic(type(owner), method, MethodTypeDesc.ofDescriptor(descriptor));
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
