package arenad.syntax;

import arenad.text.Span;
import java.util.List;

/// A type as written.
public sealed interface TypeExpr extends Ast {

  /// `i32`, `Array<T>`, `shape.Circle`. Which segments name a module is not the syntax's business.
  record Named(List<Ident> path, List<TypeExpr> args, Span span) implements TypeExpr {
    public Named {
      path = List.copyOf(path);
      args = List.copyOf(args);
    }

    public Ident name() {
      return path.getLast();
    }
  }

  /// A string among type arguments: the identifier of `Channel<Foo, "data-1">`.
  record Text(String value, Span span) implements TypeExpr {}

  /// `T?`; `&Node?` is a nullable reference.
  record Nullable(TypeExpr inner, Span span) implements TypeExpr {}

  /// `&T` and `&const T`
  record Reference(boolean readOnly, TypeExpr inner, Span span) implements TypeExpr {}

  /// `ref(r) T`
  record RegionReference(Ident region, TypeExpr inner, Span span) implements TypeExpr {}

  /// `T[N]`; `&T[4]` is an array of four references.
  record FixedArray(TypeExpr element, Expr length, Span span) implements TypeExpr {}

  /// `[A, B]`
  record Tuple(List<TypeExpr> elements, Span span) implements TypeExpr {
    public Tuple {
      elements = List.copyOf(elements);
    }
  }

  /// `(A, B) => R`
  record Function(List<TypeExpr> params, TypeExpr result, Span span) implements TypeExpr {
    public Function {
      params = List.copyOf(params);
    }
  }

  /// `String | IoError` where a type is expected
  record Union(List<TypeExpr> variants, Span span) implements TypeExpr {
    public Union {
      variants = List.copyOf(variants);
    }
  }

  record Missing(Span span) implements TypeExpr {}
}
