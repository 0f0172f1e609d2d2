/// `std.memory`: regions by handle, and allocation primitives for code at the edge.
///
/// Here: what `std.memory` binds. Not here: how arenas and telemetry work (`memory`).
/// May import: `memory`, `panic`. Invariants: whatever number a program hands in, nothing but living memory is touched.
@org.jspecify.annotations.NullMarked
package arenad.region;
