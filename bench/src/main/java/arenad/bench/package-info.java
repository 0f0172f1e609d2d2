/// Benchmarks, each a program of its own; nobody knows this module.
///
/// Here: the compiler on generated projects; the Java side of allocation and of channels. Not here: the programs of the Benchmarks
/// Game (`bench.game`), who runs and compares (`bench.compare`). May import: nothing of ours.
@org.jspecify.annotations.NullMarked
package arenad.bench;
