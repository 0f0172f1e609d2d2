package arenad.syntax;

import arenad.text.Span;

/// A piece of abstract syntax: what a declaration says, without trivia, punctuation or positions.
///
/// Every construct is a record of a sealed family ([Item], [Stmt], [Expr], [TypeExpr], [Pattern],
/// [Binding], [RequiresClause]), made for exhaustive `switch` with record patterns. What the user
/// left out although it is needed is an explicit `Missing`; what may be left out is `@Nullable`.
/// Parentheses are gone; a construct's span still covers those of its operands.
public sealed interface Ast
    permits Item,
        Stmt,
        Expr,
        TypeExpr,
        Pattern,
        Binding,
        RequiresClause,
        LifetimeTerm,
        RequirementMember,
        TextPart,
        Ident,
        ModulePath,
        ImportedName,
        Signature,
        TypeParam,
        Param,
        Field,
        FieldInit,
        FormatSpec,
        MatchCase,
        MatchArm {

  /// Where it stands, relative to the symbol it belongs to.
  Span span();
}
