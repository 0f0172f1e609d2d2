package arenad.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An arena of the simulated memory; each `reset` begins a new generation.
final class SimulatedArena {

  final String name;
  final boolean scoped;
  final List<SimulatedArena> children = new ArrayList<>();
  private final @Nullable SimulatedArena parent;
  private Home generation;
  private int resets;
  private boolean freed;
  private long used;

  SimulatedArena(String name, boolean scoped, @Nullable SimulatedArena parent) {
    this.name = name;
    this.scoped = scoped;
    this.parent = parent;
    generation = Home.ofArena(name, parent == null ? null : parent.generation);
    if (parent != null) {
      parent.children.add(this);
    }
  }

  Home generation() {
    return generation;
  }

  boolean isFreed() {
    return freed;
  }

  void use(long bytes) {
    used += bytes;
  }

  long used() {
    return used;
  }

  /// Ends everything in it and in what was made from it.
  ///
  /// @param died is told of all that ends
  void free(Set<Home> died) {
    freed = true;
    end(died);
  }

  private void end(Set<Home> died) {
    generation.die();
    died.add(generation);
    children.forEach(child -> child.free(died));
    children.clear();
  }

  void reset(Set<Home> died) {
    end(died);
    resets++;
    used = 0;
    Home outer = parent == null ? null : parent.generation;
    generation = Home.ofArena(name + " after reset " + resets, outer);
  }
}
