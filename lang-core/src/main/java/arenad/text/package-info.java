/// Source text, spans and lines.
///
/// Here: text as values. Not here: what it means. May import: nothing of ours.
@org.jspecify.annotations.NullMarked
package arenad.text;
