/// Random programs for the lifetime checker: what it accepts must run without a trap, on every path.
///
/// Uniformly random programs find next to nothing, because almost every hole needs two or three fitting
/// steps. What finds holes are near misses: templates one edit away from a legal program, filled with random
/// arenas, in tiny programs ([arenad.fuzz.Gadget]); and single mutations of accepted programs ([arenad.fuzz.Mutation]).
///
/// Here: the generator, the shrinker, the campaign. Not here: the judge of a run (`oracle`).
/// Invariants: a seed gives one program, on every machine; nothing here looks at how the checker works.
@org.jspecify.annotations.NullMarked
package arenad.fuzz;
