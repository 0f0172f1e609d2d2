package arenad.jvm.emit;

import arenad.symbol.SymbolId;
import arenad.type.Type;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// What modules and functions are called in class files.
public final class JvmNames {

  private static final String INSTANCE = "$$";
  private static final int DIGEST_BYTES = 12;

  private JvmNames() {}

  /// The class of a module: `geometry.vec` is `geometry/vec`. Names below `java` and `arenad` are the JVM's and the runtime's;
  /// a module there has its first part marked with a `$`.
  public static String classOf(String module) {
    String path = module.replace('.', '/');
    boolean taken =
        path.equals("java")
            || path.equals("arenad")
            || path.startsWith("java/")
            || path.startsWith("arenad/");
    return taken ? "$" + path : path;
  }

  /// The class that holds a function's method: its module's, or for an instance of a generic function one
  /// of its own, whose name says so by a `$$` after that of the module.
  public static String classOf(SymbolId function, List<Type> typeArguments) {
    String module = classOf(function.module());
    return typeArguments.isEmpty() ? module : module + INSTANCE + digest(function, typeArguments);
  }

  /// A word for the instance; different ones have different words.
  private static String digest(SymbolId function, List<Type> typeArguments) {
    String text =
        function.kind() + " " + function.name() + "#" + function.ordinal() + typeArguments;
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// The method of a function: `sum`, `Vec3$length`.
  ///
  /// @param test the position of a test among those of its module; of others, ignored
  public static String methodOf(SymbolId function, int test) {
    return function.kind() == SymbolId.Kind.TEST
        ? "test$" + test
        : function.name().replace('.', '$');
  }
}
