package arenad.symbol;

/// The name of a symbol: stable across edits, runs and machines.
///
/// @param module the module's dotted name
/// @param name the name in its module; a method's is `Struct.method`, a test's is its text
/// @param ordinal 0, or the position among symbols of the same module, kind and name
public record SymbolId(String module, Kind kind, String name, int ordinal)
    implements Comparable<SymbolId> {

  public enum Kind {
    FUNCTION,
    METHOD,
    STRUCT,
    UNION,
    REQUIREMENT,
    CONSTANT,
    TEST,
    REGION
  }

  public SymbolId(String module, Kind kind, String name) {
    this(module, kind, name, 0);
  }

  /// `geometry.vec.Vec3.length`.
  public String qualifiedName() {
    return module + "." + name;
  }

  /// The name without what contains it: `length`.
  public String simpleName() {
    return kind == Kind.METHOD ? name.substring(name.lastIndexOf('.') + 1) : name;
  }

  @Override
  public int compareTo(SymbolId other) {
    int byModule = module.compareTo(other.module);
    if (byModule != 0) {
      return byModule;
    }
    int byName = name.compareTo(other.name);
    if (byName != 0) {
      return byName;
    }
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : Integer.compare(ordinal, other.ordinal);
  }
}
