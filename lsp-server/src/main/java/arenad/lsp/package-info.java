/// The language server: a session of the daemon behind LSP4J; one small class per request.
///
/// Here: documents, sessions, the order of things. Not here: what a feature answers (`ide`), what it
/// looks like on the wire (`lsp.wire`). May import: see `rooms.txt`.
/// Invariants: edits are taken in on the reader's thread, in order; a request is answered from a
/// snapshot of everything that was sent before it; diagnostics carry the version they belong to.
@org.jspecify.annotations.NullMarked
package arenad.lsp;
