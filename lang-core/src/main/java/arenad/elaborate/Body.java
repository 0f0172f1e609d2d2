package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.resolve.Complaints;
import arenad.resolve.ModuleScope;
import arenad.resolve.TypeResolution;
import arenad.symbol.SymbolId;
import arenad.syntax.TypeExpr;
import arenad.text.Span;
import arenad.type.Declaration;
import arenad.type.Substitution;
import arenad.type.Type;
import arenad.type.Variants;
import arenad.typed.ChannelUse;
import arenad.typed.Expr;
import arenad.typed.Variable;
import arenad.typed.Witness;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is known while one symbol is elaborated; lives within one call of an entry point.
final class Body {
  final Environment environment;
  final SymbolId symbol;
  final ModuleScope scope;
  final Complaints complaints;
  final TypeResolution types;
  final Locals locals = new Locals();
  Results results;
  Facts facts = Facts.START;
  @Nullable Surroundings surroundings;

  /// The `?.` of the chain of members and calls that is being elaborated, outermost object first.
  @Nullable List<Chains.Link> links;

  /// The variables that are read or written inside the `defer` that is being elaborated.
  @Nullable Set<Variable> deferNames;

  /// The variables that are set by the statement that introduces them, and by nothing else.
  final Map<Variable, FixedBy> fixed = new HashMap<>();

  /// The methods that stand for required ones in the calls of this body.
  final Set<Witness> witnesses = new LinkedHashSet<>();

  /// The channels that are named.
  final List<ChannelUse> channels = new ArrayList<>();

  private boolean holes;

  /// What sets a variable that is not declared by `let` or `const`.
  enum FixedBy {
    FOR,
    REGION,
    USE_ARENA,
    CASE,
    FUNCTION
  }

  /// The type parameters that stand for a type here, with what is required of them.
  final List<Declaration.TypeParameter> parameters;

  Body(Environment environment, SymbolId symbol, Complaints complaints, @Nullable Type result) {
    this(environment, symbol, complaints, result, List.of());
  }

  Body(
      Environment environment,
      SymbolId symbol,
      Complaints complaints,
      @Nullable Type result,
      List<Declaration.TypeParameter> parameters) {
    this(environment, symbol, complaints, result, parameters, Generic.names(parameters), null);
  }

  /// A signature, in which of type parameters no more than their names is known.
  Body(
      Environment environment,
      SymbolId symbol,
      Complaints complaints,
      Set<String> parameters,
      Set<String> regionParameters) {
    this(environment, symbol, complaints, null, List.of(), parameters, regionParameters);
  }

  private Body(
      Environment environment,
      SymbolId symbol,
      Complaints complaints,
      @Nullable Type result,
      List<Declaration.TypeParameter> parameters,
      Set<String> typeParameters,
      @Nullable Set<String> regionParameters) {
    this.environment = environment;
    this.parameters = parameters;
    this.symbol = symbol;
    this.complaints = complaints;
    this.scope = new ModuleScope(environment, symbol.module());
    this.types =
        new TypeResolution(
            scope,
            complaints,
            typeParameters,
            regionParameters,
            length -> ConstantLengths.of(this, length));
    this.results = new Results(result);
    locals.enter();
  }

  /// A type that is written in the body.
  Type type(TypeExpr syntax) {
    return Arities.checked(types.of(syntax), syntax.span(), environment, complaints);
  }

  /// A hole after a complaint.
  Expr.Hole error(Code code, Span span, String message) {
    complaints.add(code, span, message);
    return hole(span);
  }

  /// A hole about which somebody has complained.
  Expr.Hole hole(Span span) {
    return hole(Type.Unit.UNKNOWN, span);
  }

  Expr.Hole hole(Type type, Span span) {
    holes = true;
    return new Expr.Hole(type, span);
  }

  /// Takes note that the result cannot be lowered.
  void noteHole() {
    holes = true;
  }

  boolean hasHoles() {
    return holes;
  }

  /// The variants of a union; of any other type, none.
  List<Type> variants(Type type) {
    return Variants.of(type, environment::declaration);
  }

  /// The declaration of a struct, its type arguments in the place of its parameters; null after a
  /// hole.
  Declaration.@Nullable Struct struct(Type type) {
    if (!(type instanceof Type.Named(SymbolId id, List<Type> arguments, var _))
        || !(environment.declaration(id) instanceof Declaration.Struct struct)
        || struct.typeParameters().size() != arguments.size()) {
      return null;
    }
    return new Substitution(struct.typeParameters(), arguments).in(struct);
  }
}
