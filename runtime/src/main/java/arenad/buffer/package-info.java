/// Growable buffers and copies of object graphs: what has storage beside its arena, or walks through objects.
///
/// Not here: text (`std`). May import: `memory`, `panic`.
/// Invariants: a header does not move; storage belongs to exactly one header.
@org.jspecify.annotations.NullMarked
package arenad.buffer;
