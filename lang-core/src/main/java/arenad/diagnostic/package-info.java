/// What the tool says about a program: the one list of codes, diagnostics as data, and their form on
/// a terminal.
///
/// Here: codes, messages with places and fixes, rendering as a pure function.
/// Not here: who finds the mistakes; where files are.
/// May import: `arenad.text`, `arenad.symbol`.
/// Invariant: a diagnostic about the inside of a symbol holds no offsets and no lines, so a move of
/// the symbol changes nothing in it.
@NullMarked
package arenad.diagnostic;

import org.jspecify.annotations.NullMarked;
