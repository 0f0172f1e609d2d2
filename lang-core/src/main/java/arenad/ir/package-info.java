/// The control-flow graph of a function: what the lifetime checker judges is what code is emitted from.
///
/// Here: data, its printer, its verifier. Not here: how it is made (`lower`), judged (`checker`) or emitted (`jvm.emit`).
/// May import: `symbol`, `text`, `type`, and the operators and operations of `typed`.
/// Invariants ([arenad.ir.IrVerifier] checks what of them can be seen in a graph): block 0 is the entry; every block is
/// reachable, in reverse post-order; every `defer` is written out at each exit it runs at; `&&`, `||`, `?:`, `??`, `?.` and
/// `match` are branches; operands are evaluated left to right and hold no control flow; an assignment evaluates what
/// leads to its place, then the value, whole, and only then writes.
/// Frame 0 is open from the entry to every return; a frame in which nothing makes temporaries
/// ([arenad.ir.Temporaries]), on the way to a panic apart, is left out. A block that only goes on may stay: its line is where a debugger stops at a `break`.
@org.jspecify.annotations.NullMarked
package arenad.ir;
