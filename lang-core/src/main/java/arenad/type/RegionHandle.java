package arenad.type;

import arenad.symbol.SymbolId;

/// `RegionHandle` of `std.memory`, a struct around an arena, which the compiler knows by name.
public final class RegionHandle {
  private static final SymbolId SYMBOL =
      new SymbolId("std.memory", SymbolId.Kind.STRUCT, "RegionHandle");

  /// The method that gives the arena of a region, and panics when that has ended.
  public static final SymbolId ARENA =
      new SymbolId("std.memory", SymbolId.Kind.METHOD, "RegionHandle.arena");

  private RegionHandle() {}

  /// Whether that is the type.
  public static boolean is(Type type) {
    return type instanceof Type.Named named && named.symbol().equals(SYMBOL);
  }

  /// Whether a call of the function tells that a region lives, since it does not come back otherwise.
  public static boolean isCheck(SymbolId function) {
    return function.equals(ARENA);
  }
}
