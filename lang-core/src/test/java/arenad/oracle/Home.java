package arenad.oracle;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// A piece of memory that dies at once: one generation of an arena, or one frame of a call.
final class Home {

  private static final AtomicLong BIRTHS = new AtomicLong();

  private final long birth;
  private final String name;
  private final @Nullable Home parent;
  private final boolean arena;
  private boolean live = true;

  private Home(String name, @Nullable Home parent, boolean arena) {
    birth = BIRTHS.incrementAndGet();
    this.name = name;
    this.parent = parent;
    this.arena = arena;
  }

  static Home ofArena(String name, @Nullable Home parent) {
    return new Home(name, parent, true);
  }

  static Home ofFrame(String name) {
    return new Home(name, null, false);
  }

  boolean isLive() {
    return live;
  }

  boolean isArena() {
    return arena;
  }

  void die() {
    live = false;
  }

  boolean isOlderThan(Home other) {
    return birth < other.birth;
  }

  /// Whether it hangs on `other`, directly or not, and so dies no later.
  boolean isInside(Home other) {
    for (Home at = parent; at != null; at = at.parent) {
      if (at == other) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return name;
  }
}
