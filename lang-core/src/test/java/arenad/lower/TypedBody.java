package arenad.lower;

import arenad.symbol.SymbolId;
import arenad.text.Span;
import arenad.type.ConstantValue;
import arenad.type.Type;
import arenad.typed.Expr;
import arenad.typed.Operation;
import arenad.typed.Operator;
import arenad.typed.Stmt;
import arenad.typed.TypedFunction;
import arenad.typed.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Typed bodies by hand, for what the surface language cannot say or says at length.
final class TypedBody {

  static final Span HERE = new Span(0, 0);
  static final Type BOOL = Type.Scalar.BOOL;
  static final Type I32 = Type.Scalar.I32;

  final List<Variable> variables = new ArrayList<>();

  Variable variable(String name, Type type) {
    Variable variable = new Variable(variables.size(), name, type, true, HERE);
    variables.add(variable);
    return variable;
  }

  TypedFunction function(int parameters, Type result, Stmt... statements) {
    SymbolId symbol = new SymbolId("main", SymbolId.Kind.FUNCTION, "f");
    Stmt.Block body = block(statements);
    return new TypedFunction(symbol, parameters, variables, result, body, HERE, HERE);
  }

  static Expr read(Variable variable) {
    return new Expr.Local(variable, variable.type(), HERE);
  }

  static Expr integer(long value) {
    return new Expr.Literal(new ConstantValue.Int(value), I32, HERE);
  }

  static Expr call(String name, Type type, Expr... arguments) {
    SymbolId callee = new SymbolId("main", SymbolId.Kind.FUNCTION, name);
    return new Expr.Call(callee, false, List.of(), List.of(arguments), type, HERE);
  }

  static Expr plus(Expr left, Expr right) {
    return new Expr.Arithmetic(Operator.Arithmetic.ADD, left, right, left.type(), HERE);
  }

  static Expr choose(Expr condition, Expr then, Expr otherwise) {
    return new Expr.Conditional(condition, then, otherwise, then.type(), HERE);
  }

  static Stmt print(Expr value) {
    Type none = Type.Unit.VOID;
    return new Stmt.Evaluate(new Expr.Intrinsic(Operation.PRINT, List.of(value), none, HERE), HERE);
  }

  static Stmt.Block block(Stmt... statements) {
    return new Stmt.Block(List.of(statements), HERE);
  }

  static Stmt giveBack(@Nullable Expr value) {
    return new Stmt.Return(value, HERE);
  }
}
