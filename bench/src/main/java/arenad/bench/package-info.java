/// Benchmarks of the compiler on generated projects; nobody knows this module.
@org.jspecify.annotations.NullMarked
package arenad.bench;
