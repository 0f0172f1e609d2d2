/// An algebra of lifetimes without syntax: sets of atoms, inclusions, outlives, contracts, explanations.
///
/// Here: the solver, contracts as values, their text. Not here: how constraints arise from a body (`checker`).
/// May import: `type`, `symbol`. Invariant: a contract holds positions and relations only, never a
/// place in the source, and equal contracts are `equals`; that is what stops a wave.
@org.jspecify.annotations.NullMarked
package arenad.lifetime;
