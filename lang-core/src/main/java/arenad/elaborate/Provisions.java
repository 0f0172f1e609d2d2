package arenad.elaborate;

import arenad.lifetime.Shapes;
import arenad.resolve.Complaints;
import arenad.resolve.TypeNames;
import arenad.symbol.SymbolId;
import arenad.syntax.Ident;
import arenad.text.Span;
import arenad.type.Declaration;
import arenad.type.Substitution;
import arenad.type.Type;
import arenad.typed.Expr;
import arenad.typed.Operation;
import arenad.typed.Operator;
import arenad.typed.Variable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// How a type provides the members that are required of it: a struct by its fields, methods and
/// forwards, through a reference too; the language's own types by their properties and methods.
public final class Provisions {

  /// The methods of the language that keep the promise of a required one: what they give lives at least as
  /// long as what they are called on, they store nothing and free nothing.
  private static final Set<Operation> KEEPING =
      EnumSet.of(
          Operation.STRING_SLICE,
          Operation.STRING_TRIM,
          Operation.STRING_CONTAINS,
          Operation.STRING_STARTS_WITH,
          Operation.STRING_ENDS_WITH,
          Operation.STRING_INDEX_OF,
          Operation.STRING_COMPARE,
          Operation.STRING_TO_I32,
          Operation.STRING_TO_I64,
          Operation.STRING_TO_F64,
          Operation.BUFFER_APPEND,
          Operation.BUFFER_CLEAR,
          Operation.ARRAY_POP,
          Operation.ARRAY_GET,
          Operation.ARRAY_REMOVE_AT,
          Operation.ARRAY_CLEAR,
          Operation.ARRAY_RESERVE,
          Operation.ARRAY_REVERSE,
          Operation.BYTES_APPEND,
          Operation.BYTES_CLEAR,
          Operation.MAP_GET,
          Operation.MAP_HAS,
          Operation.MAP_REMOVE,
          Operation.MAP_CLEAR,
          Operation.SPAN_SLICE);

  private final Body body;

  private Provisions(
      Environment environment, SymbolId asking, List<Declaration.TypeParameter> parameters) {
    body = new Body(environment, asking, new Complaints(asking), null, parameters);
  }

  /// What a method is called on, and how.
  sealed interface Method {
    List<Type> parameters();

    Type result();

    /// @param symbol of a struct, called on `self`
    record OfStruct(
        SymbolId symbol, Expr self, List<Type> typeArguments, List<Type> parameters, Type result)
        implements Method {}

    /// @param keeps whether it may stand for a required one
    record OfLanguage(
        Operation operation, Expr self, List<Type> parameters, Type result, boolean keeps)
        implements Method {}

    /// What numbers, characters and strings have for requirements that people write: `compareTo(other): i32`, and
    /// `equals(other): bool`.
    record Comparing(Expr self, boolean order) implements Method {
      @Override
      public List<Type> parameters() {
        return List.of(self.type());
      }

      @Override
      public Type result() {
        return order ? Type.Scalar.I32 : Type.Scalar.BOOL;
      }
    }

    /// Of a value of a type parameter.
    record OfRequirement(List<Type> parameters, Type result) implements Method {}

    /// The clone that the language brings.
    record Copy(Expr value) implements Method {
      @Override
      public List<Type> parameters() {
        return List.of();
      }

      @Override
      public Type result() {
        return value.type();
      }
    }
  }

  /// What is required in a template, as the type that stands for the parameter has it.
  ///
  /// @param asking the symbol of the template
  /// @param required with types and arguments of the instance
  public static Expr of(
      Expr.Required required,
      SymbolId asking,
      Environment environment,
      BiFunction<Type, Span, Variable> fresh) {
    Provisions provisions = new Provisions(environment, asking, List.of());
    Expr receiver = required.arguments().getFirst();
    Expr found =
        required.called()
            ? provisions.called(required, receiver, fresh)
            : provisions.field(receiver, required.member(), required.span());
    if (found == null) {
      throw new IllegalStateException(
          "an instance of what is not satisfied: " + required.member() + " of " + receiver.type());
    }
    return found;
  }

