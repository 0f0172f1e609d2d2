package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.type.Declaration;
import arenad.type.Type;
import arenad.typed.Expr;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Values for places whose types have open type parameters: the arguments of a generic function, the
/// fields of a literal of a generic struct. Values with a type of their own come first, then those
/// that take it from where they stand.
final class GenericArguments {
  private final Body body;
  private final Inference inference;
  private final List<Type> declared;
  private final List<arenad.syntax.Expr> syntax;
  private final @Nullable Expr[] values;

  /// @param declared the types of the places, one for each expression
  GenericArguments(
      Body body, Inference inference, List<Type> declared, List<arenad.syntax.Expr> syntax) {
    this.body = body;
    this.inference = inference;
    this.declared = declared;
    this.syntax = syntax;
    this.values = new Expr[syntax.size()];
  }

  /// @param result the type of the whole, in which the parameters may stand; null when not known
  /// @param hint what the whole would like to be
  void infer(@Nullable Type result, @Nullable Type hint) {
    Type wanted = hint == null ? null : Type.withoutNull(hint);
    boolean bare = result != null && Type.withoutNull(result) instanceof Type.Parameter;
    if (result != null && wanted != null && !bare) {
      inference.matchWhole(Type.withoutNull(result), wanted);
    }
    elaborate(false);
    if (result != null && hint != null && bare) {
      learn(result, hint);
    }
    elaborate(true);
    functions();
  }

  /// Last of all come functions: by then it is mostly known what a closure is given.
  private void functions() {
    Closures.forgetWritten(body, syntax);
    for (int i = 0; i < values.length; i++) {
      if (declared.get(i) instanceof Type.Function(List<Type> inputs, Type result)) {
        if (syntax.get(i) instanceof arenad.syntax.Expr.Closure closure) {
          learnWritten(closure, inputs);
        }
        List<Type> given = inputs.stream().map(inference::resolved).toList();
        Expr value = FunctionArguments.of(body, syntax.get(i), given, inference.known(result));
        values[i] = value;
        if (value.type() instanceof Type.Function(List<Type> _, Type found)) {
          inference.meet(result, found);
        }
      }
    }
  }

  /// `(x: i32) => ...` says what it is to be given.
  private void learnWritten(arenad.syntax.Expr.Closure closure, List<Type> inputs) {
    for (int i = 0; i < Math.min(inputs.size(), closure.params().size()); i++) {
      var written = closure.params().get(i).type();
      if (written != null && inference.known(inputs.get(i)) == null) {
        inference.matchWhole(inputs.get(i), body.type(written));
      }
    }
  }

  /// A result that is a type parameter takes what is asked for only if no argument says otherwise.
  private void learn(Type result, Type hint) {
    if (inference.known(result) == null) {
      inference.matchWhole(
          Type.withoutNull(result),
          result instanceof Type.Optional ? Type.withoutNull(hint) : hint);
    }
  }

  private void elaborate(boolean flexible) {
    for (int i = 0; i < values.length; i++) {
      if (declared.get(i) instanceof Type.Function) {
        continue;
      }
      if (values[i] == null && (flexible || !Literals.isFlexible(syntax.get(i)))) {
        Type place = declared.get(i);
        Expr value = Expressions.of(body, syntax.get(i), inference.hint(place));
        if (value.type() == Type.Unit.VOID) {
          value = body.error(Code.E0201, syntax.get(i).span(), "this gives no value");
        }
        values[i] = value;
        inference.meet(place, value.type());
      }
    }
  }

  /// The values, not yet converted to what they are put into.
  List<Expr> values() {
    List<Expr> all = new ArrayList<>();
    for (Expr value : values) {
      all.add(value == null ? body.hole(syntax.get(all.size()).span()) : value);
    }
    return all;
  }

  static List<Type> typesOf(List<Declaration.Parameter> parameters) {
    return parameters.stream().map(Declaration.Parameter::type).toList();
  }
}
