package arenad.resolve;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The modules that come with the language and are built into the compiler, and the names in them.
public enum StandardModule {
  MATH(
      "math",
      List.of(
          "E", "PI", "abs", "atan2", "ceil", "cos", "exp", "floor", "log", "max", "min", "pow",
          "round", "sin", "sqrt", "tan"),
      List.of()),
  ENV("env", List.of("args", "exit"), List.of("get")),
  TIME("time", List.of("monotonicNanos", "now"), List.of("sleep")),
  COLLECTIONS("collections"),
  IO("io"),
  JSON("json"),
  MEMORY("memory"),
  RANDOM("random"),
  TEXT("text");

  private final String shortName;
  private final List<String> members;
  private final List<String> planned;
  private final boolean supported;

  StandardModule(String shortName, List<String> members, List<String> planned) {
    this.shortName = shortName;
    this.members = members;
    this.planned = planned;
    this.supported = true;
  }

  /// A module that the library describes and this version does not have.
  StandardModule(String shortName) {
    this.shortName = shortName;
    this.members = List.of();
    this.planned = List.of();
    this.supported = false;
  }

  /// `std.math`.
  public String fullName() {
    return "std." + shortName;
  }

  public boolean isSupported() {
    return supported;
  }

  /// The names that can be used, sorted.
  public List<String> members() {
    return members;
  }

  /// Whether the library describes that member and this version does not have it.
  public boolean isPlanned(String member) {
    return planned.contains(member);
  }

  /// The module that an import path means, `math` or `std.math`, or null.
  public static @Nullable StandardModule at(String path) {
    for (StandardModule module : values()) {
      if (path.equals(module.shortName) || path.equals(module.fullName())) {
        return module;
      }
    }
    return null;
  }
}
