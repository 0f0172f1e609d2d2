package arenad.syntax;

import arenad.text.Span;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An expression.
public sealed interface Expr extends Ast {

  /// `1_000`, `0xff`, `0b1`; never negative, of any size.
  record IntLiteral(BigInteger value, Span span) implements Expr {}

  /// `1.5`, `1e9`
  ///
  /// @param digits the literal without underscores: `Float.parseFloat` and `Double.parseDouble`
  ///     accept it, so each type rounds once
  record FloatLiteral(String digits, Span span) implements Expr {}

  /// @param value a Unicode scalar value
  record CharLiteral(int value, Span span) implements Expr {}

  /// @param value the text, escapes resolved
  record StringLiteral(String value, Span span) implements Expr {}

  /// `f"{x} {y:.2}"`
  record FString(List<TextPart> parts, Span span) implements Expr {
    public FString {
      parts = List.copyOf(parts);
    }
  }

  record BoolLiteral(boolean value, Span span) implements Expr {}

  record NullLiteral(Span span) implements Expr {}

  /// A name on its own; `self` is one.
  record Name(Ident name, Span span) implements Expr {}

  /// `[1, 2]`: an array or a tuple, as the place it stands in asks.
  record ListLiteral(List<Expr> elements, Span span) implements Expr {
    public ListLiteral {
      elements = List.copyOf(elements);
    }
  }

  /// `[0; 256]`
  record RepeatLiteral(Expr element, Expr count, Span span) implements Expr {}

  /// `Foo { a: 1 }`
  record StructLiteral(TypeExpr type, List<FieldInit> fields, Span span) implements Expr {
    public StructLiteral {
      fields = List.copyOf(fields);
    }
  }

  /// `f(a, b)`, `x.m(a)`, and `Foo(1)`, a struct by position.
  record Call(Expr callee, List<Expr> args, Span span) implements Expr {
    public Call {
      args = List.copyOf(args);
    }
  }

  /// Type arguments after a name: the `Array<T>` of `Array<T>.new(a)`, the `pick<&Node>` of
  /// `pick<&Node>(a, b)`, the `a.alloc<u8>` of `a.alloc<u8>(n)`.
  record TypeApplication(Expr base, List<TypeExpr> typeArgs, Span span) implements Expr {
    public TypeApplication {
      typeArgs = List.copyOf(typeArgs);
    }
  }

  /// `object.name`
  record Member(Expr object, Ident name, Span span) implements Expr {}

  /// `object?.name`
  record OptionalMember(Expr object, Ident name, Span span) implements Expr {}

  /// `object[index]`
  record Index(Expr object, Expr index, Span span) implements Expr {}

  /// `x!`
  record NonNull(Expr operand, Span span) implements Expr {}

  record Unary(UnaryOp op, Span opSpan, Expr operand, Span span) implements Expr {}

  record Binary(Expr left, BinaryOp op, Span opSpan, Expr right, Span span) implements Expr {}

  /// `x as f64`
  record Cast(Expr operand, TypeExpr type, Span span) implements Expr {}

  /// `from..to`, half-open
  record Range(Expr from, Expr to, Span span) implements Expr {}

  /// `c ? a : b`
  record Conditional(Expr condition, Expr then, Expr otherwise, Span span) implements Expr {}

  /// `(x) => e` and `(x) => { ... }`
  ///
  /// @param returns a written return type, or null
  record Closure(List<Param> params, @Nullable TypeExpr returns, ClosureBody body, Span span)
      implements Expr {
    public Closure {
      params = List.copyOf(params);
    }
  }

  /// `match e { case A => 1, case B => 2 }` where a value is expected
  record Match(Expr subject, List<MatchArm> arms, Span span) implements Expr {
    public Match {
      arms = List.copyOf(arms);
    }
  }

  /// Nothing stands where an expression is needed; a diagnostic has said so.
  record Missing(Span span) implements Expr {}
}
