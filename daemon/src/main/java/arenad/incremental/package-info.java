/// From one snapshot of a program to the next, elaborating only what an edit reaches.
///
/// Here: what a symbol's elaboration found out and which facts it was told on the way; the wave that
/// decides what must run again; snapshots. Not here: files and overlays (`workspace`), who
/// asks and when (`daemon`), bytes on disk (`store`).
/// May import: the language's rooms, `workspace`, `store`, `trace`.
///
/// Invariants:
/// - Elaboration sees the world through [arenad.incremental.Asking] alone, which records every
///   question, also those whose answer is "there is none".
/// - A finished record is a fact about its inputs and stays true forever; so cancelled work is
///   never wasted and never poisons anything.
/// - A snapshot never changes and is the same, byte for byte, as one made from nothing.
@NullMarked
package arenad.incremental;

import org.jspecify.annotations.NullMarked;
