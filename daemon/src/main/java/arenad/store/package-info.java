/// What outlives the process: records of symbols under dense keys, behind one small interface.
///
/// Here: the codec that turns records into bytes and back, the store over Xodus and the one in
/// memory, and the folder they live in with its lock, its version and its way of setting a damaged
/// cache aside. Not here: what is stored and when (`incremental`).
/// May import: the JDK and Xodus; nothing of ours but `outline`, for fingerprints, and `trace`.
/// Invariants: no exception of the library leaves this package; a record that cannot be read is a
/// record that is not there; equal values have equal bytes, in every process.
@NullMarked
package arenad.store;

import org.jspecify.annotations.NullMarked;
