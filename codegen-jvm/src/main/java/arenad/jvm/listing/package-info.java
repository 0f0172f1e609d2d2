/// Shows class files to people: `arenad dump bytecode`.
///
/// Here: text of a class file. Not here: how one is made (`jvm.emit`). May import: nothing of ours; ASM.
@org.jspecify.annotations.NullMarked
package arenad.jvm.listing;
