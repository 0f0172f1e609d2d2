package arenad.typed;

import arenad.text.Span;
import arenad.type.Type;

/// A parameter or local of one body. Identity is `index`, its position in
/// [TypedFunction#variables]; parameters come first.
///
/// @param mutable whether it may be assigned after its declaration
/// @param span the name where it is declared
public record Variable(int index, String name, Type type, boolean mutable, Span span) {}
