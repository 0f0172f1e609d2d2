package arenad.symbol;

/// The identity of a declaration: a name, not an object. Two runs, two machines and two edits of
/// the same program agree on it.
///
/// @param module dotted module name, such as `geometry.vec`
/// @param kind what is declared
/// @param name the declared name; of a method `Struct.method`, of a test its title, of a module's
///     head the empty string
/// @param ordinal 0, or how many earlier declarations of the module share kind and name (which is
///     an error for all kinds but tests; the identity stays well defined meanwhile)
public record SymbolId(String module, Kind kind, String name, int ordinal)
    implements Comparable<SymbolId> {

  /// What a declaration declares.
  public enum Kind {
    FUNCTION,
    METHOD,
    STRUCT,
    UNION,
    REQUIREMENT,
    CONSTANT,
    TEST,
    REGION,
    /// The module's head: `hot module;` and its imports, so that places in them have a home too.
    MODULE
  }

  /// The first declaration of that name.
  public SymbolId(String module, Kind kind, String name) {
    this(module, kind, name, 0);
  }

  /// A function that belongs to this one's code without being written as a declaration: a closure of it, or
  /// an instance that it calls. No declaration has such a name.
  public SymbolId part(int number, String simpleName) {
    StringBuilder outer = new StringBuilder();
    if (kind == Kind.TEST) {
      // A title may have any characters, the name of a method of the JVM may not.
      name.chars()
          .filter(c -> c < 128 && Character.isLetterOrDigit(c))
          .forEach(c -> outer.append((char) c));
      outer.append(Integer.toHexString(name.hashCode()));
    } else {
      outer.append(name);
    }
    String partName = outer.append('$').append(number).append('.').append(simpleName).toString();
    return new SymbolId(module, Kind.FUNCTION, partName, ordinal);
  }

  /// Whether it is a part of another function.
  public boolean isPart() {
    return kind == Kind.FUNCTION && name.indexOf('$') >= 0;
  }

  /// The head of `module`.
  public static SymbolId ofModule(String module) {
    return new SymbolId(module, Kind.MODULE, "", 0);
  }

  /// `geometry.vec.Vec3.length`; a second declaration of a name ends in `#1`.
  public String qualifiedName() {
    String base = kind == Kind.MODULE ? module : module + "." + name;
    return ordinal == 0 ? base : base + "#" + ordinal;
  }

  /// The name without what contains it: `length`.
  public String simpleName() {
    return kind == Kind.METHOD || isPart() ? name.substring(name.lastIndexOf('.') + 1) : name;
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

  @Override
  public String toString() {
    return qualifiedName();
  }
}
