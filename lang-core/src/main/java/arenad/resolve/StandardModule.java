package arenad.resolve;

import arenad.symbol.SymbolId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The modules that come with the language. What is in one of them has two origins: *intrinsics*,
/// which the compiler knows by name, and what the module's source ([StandardSource]) declares and
/// exports, which is Arena like a user's.
public enum StandardModule {
  COLLECTIONS("collections"),
  ENV("env", List.of("args", "exit")),
  IO("io"),
  JSON("json"),
  MATH(
      "math",
      List.of(
          "E", "PI", "abs", "atan2", "ceil", "cos", "exp", "floor", "log", "max", "min", "pow",
          "round", "sin", "sqrt", "tan")),
  MEMORY("memory"),
  RANDOM("random"),
  TEXT("text"),
  TIME("time", List.of("monotonicNanos", "now"));

  /// The way into regions with a handle. With type arguments its name is that of the movable region, wherever it is imported.
  public static final SymbolId REGION = new SymbolId("std.memory", SymbolId.Kind.STRUCT, "Region");

  private static final Map<String, StandardModule> BY_PATH = byPath();

  private final String shortName;
  private final List<String> intrinsics;

  StandardModule(String shortName) {
    this(shortName, List.of());
  }

  StandardModule(String shortName, List<String> intrinsics) {
    this.shortName = shortName;
    this.intrinsics = intrinsics;
  }

  private static Map<String, StandardModule> byPath() {
    Map<String, StandardModule> all = new TreeMap<>();
    for (StandardModule module : values()) {
      all.put(module.shortName, module);
      all.put(module.fullName(), module);
    }
    return all;
  }

  /// `math`.
  public String shortName() {
    return shortName;
  }

  /// `std.math`: the module's name in symbols.
  public String fullName() {
    return "std." + shortName;
  }

  /// The members that the compiler knows by name, sorted.
  public List<String> intrinsics() {
    return intrinsics;
  }

  /// The module that an import path means, `math` or `std.math`, or null.
  public static @Nullable StandardModule at(String path) {
    return BY_PATH.get(path);
  }

  /// The module of that full name, `std.math`, or null.
  public static @Nullable StandardModule named(String fullName) {
    return fullName.startsWith("std.") ? BY_PATH.get(fullName) : null;
  }
}
