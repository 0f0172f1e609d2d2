package arenad.diagnostic;

/// A step of the chain of reasons: what happens at another place.
///
/// @param message what is so there, such as "`node` lives in `root`"; it is the label under the
///     source
public record Related(Place place, String message) {}
