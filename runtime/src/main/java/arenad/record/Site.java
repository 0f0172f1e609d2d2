package arenad.record;

/// A place in the source that makes an arena.
///
/// @param place file and line, empty where there is none
/// @param function that the place lies in
/// @param via function of the standard library that was called there and made the arena, or empty
/// @param variable that the arena is kept in, or empty
record Site(String place, String function, String via, String variable) {
  static final Site NONE = new Site("", "", "", "");
}
