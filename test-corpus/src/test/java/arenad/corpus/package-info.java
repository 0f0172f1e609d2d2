/// The corpus: programs with what is expected of them beside them, run through the tool that users run.
///
/// Here: the harness. Not here: the programs (`test-corpus/corpus`, `examples`, `docs`).
/// May import: the JDK and JUnit; it knows the tool by its command line alone.
@org.jspecify.annotations.NullMarked
package arenad.corpus;
