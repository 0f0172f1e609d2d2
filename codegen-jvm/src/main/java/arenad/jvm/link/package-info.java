/// Makes programs out of classes: runnable jars, lists of tests.
///
/// Here: jars and their manifests. Not here: what is in a class (`jvm.emit`), starting a JVM (`cli`).
/// May import: `jvm.abi`, `jvm.emit`. Invariant: the same classes give the same bytes.
@org.jspecify.annotations.NullMarked
package arenad.jvm.link;
