package arenad.jvm.emit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import arenad.ir.IrFunction;
import arenad.ir.Place;
import arenad.jvm.abi.RuntimeEntry;
import arenad.memory.Arenas;
import arenad.memory.Context;
import arenad.type.Type;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import org.junit.jupiter.api.Test;

/// A method with hundreds of accesses to memory must compile into something as fast, per access, as one with a few. It does
/// while [RuntimeEntry]'s accesses are single calls of `Unsafe`; with foreign-memory accesses in their place, it ran hundreds of
/// times slower or took the JVM down. A JDK could change that under us; nothing else in the tests would notice.
final class LargeBodyTest {

  private static final int FEW = 6;
  private static final int MANY = 300;

  /// Far above noise, far below the cliff.
  private static final double SLOWER_AT_MOST = 50;

  @Test
  void threeHundredAccessesInOneBodyCostPerAccessWhatAFewCost() throws Throwable {
    Loaded module = Loaded.of(accesses("few", FEW), accesses("many", MANY));
    long object = Arenas.alloc(module.context(), Arenas.newRoot(module.context()), 64);
    double few = nanosPerAccess(handle(module, "few"), module.context(), object, FEW);
    double many = nanosPerAccess(handle(module, "many"), module.context(), object, MANY);
    assertTrue(
        many < SLOWER_AT_MOST * few,
        () -> "ns per access: " + few + " of few, " + many + " of many");
  }

  /// `v.m0 = v.m0 + v.m1; v.m1 = v.m1 + v.m2; ...`: three accesses each.
  private static IrFunction accesses(String name, int count) {
    Ir f = new Ir(name, Ir.VOID);
    IrFunction.Local v = f.parameter("v", new Type.Ref(Structs.VECTOR));
    for (int i = 0; i < count / 3; i++) {
      Place to = Ir.member(Ir.object(Ir.read(v)), i % 3, Ir.F64);
      Place from = Ir.member(Ir.object(Ir.read(v)), (i + 1) % 3, Ir.F64);
      f.assign(to, Ir.plus(Ir.read(to), Ir.read(from)));
    }
    return f.giveBack(null);
  }

  private static MethodHandle handle(Loaded module, String name) throws IllegalAccessException {
    return MethodHandles.lookup().unreflect(module.method(name));
  }

  /// The best of several rounds, after enough calls for C2.
  private static double nanosPerAccess(
      MethodHandle method, Context context, long object, int accesses) throws Throwable {
    double best = Double.MAX_VALUE;
    for (int round = 0; round < 10; round++) {
      int calls = 6_000_000 / accesses / 10;
      long start = System.nanoTime();
      for (int i = 0; i < calls; i++) {
        method.invokeExact(context, object);
      }
      best = Math.min(best, (System.nanoTime() - start) / ((double) calls * accesses));
    }
    return best;
  }
}
