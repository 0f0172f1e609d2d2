package arenad.elaborate;

import arenad.typed.Expr;

/// An expression of type `bool`, and what is known where it is true and where it is false.
///
/// @param whenTrue holds where the condition does
/// @param whenFalse holds where it does not
record Condition(Expr expr, Facts whenTrue, Facts whenFalse) {}
