package arenad.jvm.emit;

import arenad.ir.Instruction;
import arenad.ir.IrFunction;
import arenad.ir.Place;
import arenad.ir.Terminator;
import arenad.ir.Value;
import arenad.symbol.SymbolId;
import arenad.text.Span;
import arenad.type.ConstantValue;
import arenad.type.Type;
import arenad.typed.Operator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Graphs by hand.
final class Ir {

  static final Span HERE = new Span(0, 0);
  static final Type BOOL = Type.Scalar.BOOL;
  static final Type I32 = Type.Scalar.I32;
  static final Type I64 = Type.Scalar.I64;
  static final Type F64 = Type.Scalar.F64;
  static final Type TEXT = new Type.Text();
  static final Type VOID = Type.Unit.VOID;

  private final String name;
  private final Type result;
  private final List<IrFunction.Local> locals = new ArrayList<>();
  private final List<IrFunction.Block> blocks = new ArrayList<>();
  private List<Instruction> current = new ArrayList<>();
  private int parameters;

  Ir(String name, Type result) {
    this.name = name;
    this.result = result;
  }

  IrFunction.Local parameter(String name, Type type) {
    parameters++;
    return local(name, type);
  }

  IrFunction.Local local(String name, Type type) {
    IrFunction.Local local = new IrFunction.Local(locals.size(), name, type, HERE);
    locals.add(local);
    return local;
  }

  Ir assign(Place place, Value value) {
    current.add(new Instruction.Assign(place, value, false, HERE));
    return this;
  }

  Ir assign(IrFunction.Local local, Value value) {
    current.add(new Instruction.Assign(new Place.OfLocal(local), value, true, HERE));
    return this;
  }

  Ir evaluate(Value value) {
    current.add(new Instruction.Evaluate(value, HERE));
    return this;
  }

  Ir instruction(Instruction instruction) {
    current.add(instruction);
    return this;
  }

  Ir end(Terminator terminator) {
    blocks.add(new IrFunction.Block(current, terminator));
    current = new ArrayList<>();
    return this;
  }

  Ir branch(Value condition, int then, int otherwise) {
    return end(new Terminator.Branch(condition, then, otherwise, HERE));
  }

  Ir jump(int target) {
    return end(new Terminator.Goto(target, HERE));
  }

  IrFunction giveBack(@Nullable Value value) {
    end(new Terminator.Return(value, HERE));
    return function();
  }

  IrFunction function() {
    return new IrFunction(symbol(name), parameters, locals, result, blocks, HERE, HERE);
  }

  static SymbolId symbol(String name) {
    SymbolId.Kind kind = name.contains(".") ? SymbolId.Kind.METHOD : SymbolId.Kind.FUNCTION;
    return new SymbolId("test.module", kind, name);
  }

  static Place place(IrFunction.Local local) {
    return new Place.OfLocal(local);
  }

  static Value read(IrFunction.Local local) {
    return read(new Place.OfLocal(local));
  }

  static Value read(Place place) {
    return new Value.Read(place, place.type(), HERE);
  }

  static Place object(Value reference) {
    return new Place.Object(reference, ((Type.Ref) reference.type()).target());
  }

  static Place member(Place container, int index, Type type) {
    return new Place.Member(container, index, "m" + index, type);
  }

  static Value integer(long bits, Type type) {
    return new Value.Constant(new ConstantValue.Int(bits), type, HERE);
  }

  static Value i32(int value) {
    return integer(value, I32);
  }

  static Value f64(double value) {
    return new Value.Constant(new ConstantValue.Float(value), F64, HERE);
  }

  static Value text(String value) {
    return new Value.Constant(new ConstantValue.Text(value), TEXT, HERE);
  }

  static Value nothing(Type type) {
    return new Value.Constant(new ConstantValue.Null(), type, HERE);
  }

  static Value operate(Operator operator, Type type, Value... operands) {
    return new Value.Operate(operator, List.of(operands), type, HERE);
  }

  static Value plus(Value left, Value right) {
    return operate(Operator.Arithmetic.ADD, left.type(), left, right);
  }

  static Value equal(Value left, Value right) {
    return operate(Operator.Comparison.EQUAL, BOOL, left, right);
  }

  static Value less(Value left, Value right) {
    return operate(Operator.Comparison.LESS, BOOL, left, right);
  }

  static Value call(String callee, Type type, Value... arguments) {
    return new Value.Call(symbol(callee), List.of(), List.of(arguments), type, HERE);
  }

  static Value aggregate(Type type, Value... members) {
    return new Value.Aggregate(List.of(members), type, HERE);
  }
}
