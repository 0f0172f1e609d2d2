/// The shape of programs: token and node kinds, the lossless tree, and the abstract syntax that is
/// made from it.
///
/// Here: data, and questions about it.
/// Not here: how a text becomes a tree (`arenad.parse`), what a program means.
/// May import: `arenad.text`.
/// Invariants: abstract syntax holds no offsets, only spans relative to its symbol; nothing in it is
/// null unless marked so; the tree's tokens and the gaps between them make up the whole text.
@NullMarked
package arenad.syntax;

import org.jspecify.annotations.NullMarked;
