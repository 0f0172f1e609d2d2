/// The elaborated program: bodies in which every name is resolved, every conversion is written out
/// and every expression has a type.
///
/// Here: data and its printer. Not here: how it is made (`elaborate`) and what becomes of it (`lower`).
/// May import: `symbol`, `text`, `type`. Invariant: no positions but token ordinals ([arenad.text.Span]).
@org.jspecify.annotations.NullMarked
package arenad.typed;
