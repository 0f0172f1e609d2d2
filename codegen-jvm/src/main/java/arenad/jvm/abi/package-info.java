/// The one list of what generated code calls in the runtime.
///
/// Here: names and descriptors. Not here: the runtime itself, which no code of the compiler calls, nor how a call is emitted
/// (`jvm.emit`). May import: nothing of ours.
/// Invariant: each entry exists in the runtime with exactly that descriptor (`RuntimeEntryTest`).
@org.jspecify.annotations.NullMarked
package arenad.jvm.abi;
