/// From text to tree to abstract syntax.
///
/// Here: the lexer, the parser for the whole grammar, recovery from mistakes, abstract syntax and
/// symbols read off the tree.
/// Not here: what a name refers to, what a type is.
/// May import: `arenad.text`, `arenad.diagnostic`, `arenad.symbol`, `arenad.syntax`.
/// Invariants: no text makes it throw, loop or recurse deeper than the language's limit; printing the
/// tree gives the text; a mistake in a declaration changes nothing in another.
@NullMarked
package arenad.parse;

import org.jspecify.annotations.NullMarked;
