/// An interpreter of the control-flow graph over a simulated memory that notices every touch of what is
/// dead: the judge of the lifetime checker (what it accepts must run without a trap, on all paths) and of the
/// code generator (both must print the same).
///
/// Here: the memory, the interpreter, the enumeration of paths. Not here: programs (`fuzz`).
/// Invariants: it shares no code with the checker, the generator or the runtime, so that it can contradict them.
@org.jspecify.annotations.NullMarked
package arenad.oracle;
