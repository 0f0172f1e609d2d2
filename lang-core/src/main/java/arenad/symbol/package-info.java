/// Who is who: the identity of declarations.
///
/// Here: symbol identities as pure values.
/// Not here: what a symbol means, or where it stands.
/// May import: nothing of ours.
/// Invariant: an identity depends on the module's text only through names and their order within
/// one name.
@NullMarked
package arenad.symbol;

import org.jspecify.annotations.NullMarked;
