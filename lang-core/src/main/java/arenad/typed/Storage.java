package arenad.typed;

import arenad.type.Type;
import arenad.type.Variants;

/// Whose storage a place is in: what decides whether it may be written.
public sealed interface Storage {

  /// That of a variable.
  ///
  /// @param whole whether the place is the variable, and not a part of its value
  record OfVariable(Variable variable, boolean whole) implements Storage {}

  /// That of the object which a reference leads to.
  record Behind(Expr reference) implements Storage {}

  /// An element of what is no fixed array.
  record Element(Expr.Index index) implements Storage {}

  /// A constant of a module, or a part of one.
  record Constant() implements Storage {}

  /// Nobody's: a part of a value that nobody keeps.
  ///
  /// @param whole whether the place is that value, and not a part of it
  record Nobodys(boolean whole) implements Storage {}

  /// Not known, since somebody has complained already; or an object that a match has found.
  record Unknown() implements Storage {}

  static Storage of(Expr place) {
    return of(place, true);
  }

  private static Storage of(Expr place, boolean whole) {
    return switch (place) {
      case Expr.Local local -> new OfVariable(local.variable(), whole);
      case Expr.Field field -> of(field.object(), false);
      case Expr.TupleElement element -> of(element.tuple(), false);
      case Expr.Index index ->
          index.sequence().type() instanceof Type.FixedArray
              ? of(index.sequence(), false)
              : new Element(index);
      case Expr.Narrowed narrowed -> of(narrowed.value(), false);
      case Expr.Unwrap unwrap -> of(unwrap.value(), false);
      case Expr.Variant variant when Variants.isUnion(variant.value().type()) ->
          of(variant.value(), false);
      case Expr.Deref deref -> new Behind(deref.reference());
      case Expr.Variant _, Expr.Hole _ -> new Unknown();
      case Expr.Constant _ -> new Constant();
      case Expr.Literal _,
          Expr.Call _,
          Expr.Required _,
          Expr.Closure _,
          Expr.CallParameter _,
          Expr.Intrinsic _,
          Expr.Unary _,
          Expr.Arithmetic _,
          Expr.Compare _,
          Expr.IsNull _,
          Expr.Logical _,
          Expr.Conditional _,
          Expr.Coalesce _,
          Expr.OptionalChain _,
          Expr.Some _,
          Expr.Inject _,
          Expr.Let _,
          Expr.Match _,
          Expr.Convert _,
          Expr.StructLiteral _,
          Expr.TupleLiteral _,
          Expr.ArrayLiteral _,
          Expr.ArrayFill _,
          Expr.Format _,
          Expr.New _,
          Expr.Clone _ ->
          new Nobodys(whole);
    };
  }
}
