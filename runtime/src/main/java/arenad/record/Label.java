package arenad.record;

import java.util.HashSet;
import java.util.Set;

/// What all arenas of one label have in common, and their sums. A label is a region's name, or else a place in the source.
final class Label {
  final int number;
  Kind kind;
  final String name;

  /// The first place that made one.
  final Site site;

  final Load load;
  long ended;
  long lifetimes;
  long longest;
  long biggest;
  long resets;
  private final Set<Site> places = new HashSet<>();

  Label(int number, Kind kind, String name, Site site, Load load) {
    this.number = number;
    this.kind = kind;
    this.name = name;
    this.site = site;
    this.load = load;
  }

  void seenAt(Site place) {
    places.add(place);
  }

  int places() {
    return places.size();
  }
}
