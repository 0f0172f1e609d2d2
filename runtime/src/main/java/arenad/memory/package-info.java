/// Memory off the Java heap: reads and writes, chunks, arenas, frame memory, what belongs to a thread.
///
/// Here: everything that owns chunks. Not here: what is stored in them (`buffer`, `std`).
/// May import: `panic`. Invariants: nothing allocates on the Java heap in the steady
/// state: pools are objects, what is in them is not; only
/// [arenad.memory.Memory] knows how memory is reached.
@org.jspecify.annotations.NullMarked
package arenad.memory;
