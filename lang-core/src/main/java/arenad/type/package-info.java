/// Types of the Arena language as values, and what a declaration says in types.
///
/// Here: [arenad.type.Type], [arenad.type.Declaration] and pure questions about them.
/// Not here: syntax, names still to be resolved (`resolve`), lifetimes (`lifetime`).
/// May import: `symbol`, `text`. Invariant: values are immutable and compare by content.
@org.jspecify.annotations.NullMarked
package arenad.type;
