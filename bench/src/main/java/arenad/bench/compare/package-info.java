/// Runs the programs of each side in turn, checks what they print, and tells medians and ratios.
///
/// Here: what is compared, how it is run, the targets. Not here: the programs, and what compiles them, which is `bench/run`. May import:
/// nothing of ours. Nothing is measured of which the output was not checked.
@org.jspecify.annotations.NullMarked
package arenad.bench.compare;
