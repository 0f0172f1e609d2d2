package arenad.jvm.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The list of entry points and the runtime agree.
final class RuntimeEntryTest {

  @Test
  void everyEntryExistsInTheRuntimeWithItsDescriptor() throws ReflectiveOperationException {
    List<String> missing = new ArrayList<>();
    for (RuntimeEntry entry : RuntimeEntry.values()) {
      Class<?> owner = Class.forName(entry.owner().internalName().replace('/', '.'));
      if (!has(owner, entry)) {
        missing.add(owner.getName() + "." + entry.method() + entry.descriptor());
      }
    }
    assertEquals(List.of(), missing);
  }

  @Test
  void everyReturnSlotIsAPublicLong() throws ReflectiveOperationException {
    Class<?> context = Class.forName(Context.CLASS.replace('/', '.'));
    for (int i = 1; i <= Context.RETURN_SLOTS; i++) {
      assertEquals(long.class, context.getField(Context.returnSlot(i)).getType());
    }
  }

  private static boolean has(Class<?> owner, RuntimeEntry entry) {
    for (Method method : owner.getMethods()) {
      MethodType type = MethodType.methodType(method.getReturnType(), method.getParameterTypes());
      if (method.getName().equals(entry.method())
          && type.toMethodDescriptorString().equals(entry.descriptor())
          && Modifier.isStatic(method.getModifiers()) != entry.isVirtual()) {
        return true;
      }
    }
    return false;
  }
}
