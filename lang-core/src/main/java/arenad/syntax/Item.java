package arenad.syntax;

import arenad.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A top-level declaration, or a method: what is a symbol of its own.
public sealed interface Item extends Ast {

  /// `hot module;`
  record HotModule(Span span) implements Item {}

  /// `import geometry.shape;` and `import geometry.shape as shape;`
  record ImportModule(ModulePath path, @Nullable Ident alias, Span span) implements Item {
    /// The name that stands for the module here: the alias, or the last segment.
    public Ident localName() {
      return alias == null ? path.segments().getLast() : alias;
    }
  }

  /// `import { Shape, area } from geometry.shape;`
  record ImportNames(List<ImportedName> names, ModulePath path, Span span) implements Item {
    public ImportNames {
      names = List.copyOf(names);
    }
  }

  /// `struct Name<T, region r> { fields, methods }`.
  ///
  /// Methods are symbols of their own and not in here: their tokens do not count in the struct's
  /// spans either, so an edit of a method changes nothing in its struct. Which methods *forward* is
  /// part of what a struct is.
  ///
  /// @param forwards the names of the `forward` methods, in source order
  record Struct(
      Ident name,
      boolean exported,
      List<TypeParam> typeParams,
      List<RequiresClause> requires,
      List<Field> fields,
      List<String> forwards,
      Span span)
      implements Item {
    public Struct {
      typeParams = List.copyOf(typeParams);
      requires = List.copyOf(requires);
      fields = List.copyOf(fields);
      forwards = List.copyOf(forwards);
    }
  }

  /// `type Name<T> = A | B | i32;`
  record Union(
      Ident name, boolean exported, List<TypeParam> typeParams, List<TypeExpr> variants, Span span)
      implements Item {
    public Union {
      typeParams = List.copyOf(typeParams);
      variants = List.copyOf(variants);
    }
  }

  /// `requirement Name<T> { has length: i32; has clone(): T; }`
  record Requirement(
      Ident name,
      boolean exported,
      List<TypeParam> typeParams,
      List<RequirementMember> members,
      Span span)
      implements Item {
    public Requirement {
      typeParams = List.copyOf(typeParams);
      members = List.copyOf(members);
    }
  }

  /// `const NAME: T = value;` at the top of a module.
  record Constant(Ident name, boolean exported, @Nullable TypeExpr type, Expr value, Span span)
      implements Item {}

  /// `region ext;` or `region ext < outer;`, possibly followed by
  /// `requires Lifetime(ext) > Lifetime(other);`.
  ///
  /// @param outer the region that it lies in, or null
  record Region(
      Ident name, boolean exported, @Nullable Ident outer, List<RequiresClause> requires, Span span)
      implements Item {
    public Region {
      requires = List.copyOf(requires);
    }
  }

  /// A function or method with its body.
  record Function(Signature signature, Stmt.Block body, Span span) implements Item {}

  /// `extern "library" name(p: T): R;`, a function whose body is elsewhere.
  record Extern(Signature signature, @Nullable String library, Span span) implements Item {}

  /// `test "title" => { ... }`
  ///
  /// @param titleSpan where the title stands
  record Test(String title, Span titleSpan, Stmt.Block body, Span span) implements Item {}
}
