package arenad.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What a program that is right by construction knows at a point: what can be named, and where exactly each thing lives.
final class RightScope {

  /// Where things live.
  ///
  /// @param arena its handle, or the empty text when nobody has one
  /// @param parent what it hangs on, or null
  /// @param parameter whose caller knows it, or -1
  /// @param scoped whether its block ends it
  /// @param birth greater than that of all that was there before
  record Place(String arena, @Nullable Place parent, int parameter, boolean scoped, int birth) {}

  /// @param owned whether what is written through it goes to that place for sure: it is one object made there
  record Thing(String name, Kind kind, Place place, boolean owned) {}

  enum Kind {
    NODE,
    MAYBE,
    NODES
  }

  /// `longer` lives at least as long as `shorter`: what a function asks of its callers, by the numbers of its parameters.
  record Demand(int longer, int shorter) {}

  final List<Thing> things = new ArrayList<>();
  final List<Place> places = new ArrayList<>();
  private final Set<Demand> demands;

  RightScope() {
    demands = new LinkedHashSet<>();
  }

  private RightScope(RightScope outer) {
    things.addAll(outer.things);
    places.addAll(outer.places);
    demands = outer.demands;
  }

  RightScope inside() {
    return new RightScope(this);
  }

  List<Demand> demands() {
    return List.copyOf(demands);
  }

  Place place(String arena, @Nullable Place parent, int parameter, boolean scoped) {
    Place place = new Place(arena, parent, parameter, scoped, places.size());
    places.add(place);
    return place;
  }

  void add(String name, Kind kind, Place place, boolean owned) {
    things.add(new Thing(name, kind, place, owned));
  }

  List<Thing> of(Predicate<Thing> wanted) {
    return things.stream().filter(wanted).toList();
  }

  /// The places whose handles can be named.
  List<Place> arenas() {
    return places.stream().filter(place -> !place.arena.isEmpty()).toList();
  }

  /// Whether it is certain, or may be asked of the callers.
  static boolean mayOutlive(Place longer, Place shorter) {
    return outlives(longer, shorter) || longer.parameter >= 0 && shorter.parameter >= 0;
  }

  /// An arena outlives what hangs on it; what is there already outlives a scoped one; what the caller gives outlives what is made here.
  static boolean outlives(Place longer, Place shorter) {
    return longer.equals(shorter)
        || longer.parameter >= 0 && shorter.parameter < 0
        || shorter.scoped && longer.birth < shorter.birth
        || shorter.parent != null && outlives(longer, shorter.parent);
  }

  /// Notes that it is so.
  void demand(Place longer, Place shorter) {
    if (!outlives(longer, shorter)) {
      demands.add(new Demand(longer.parameter, shorter.parameter));
    }
  }
}
