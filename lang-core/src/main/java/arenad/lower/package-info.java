/// Turns an elaborated body into a control-flow graph.
///
/// Here: [arenad.lower.Lowering] (one function in, one graph out) and its passes, a list with
/// reasons ([arenad.lower.Pass]). Not here: the graph itself, its printer and verifier (`ir`),
/// types and names (`elaborate`), lifetimes (`checker`). May import: `text`, `symbol`, `type`,
/// `typed`, `ir`, `lifetime` (how contracts name what is captured). Invariants: evaluation is left to right, and an operand that needs instructions
/// of its own moves those before it into temporaries; what is pending at an exit (`defer`, the end
/// of a scoped arena or of a frame) is written out there, innermost first; the graph that leaves
/// meets [arenad.ir.IrVerifier].
@org.jspecify.annotations.NullMarked
package arenad.lower;
