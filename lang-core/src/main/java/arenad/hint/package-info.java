/// What could be cheaper in a body that is right: hints for editors.
///
/// Here: memory that a cheaper tier would serve, values that are large for the stack. Not here: mistakes (`elaborate`, `checker`).
/// May import: `diagnostic`, `symbol`, `text`, `type`, `typed`. Invariants: a hint says only what holds on every path; where that is not
/// certain there is none. A fix leaves a program that compiles and does the same.
@org.jspecify.annotations.NullMarked
package arenad.hint;
