package arenad.jvm.emit;

import arenad.symbol.SymbolId;
import arenad.type.Type;
import java.util.List;

/// What modules and functions are called in class files.
public final class JvmNames {

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

  /// The method of a function: `sum`, `Vec3$length`; an instance of a generic one names its type arguments.
  ///
  /// @param test the position of a test among those of its module; of others, ignored
  public static String methodOf(SymbolId function, List<Type> typeArguments, int test) {
    if (function.kind() == SymbolId.Kind.TEST) {
      return "test$" + test;
    }
    StringBuilder name = new StringBuilder(function.name().replace('.', '$'));
    for (Type argument : typeArguments) {
      name.append('$').append(mangled(argument));
    }
    return name.toString();
  }

  /// The type as a word that may stand in a method's name; different types give different words.
  private static String mangled(Type type) {
    StringBuilder word = new StringBuilder();
    for (char c : type.toString().toCharArray()) {
      boolean plain = c < 128 && Character.isLetterOrDigit(c);
      word.append(plain ? Character.toString(c) : "_" + Integer.toHexString(c) + "_");
    }
    return word.toString();
  }
}
