/// The one formatting of source texts.
///
/// Here: indentation, spaces and line breaks, as pure functions of a parsed text.
/// Not here: files, editors.
/// May import: `arenad.text`, `arenad.syntax`, `arenad.parse`, `arenad.symbol`.
/// Invariants: the tokens and comments of the result are those of the text, in their order; so is
/// its structure; formatting the result changes nothing; declarations with a mistake of syntax stay
/// as they are.
@NullMarked
package arenad.format;

import org.jspecify.annotations.NullMarked;
