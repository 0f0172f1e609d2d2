package arenad.syntax;

import arenad.text.Span;

/// `name: value` in a struct literal; `name` alone stands for `name: name`.
public record FieldInit(Ident name, Expr value, Span span) implements Ast {}
