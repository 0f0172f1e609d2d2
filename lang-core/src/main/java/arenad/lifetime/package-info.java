/// An algebra of lifetimes without syntax: sets of atoms, inclusions, outlives, contracts.
///
/// - [arenad.lifetime.Atom]: something that memory lives in and that may end. A lifetime is the set of
///   atoms a value may live in; it can be used while all of them live; the empty set is `Static`.
/// - [arenad.lifetime.Cell]: the objects of one origin, taken together. A reference's set holds the cells
///   it may lead to beside the atoms they live in, so a read or write of a field finds the slots it means
///   while it is solved, and a write through one alias is seen through all.
/// - [arenad.lifetime.Inclusions]: the solver. [arenad.lifetime.Renaming]: what an edge of the
///   control-flow graph does to names. [arenad.lifetime.Outlives]: the order of atoms.
///   [arenad.lifetime.Projection]: what of a solution a caller must know.
///   [arenad.lifetime.Contract] and [arenad.lifetime.ContractText]: that as a value, and for people.
///
/// Here: the above. Not here: how constraints arise from a body, where anything stands in a source
/// (`checker`).
/// May import: `type`, `symbol`.
/// Invariants: a contract holds positions and relations only, never a place in the source, and equal
/// contracts are `equals`, which is what stops a wave; the solver takes ints and bit sets, and the
/// same input gives the same solution in the same order.
@org.jspecify.annotations.NullMarked
package arenad.lifetime;
