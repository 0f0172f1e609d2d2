/// The Java side of the programs of the Computer Language Benchmarks Game, each written as one writes Java and with one thread, as those in
/// C and in Arena beside them are.
///
/// Here: one program a file, each with a `main`. Not here: what runs and times them, which is `bench/run`. May import: nothing of ours. A
/// program writes exactly what the other two sides write.
@org.jspecify.annotations.NullMarked
package arenad.bench.game;
