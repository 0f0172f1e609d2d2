/// Instances of generic functions: a typed tree with type arguments in the place of type parameters.
///
/// Here: which instances a graph asks for, and the tree of one. Not here: what may be an argument, which
/// elaboration decides (`arenad.elaborate`); lowering and emitting an instance, which is done as for
/// any other function. May import: `elaborate`, `ir`, `symbol`, `type`, `typed`.
///
/// Invariants: an instance is known by its symbol and type arguments alone, in which no type parameter stands; lifetimes are
/// no part of it, since a generic body is judged once, with its parameters opaque.
@NullMarked
package arenad.instance;

import org.jspecify.annotations.NullMarked;
