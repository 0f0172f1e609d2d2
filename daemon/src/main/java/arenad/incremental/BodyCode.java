package arenad.incremental;

import arenad.ir.IrFunction;
import arenad.typed.TypedFunction;
import org.jspecify.annotations.Nullable;

/// What a body was made into.
///
/// @param graph its control-flow graph, which is judged; of a function without type parameters it is
///     what code is emitted from
/// @param template the typed tree of a generic function, or of one that takes functions, from which its
///     instances are made; null for others
record BodyCode(IrFunction graph, @Nullable TypedFunction template) {}
