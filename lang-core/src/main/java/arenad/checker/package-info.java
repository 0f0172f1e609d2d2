/// Judges lifetimes: constraints and events from a function's graph, its contract, and what is wrong
/// with it.
///
/// Here: what each construct of the graph means for lifetimes, the order of births and deaths along
/// paths, the contracts of recursive groups, diagnostics with their chain of reasons and their
/// fixes. Not here: sets, inclusions and contracts themselves (`lifetime`), how a graph is made
/// (`lower`), who asks (`incremental`).
/// May import: `text`, `diagnostic`, `symbol`, `type`, `lifetime`, `elaborate` (its environment),
/// `typed` (its operations), `ir`.
/// Invariant: a function is judged alone, knowing only contracts of what it calls; a group of
/// functions that call each other is solved from nothing.
@NullMarked
package arenad.checker;

import org.jspecify.annotations.NullMarked;
