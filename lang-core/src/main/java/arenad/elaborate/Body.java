package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.resolve.Complaints;
import arenad.resolve.ModuleScope;
import arenad.resolve.TypeResolution;
import arenad.symbol.SymbolId;
import arenad.text.Span;
import arenad.type.Declaration;
import arenad.type.Type;
import arenad.typed.Expr;
import arenad.typed.Variable;
import java.util.HashMap;
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
  final Results results;
  Facts facts = Facts.START;
  @Nullable Surroundings surroundings;

  /// The `?.` of the chain of members and calls that is being elaborated, outermost object first.
  @Nullable List<Chains.Link> links;

  /// The variables that are read or written inside the `defer` that is being elaborated.
  @Nullable Set<Variable> deferNames;

  /// The variables that are set by the statement that introduces them, and by nothing else.
  final Map<Variable, FixedBy> fixed = new HashMap<>();

  private boolean holes;

  /// What sets a variable that is not declared by `let` or `const`.
  enum FixedBy {
    FOR,
    REGION,
    USE_ARENA
  }

  Body(Environment environment, SymbolId symbol, Complaints complaints, @Nullable Type result) {
    this(environment, symbol, complaints, result, Set.of());
  }

  Body(
      Environment environment,
      SymbolId symbol,
      Complaints complaints,
      @Nullable Type result,
      Set<String> typeParameters) {
    this(environment, symbol, complaints, result, typeParameters, null);
  }

  Body(
      Environment environment,
      SymbolId symbol,
      Complaints complaints,
      @Nullable Type result,
      Set<String> typeParameters,
      @Nullable Set<String> regionParameters) {
    this.environment = environment;
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

  /// A hole after a complaint.
  Expr.Hole error(Code code, Span span, String message) {
    complaints.add(code, span, message);
    return hole(span);
  }

  /// A hole in place of a construct that this version does not have.
  Expr.Hole unsupported(Span span, String what) {
    complaints.unsupported(span, what);
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

  /// The declaration of a struct, or null after a hole.
  Declaration.@Nullable Struct struct(Type type) {
    return type instanceof Type.Named(SymbolId id, List<Type> _)
            && environment.declaration(id) instanceof Declaration.Struct struct
        ? struct
        : null;
  }
}
