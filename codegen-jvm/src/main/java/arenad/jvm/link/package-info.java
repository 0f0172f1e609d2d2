/// Makes programs out of classes: runnable jars, lists of tests.
///
/// Here: jars and their manifests; which classes of the runtime go into a program, and what is woven into them for `--checked` and
/// `--memory-report`; the class path of `extern` functions. Not here: what is in a class of a program (`jvm.emit`), starting a JVM
/// (`cli`). May import: `jvm.abi`, `jvm.emit`, `symbol`.
/// Invariants: the same classes give the same bytes; a program that is neither checked nor recorded has the plain runtime.
@org.jspecify.annotations.NullMarked
package arenad.jvm.link;