  /// `left < right` and its like in an instance: a comparison, or a call of the method that orders the type.
  public static Expr compared(Expr.Compare compare, SymbolId asking, Environment environment) {
    boolean equality =
        compare.operator() == Operator.Comparison.EQUAL
            || compare.operator() == Operator.Comparison.NOT_EQUAL;
    if (equality || LanguageRequirements.isOrdered(compare.left().type())) {
      return compare;
    }
    Span span = compare.span();
    Expr.Required required =
        new Expr.Required(
            Objects.requireNonNull(TypeNames.requirement(TypeNames.ORDERED)),
            LanguageRequirements.COMPARE_TO,
            true,
            List.of(compare.left(), compare.right()),
            Type.Scalar.I32,
            span);
    Expr order =
        of(
            required,
            asking,
            environment,
            (type, _) -> {
              throw new IllegalStateException("nothing orders " + type);
            });
    Expr zero = Literals.integer(0, Type.Scalar.I32, span);
    return new Expr.Compare(compare.operator(), order, zero, Type.Scalar.BOOL, span);
  }

  /// The field or property of that name of a value, or null.
  static @Nullable Expr fieldOf(Type type, String name, Body asking) {
    return new Provisions(asking.environment, asking.symbol, asking.parameters)
        .field(value(type), name, Span.at(0));
  }

  /// The method of that name of a value, or null.
  static @Nullable Method methodOf(Type type, String name, Body asking) {
    return new Provisions(asking.environment, asking.symbol, asking.parameters)
        .method(value(type), name);
  }

  /// The type of the member of that name, of a field or of what a method returns; `UNKNOWN` if there is none.
  ///
  /// @param asking whoever calls what requires it
  public static Type typeOf(Type type, String name, SymbolId asking, Environment environment) {
    List<Declaration.TypeParameter> parameters =
        environment.declaration(asking) instanceof Declaration.Function function
            ? function.typeParameters()
            : List.of();
    Provisions provisions = new Provisions(environment, asking, parameters);
    Expr field = provisions.field(value(type), name, Span.at(0));
    if (field != null) {
      return field.type();
    }
    Method method = provisions.method(value(type), name);
    return method == null ? Type.Unit.UNKNOWN : method.result();
  }

  /// All that the requirements of a type parameter give.
  ///
  /// @param parameters among which it is declared
  public static List<Shapes.Required> requiredOf(
      Type.Parameter parameter,
      List<Declaration.TypeParameter> parameters,
      Environment environment) {
    Map<String, Shapes.Required> all = new LinkedHashMap<>();
    for (Declaration.TypeParameter declared : parameters) {
      if (declared.name().equals(parameter.name())) {
        for (Type bound : declared.bounds()) {
          for (RequiredMembers.Found found :
              RequiredMembers.membersOf(bound, parameter, environment)) {
            Declaration.RequiredMember member = found.member();
            all.putIfAbsent(member.name(), new Shapes.Required(member.name(), member.type()));
          }
        }
      }
    }
    return List.copyOf(all.values());
  }

  /// Any value of the type; a place.
  private static Expr value(Type type) {
    Span nowhere = Span.at(0);
    return new Expr.Local(new Variable(0, "", type, true, nowhere), type, nowhere);
  }

  private @Nullable Expr field(Expr receiver, String name, Span span) {
    if (receiver.type() instanceof Type.Optional) {
      return null;
    }
    Expr found = Members.of(body, receiver, new Ident(name, span), span);
    return found instanceof Expr.Hole || body.complaints.hasErrors() ? null : found;
  }

  private @Nullable Expr called(
      Expr.Required required, Expr receiver, BiFunction<Type, Span, Variable> fresh) {
    List<Expr> others = required.arguments().subList(1, required.arguments().size());
    Type type = required.type();
    Span span = required.span();
    return switch (method(receiver, required.member())) {
      case null -> null;
      case Method.OfRequirement _ ->
          throw new IllegalStateException("a type parameter in an instance: " + receiver.type());
      case Method.OfStruct(var symbol, var self, var typeArguments, var _, var _) ->
          new Expr.Call(symbol, true, typeArguments, with(self, others), type, span);
      case Method.OfLanguage(var operation, var self, var _, var _, var _) ->
          new Expr.Intrinsic(operation, with(self, others), type, span);
      case Method.Comparing(Expr self, boolean order) ->
          order
              ? ordered(self, others.getFirst(), span, fresh)
              : new Expr.Compare(Operator.Comparison.EQUAL, self, others.getFirst(), type, span);
      case Method.Copy(Expr value) ->
          value.type() instanceof Type.Scalar ? value : new Expr.Clone(value, null, type, span);
    };
  }

