/// Projects and their files: what is on disk, what editors lay over it, and the one mutable thing.
///
/// Here: `arena.toml`, which file is which module, scanning, watching, overlays. Not here: what the
/// text means (`incremental`), connections (`daemon`).
/// May import: `diagnostic`, `text`, `trace`, `store` for fingerprints. Invariants: bytes are read once, and what is hashed is what is
/// compiled; the watcher only says when to look, the scan says what is there.
@NullMarked
package arenad.workspace;

import org.jspecify.annotations.NullMarked;
