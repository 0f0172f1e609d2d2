package arenad.jvm.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import arenad.ir.IrFunction;
import arenad.jvm.layout.Declarations;
import arenad.memory.Context;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.util.CheckClassAdapter;

/// A module of graphs by hand, emitted, verified and loaded.
final class Loaded {

  private final Class<?> type;
  private final Context context = new Context();

  private Loaded(Class<?> type) {
    this.type = type;
  }

  static Loaded of(IrFunction... functions) {
    return of(symbol -> Structs.find(symbol), functions);
  }

  static Loaded of(Declarations declarations, IrFunction... functions) {
    List<FunctionCode> code =
        Arrays.stream(functions).map(f -> new FunctionCode(f, _ -> 1)).toList();
    Emitted emitted =
        ClassEmitting.of(new ModuleCode("test.module", "module.arena", code), declarations);
    Emitted.ClassFile file = assertInstanceOf(Emitted.ClassFile.class, emitted);
    verify(file.bytes());
    return new Loaded(new Loader().define(file));
  }

  /// What the verifier of ASM says, which is more than the JVM's.
  static void verify(byte[] bytes) {
    StringWriter complaints = new StringWriter();
    CheckClassAdapter.verify(
        new ClassReader(bytes), Loaded.class.getClassLoader(), false, new PrintWriter(complaints));
    assertEquals("", complaints.toString());
  }

  Context context() {
    return context;
  }

  Class<?> type() {
    return type;
  }

  Method method(String name) {
    for (Method method : type.getMethods()) {
      if (method.getName().equals(name)) {
        return method;
      }
    }
    throw new AssertionError("no method " + name);
  }

  Object call(String name, Object... arguments) {
    Object[] all = new Object[arguments.length + 1];
    all[0] = context;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    try {
      return method(name).invoke(null, all);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new AssertionError(e.getCause());
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  /// The text that a function gives: address in the result, length in the context.
  String callForText(String name, Object... arguments) {
    long address = (long) call(name, arguments);
    byte[] bytes = new byte[(int) context.r1];
    arenad.memory.Memory.copyOut(address, bytes, 0, bytes.length);
    return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
  }

  private static final class Loader extends ClassLoader {
    Loader() {
      super(Loaded.class.getClassLoader());
    }

    Class<?> define(Emitted.ClassFile file) {
      String name = file.internalName().replace('/', '.');
      return defineClass(name, file.bytes(), 0, file.bytes().length);
    }
  }
}
