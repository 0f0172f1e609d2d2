/// What `arenad run --memory-report` notes while a program runs, and the page it writes at the end.
///
/// Here: events of arenas, buffers and frame memory, summed up in bounded memory; the page. Not here: memory itself. No other class
/// calls this package: the linker puts the calls into the runtime of a recorded program, and leaves the package out of any other.
/// May import: `memory`, `panic`. Invariants: all state is guarded by the one lock of [arenad.record.Recording]; what is kept grows with
/// the number of places and of arenas alive, not with the number of events.
@org.jspecify.annotations.NullMarked
package arenad.record;
