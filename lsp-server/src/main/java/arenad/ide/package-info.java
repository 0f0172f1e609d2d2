/// Features for an ideal editor: a snapshot and an offset in, a record out; one file each.
///
/// Here: what a feature answers. Not here: the protocol (`lsp.wire`, `lsp`), files, threads.
/// May import: see `rooms.txt`. Invariant: every answer follows from one snapshot alone.
@org.jspecify.annotations.NullMarked
package arenad.ide;
