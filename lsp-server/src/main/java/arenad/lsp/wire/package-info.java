/// Ours to LSP4J's types and back, and nothing else. May import: see `rooms.txt`.
@org.jspecify.annotations.NullMarked
package arenad.lsp.wire;
