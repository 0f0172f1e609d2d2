/// Who is who: the names of symbols.
///
/// Here: pure identity. Not here: what a symbol is (`type`, `outline`). May import: nothing of ours.
/// Invariant: a symbol is a name, not an object; two runs name it the same.
@org.jspecify.annotations.NullMarked
package arenad.symbol;
