/// Turns control-flow graphs into class files: one class for each module, one static method for each function.
///
/// Here: instructions, locals, line numbers, literals. Not here: what lowering decides (`lower`), sizes and offsets
/// (`jvm.layout`), names in the runtime (`jvm.abi`), jars (`jvm.link`).
/// May import: `ir`, `jvm.abi`, `jvm.layout`, `symbol`, `text`, `type`, `typed`; ASM.
/// Invariants: the same module gives the same bytes; no Java object is made by emitted code; every access to memory is a call
/// of `arenad.memory.Memory`, because a method with hundreds of anything larger does not compile.
@org.jspecify.annotations.NullMarked
package arenad.jvm.emit;
