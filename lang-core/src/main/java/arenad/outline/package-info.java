/// A module without bodies: what an edit must change for others to notice.
///
/// Here: outlines, fingerprints, the difference between two outlines.
/// Not here: the tree, what a declaration means.
/// May import: `arenad.text`, `arenad.symbol`, `arenad.diagnostic`, `arenad.syntax`, `arenad.parse`.
/// Invariant: two texts that differ in white space, comments or the order of declarations only have
/// equal fingerprints, in every run and on every machine.
@NullMarked
package arenad.outline;

import org.jspecify.annotations.NullMarked;
