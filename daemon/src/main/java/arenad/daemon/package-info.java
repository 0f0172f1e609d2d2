/// The daemon: one per workspace, its socket and its clients; sessions that see their own unsaved text.
///
/// Here: who asks and when; which snapshot answers; starting, finding and ending a daemon. Not here:
/// what the commands do (`cli`), what is worked out (`incremental`), files (`workspace`).
/// May import: `diagnostic`, `incremental`, `store`, `text`, `trace`, `workspace`.
/// Invariants: what one client does or sends harms no other; an answer is never older than what its
/// asker has sent; only the daemon's user gets through its door.
@NullMarked
package arenad.daemon;

import org.jspecify.annotations.NullMarked;
