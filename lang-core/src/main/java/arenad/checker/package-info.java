/// Judges lifetimes: constraints and events from a function's graph, its contract, and what is wrong
/// with it.
///
/// # The rules
///
/// **Values.** What has a lifetime are the leaves of a type ([arenad.lifetime.Shape]): references,
/// strings, handles, containers, structs flattened. A local is known by one variable per leaf, in SSA
/// form; where paths meet there are fresh variables into which each path flows. A variable holds atoms (how
/// long) and cells (which objects).
///
/// **Memory.** Reading `o.f` touches `o` and takes what is found in `f` of each of `o`'s cells; writing
/// puts into each. `a.new(...)` makes a cell whose home is `a`; the law: each atom put into a cell
/// outlives each atom of its home. A deep copy lives in its arena through and through. What frames hold is
/// under no law; it is looked at whenever it is touched. Nothing made in a call may be put into memory of
/// the caller, except objects in the caller's own arenas.
///
/// **Order** ([arenad.lifetime.Outlives]). An arena outlives those that hang on it, if it is above each
/// possible parent; a parameter outlives arenas that do not leave the call; what lives around a scoped
/// arena outlives it; a temporary outlives nothing; two positions of the interface are a clause of the
/// contract. What stands for several arenas does not outlive itself.
///
/// **Time** ([arenad.checker.Liveness]). Which atoms may have ended, forwards over the blocks: `free`
/// ends all atoms of the handle, what they are also called, and what hangs on them; a birth begins anew.
/// A touch, a second free or a return of what may have ended is an error there. What is touched while a
/// position of the interface has been freed must not live in it (`apart`).
///
/// **Loops.** At the end of a turn what was made in it becomes "of an earlier turn", one atom and one cell for
/// all of them. Memory made outside of the loop keeps both names.
///
/// **Handles** ([arenad.checker.Handles]). Where paths meet on a variable that holds the handle of one
/// known arena on each, that arena gets one name there, and everything reached by variables that meet
/// there is renamed with it. So `a.free(); a = b;` in a loop or a branch leaves a live arena in `a`.
/// Other names of the same arena end with it ([arenad.checker.Aliases]). `reset` ends the arena and begins a
/// new one for the local that held it.
///
/// **Calls** ([arenad.checker.CallWriter]). The callee's contract with its positions replaced by what the
/// arguments hold: flows, objects and arenas that it makes, bounds, what it touches, frees, and touches
/// after it has freed. A stack object is lent to a method for the length of the call: its address
/// ends with it.
///
/// **Contracts** are the projection of the solution on the interface. A recursive group starts from
/// nothing and is repeated until nothing changes. A written `requires` must provide for what the body needs, and
/// is what callers must meet; the body's flows and effects stay known to them.
///
/// **Regions** ([arenad.checker.SignatureRegions]). `ref(r) T` says that a position of the signature lives in a
/// named region: an equation that the body may rely on and calls must meet ([arenad.checker.RegionWriter]). It changes nothing
/// of what flows, so soundness never rests on it; it gives contracts their names.
///
/// **Narrowing.** Elaboration takes a tested field for not null; a call whose contract may write a member
/// of that name on the way makes it doubtful again.
///
/// **Mistakes** ([arenad.checker.Reports]). The solver can say how an atom came where it must not be; the
/// blame falls on the last step that moved a value. What is found dead because it was stored wrongly is not told
/// again, and of several uses of what is freed the first is told.
///
/// Not known, so refused although harmless: the order of two stores into one object; conditions that
/// exclude each other; which objects of one origin a write means; unrelated roots; a fresh arena that leaves
/// by a parameter.
///
/// Here: the above. Not here: sets, inclusions and contracts themselves (`lifetime`), how a graph is made
/// (`lower`), who asks (`incremental`).
/// May import: `text`, `diagnostic`, `symbol`, `type`, `lifetime`, `elaborate` (its environment),
/// `typed` (its operations), `ir`.
/// Invariant: a function is judged knowing only contracts of what it calls outside of its group.
@NullMarked
package arenad.checker;

import org.jspecify.annotations.NullMarked;
