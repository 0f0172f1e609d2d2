package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.syntax.Binding;
import arenad.syntax.Expr.ListLiteral;
import arenad.syntax.Expr.RepeatLiteral;
import arenad.type.Type;
import arenad.typed.Expr;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `[1, 2]` and `[0; 256]`: fixed arrays, and tuples where one is asked for.
final class Lists {
  private Lists() {}

  static Expr list(Body body, ListLiteral syntax, @Nullable Type hint) {
    Type wanted = hint == null ? null : Type.withoutNull(hint);
    if (wanted instanceof Type.Tuple(List<Type> types)
        && types.size() == syntax.elements().size()) {
      return tuple(body, syntax, types);
    }
    Type elementHint = elementHint(wanted);
    List<Expr> elements = elements(body, syntax.elements(), elementHint);
    if (elements.stream().anyMatch(element -> element.type() == Type.Unit.UNKNOWN)) {
      return body.hole(syntax.span());
    }
    if (elements.isEmpty() && elementHint == null) {
      return body.error(
          Code.E0214, syntax.span(), "an empty list says nothing of the type of its elements");
    }
    Type type = elementHint;
    if (type == null || !allFit(body, elements, type)) {
      type = joined(elements);
    }
    if (type == null) {
      // Elements of several types are a tuple.
      return tupleOf(body, syntax, elements);
    }
    if (type == Type.Unit.NULL) {
      return body.error(
          Code.E0214, syntax.span(), "`null` says nothing of the type of the elements");
    }
    List<Expr> converted = new ArrayList<>();
    for (Expr element : elements) {
      converted.add(Coercions.to(body, element, type));
    }
    return new Expr.ArrayLiteral(
        converted, new Type.FixedArray(type, elements.size()), syntax.span());
  }

  /// A list as a tuple, whatever its elements are: what a destructuring asks for.
  ///
  /// @param pattern what it will be taken apart into: a list where it has a list is a tuple too
  static Expr asTuple(Body body, ListLiteral syntax, List<Binding> pattern) {
    List<Expr> elements = new ArrayList<>();
    for (int i = 0; i < syntax.elements().size(); i++) {
      arenad.syntax.Expr element = syntax.elements().get(i);
      elements.add(
          element instanceof ListLiteral list
                  && i < pattern.size()
                  && pattern.get(i) instanceof Binding.Tuple inner
              ? asTuple(body, list, inner.elements())
              : Expressions.value(body, element, null));
    }
    return tupleOf(body, syntax, elements);
  }

  static Expr repeat(Body body, RepeatLiteral syntax, @Nullable Type hint) {
    Type elementHint = elementHint(hint == null ? null : Type.withoutNull(hint));
    Expr element = Expressions.value(body, syntax.element(), elementHint);
    Integer count = ConstantLengths.of(body, syntax.count());
    if (elementHint != null && Coercions.implicit(body, element, elementHint) != null) {
      element = Coercions.to(body, element, elementHint);
    }
    if (count == null || element.type() == Type.Unit.UNKNOWN) {
      return body.hole(syntax.span());
    }
    if (element.type() == Type.Unit.NULL) {
      return body.error(
          Code.E0214, syntax.span(), "`null` says nothing of the type of the elements");
    }
    return new Expr.ArrayFill(element, new Type.FixedArray(element.type(), count), syntax.span());
  }

  private static @Nullable Type elementHint(@Nullable Type wanted) {
    if (wanted instanceof Type.FixedArray(Type element, int _)) {
      return element;
    }
    return wanted instanceof Type.Builtin(Type.Container container, List<Type> arguments)
            && container == Type.Container.ARRAY
        ? arguments.getFirst()
        : null;
  }

  /// Literals among the elements take the type of the first that is more.
  private static List<Expr> elements(
      Body body, List<arenad.syntax.Expr> syntax, @Nullable Type hint) {
    int rigid = -1;
    for (int i = 0; hint == null && rigid < 0 && i < syntax.size(); i++) {
      rigid = Literals.isFlexible(syntax.get(i)) ? -1 : i;
    }
    Expr first = rigid < 0 ? null : Expressions.value(body, syntax.get(rigid), null);
    Type elementHint = first == null || first.type() == Type.Unit.NULL ? hint : first.type();
    List<Expr> elements = new ArrayList<>();
    for (int i = 0; i < syntax.size(); i++) {
      elements.add(
          i == rigid && first != null
              ? first
              : Expressions.value(body, syntax.get(i), elementHint));
    }
    return elements;
  }

  private static boolean allFit(Body body, List<Expr> elements, Type type) {
    return elements.stream().allMatch(element -> Coercions.implicit(body, element, type) != null);
  }

  private static @Nullable Type joined(List<Expr> elements) {
    Type joined = null;
    for (Expr element : elements) {
      joined = joined == null ? element.type() : Results.join(joined, element.type());
      if (joined == null) {
        return null;
      }
    }
    return joined;
  }

  private static Expr tupleOf(Body body, ListLiteral syntax, List<Expr> elements) {
    for (Expr element : elements) {
      if (element.type() == Type.Unit.UNKNOWN) {
        return body.hole(syntax.span());
      }
      if (element.type() == Type.Unit.NULL) {
        return body.error(
            Code.E0214, element.span(), "`null` says nothing of the type of this element");
      }
    }
    Type type = new Type.Tuple(elements.stream().map(Expr::type).toList());
    return new Expr.TupleLiteral(elements, type, syntax.span());
  }

  private static Expr tuple(Body body, ListLiteral syntax, List<Type> types) {
    List<Expr> elements = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      elements.add(Expressions.expect(body, syntax.elements().get(i), types.get(i)));
    }
    return elements.stream().anyMatch(Expr.Hole.class::isInstance)
        ? body.hole(new Type.Tuple(types), syntax.span())
        : new Expr.TupleLiteral(elements, new Type.Tuple(types), syntax.span());
  }
}
