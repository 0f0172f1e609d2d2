/// Text of source files: bytes to characters and back, lines and columns, spans.
///
/// Here: what is known of a text without knowing the language.
/// Not here: tokens, trees, files on disk.
/// May import: nothing of ours.
/// Invariant: a text made from bytes gives the same bytes back, whatever they were.
@NullMarked
package arenad.text;

import org.jspecify.annotations.NullMarked;
