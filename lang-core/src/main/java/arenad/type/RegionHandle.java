package arenad.type;

import arenad.symbol.SymbolId;

/// `RegionHandle` of `std.memory`, a struct around an arena, which the compiler knows by name.
public final class RegionHandle {
  private static final SymbolId SYMBOL =
      new SymbolId("std.memory", SymbolId.Kind.STRUCT, "RegionHandle");

  private RegionHandle() {}

  /// Whether that is the type.
  public static boolean is(Type type) {
    return type instanceof Type.Named named && named.symbol().equals(SYMBOL);
  }
}