  /// `a < b ? -1 : b < a ? 1 : 0`
  private static Expr ordered(
      Expr left, Expr right, Span span, BiFunction<Type, Span, Variable> fresh) {
    Type type = left.type();
    Variable a = fresh.apply(type, span);
    Variable b = fresh.apply(type, span);
    Expr one = new Expr.Local(a, type, span);
    Expr other = new Expr.Local(b, type, span);
    Type number = Type.Scalar.I32;
    Expr above =
        new Expr.Conditional(
            less(other, one, span),
            Literals.integer(1, Type.Scalar.I32, span),
            Literals.integer(0, Type.Scalar.I32, span),
            number,
            span);
    Expr order =
        new Expr.Conditional(
            less(one, other, span),
            Literals.integer(-1, Type.Scalar.I32, span),
            above,
            number,
            span);
    return new Expr.Let(a, left, new Expr.Let(b, right, order, number, span), number, span);
  }

  private static Expr less(Expr left, Expr right, Span span) {
    return new Expr.Compare(Operator.Comparison.LESS, left, right, Type.Scalar.BOOL, span);
  }

  private static List<Expr> with(Expr self, List<Expr> others) {
    List<Expr> all = new ArrayList<>(List.of(self));
    all.addAll(others);
    return all;
  }

  private @Nullable Method method(Expr receiver, String name) {
    Expr base = Members.dereferenced(receiver);
    if (base.type() instanceof Type.Parameter subject) {
      RequiredMembers.Found found = RequiredMembers.find(body, subject, name);
      List<Type> parameters = found == null ? null : found.member().parameters();
      return found == null || parameters == null
          ? null
          : new Method.OfRequirement(parameters, found.member().type());
    }
    if (base.type() instanceof Type.Named named) {
      Method own = ofStruct(base, named, name);
      if (own != null) {
        return own;
      }
      if (Forwards.of(body, base, named, new Ident(name, receiver.span()))
          instanceof Forwards.Found.In(Expr object, Type.Named type)) {
        return ofStruct(object, type, name);
      }
    }
    boolean copies = Clones.isClonable(base.type(), base.type());
    if (name.equals("clone") && copies) {
      return new Method.Copy(receiver);
    }
    if (name.equals(LanguageRequirements.COMPARE_TO)
        && LanguageRequirements.isOrdered(base.type())) {
      return new Method.Comparing(base, true);
    }
    if (name.equals("equals")
        && (base.type() instanceof Type.Scalar || base.type() instanceof Type.Text)) {
      return new Method.Comparing(base, false);
    }
    BuiltinMethods.Method method = BuiltinMethods.of(base.type(), name);
    return method == null ? null : ofLanguage(base, method);
  }

  private @Nullable Method ofStruct(Expr self, Type.Named type, String name) {
    SymbolId symbol = Methods.find(body, type.symbol(), name);
    if (symbol == null
        || !(body.environment.declaration(symbol) instanceof Declaration.Function function)
        || !function.isMethod()
        || function.typeParameters().size() != type.arguments().size()) {
      return null;
    }
    Substitution substitution = new Substitution(function.typeParameters(), type.arguments());
    Type result = function.result();
    if (result == null) {
      result = body.environment.inferredResult(symbol);
    }
    List<Type> parameters =
        function.parameters().stream().skip(1).map(Declaration.Parameter::type).toList();
    return new Method.OfStruct(
        symbol,
        self,
        type.arguments(),
        substitution.in(parameters),
        result == null ? Type.Unit.UNKNOWN : substitution.in(result));
  }

  private static @Nullable Method ofLanguage(Expr self, BuiltinMethods.Method method) {
    List<Type> parameters = new ArrayList<>();
    for (BuiltinMethods.Parameter parameter : method.parameters()) {
      switch (parameter) {
        case BuiltinMethods.Parameter.Of(Type type) -> parameters.add(type);
        case BuiltinMethods.Parameter.TextOrChar(),
            BuiltinMethods.Parameter.Printable(),
            BuiltinMethods.Parameter.Bytes() ->
            parameters.add(new Type.Text());
      }
    }
    return new Method.OfLanguage(
        method.operation(),
        self,
        parameters,
        method.result(),
        KEEPING.contains(method.operation()));
  }
}
