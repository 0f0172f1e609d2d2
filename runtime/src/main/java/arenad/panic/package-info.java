/// The end of a program that went wrong: the error that carries it, its messages, the Arena call stack.
///
/// Not here: who catches it (`launch`). May import: nothing of ours.
/// Invariant: what is thrown as a [arenad.panic.Panic] is the user's mistake, anything else is ours.
@org.jspecify.annotations.NullMarked
package arenad.panic;
