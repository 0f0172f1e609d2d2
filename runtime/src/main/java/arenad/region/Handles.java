package arenad.region;

import arenad.memory.Arenas;
import arenad.memory.Context;
import arenad.memory.Regions;
import arenad.panic.Panics;

/// `Region`, `RegionHandle` and telemetry of `std.memory`.
public final class Handles {
  private Handles() {}

  /// Makes a root arena a region of a label.
  ///
  /// @return its handle
  public static long begin(Context context, long arena, long name, int length) {
    return Regions.begin(context, arena, name, length);
  }

  /// Panics if an arena is not the region of a handle, or that has ended.
  public static void check(Context context, long arena, long handle) {
    if (!Regions.isRegion(arena, handle)) {
      throw Panics.allocationFailed();
    }
  }

  /// Whether the region of a handle has not ended.
  public static int isAlive(Context context, long handle) {
    return Regions.isAlive(handle) ? 1 : 0;
  }

  /// Ends a region and frees its arena. What has ended stays so.
  public static void exit(Context context, long arena, long handle) {
    Regions.exit(context, arena, handle);
  }

  /// The label that stands for a text: FNV-1a, 64 bits.
  public static long label(Context context, long name, int length) {
    return Regions.keyOf(name, length);
  }

  /// The label of an arena, 0 if it is no region.
  public static long labelOf(Context context, long arena) {
    return Regions.labelOf(arena);
  }

  /// What was counted under a label, as the four components of `Telemetry`.
  public static long telemetry(Context context, long label) {
    return Regions.telemetry(context, label);
  }

  /// What an arena that is no region has counted for itself.
  public static long telemetryOf(Context context, long arena) {
    context.r1 = Arenas.used(arena);
    context.r2 = 0;
    context.r3 = context.r1;
    return Regions.allocationsIn(arena);
  }

  /// Begins to count anew under a label.
  public static void resetTelemetry(Context context, long label) {
    Regions.resetTelemetry(label);
  }
}
