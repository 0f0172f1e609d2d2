/// The control-flow graph of a function: what the lifetime checker judges is what code is emitted
/// from.
///
/// Here: data, its printer, its verifier. Not here: how it is made (`lower`), judged (`checker`) or
/// emitted (`jvm.emit`). May import: `symbol`, `text`, `type`, and the operators and operations of
/// `typed`. Invariants: block 0 is the entry; every block is reachable; every `defer` is written
/// out at each exit it runs at; `&&`, `||`, `?:`, `??`, `?.` and `match` are branches; operands are
/// evaluated left to right and hold no control flow.
@org.jspecify.annotations.NullMarked
package arenad.ir;
