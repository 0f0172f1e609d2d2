package arenad.jvm.emit;

import arenad.ir.Value;
import arenad.jvm.abi.RuntimeEntry;
import arenad.jvm.layout.Kind;
import arenad.jvm.layout.Shape;
import arenad.type.ConstantValue;
import arenad.type.Type;
import arenad.type.Variants;
import arenad.typed.Operator;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/// Jumps on conditions, without making a `bool` of them first.
final class Conditions {

  private final BodyEmitting body;
  private final Code code;

  Conditions(BodyEmitting body) {
    this.body = body;
    code = body.code();
  }

  /// Jumps to the target if the condition is what is wanted; else goes on.
  void jump(Value condition, boolean wanted, Label target) {
    switch (condition) {
      case Value.Constant(ConstantValue.Bool(boolean value), _, _) -> {
        if (value == wanted) {
          code.jump(target);
        }
      }
      case Value.Operate(Operator operator, List<Value> operands, _, _)
          when operator == Operator.Unary.NOT ->
          jump(operands.getFirst(), !wanted, target);
      case Value.Operate(Operator.Comparison operator, List<Value> operands, _, _) ->
          compare(operator, operands.getFirst(), operands.getLast(), wanted, target);
      case Value.IsNull(Value value, boolean negated, _, _) ->
          jumpOnNull(value, negated != wanted, target);
      case Value.Constant _,
          Value.Read _,
          Value.Operate _,
          Value.Unwrap _,
          Value.Some _,
          Value.Inject _,
          Value.Project _,
          Value.Convert _,
          Value.Call _,
          Value.Required _,
          Value.Borrow _,
          Value.Intrinsic _,
          Value.Aggregate _,
          Value.Fill _,
          Value.Format _,
          Value.New _,
          Value.Clone _,
          Value.NewArena _ -> {
        body.values().push(condition);
        code.jump(wanted ? Opcodes.IFNE : Opcodes.IFEQ, target);
      }
    }
  }

  private void jumpOnNull(Value value, boolean whenNull, Label target) {
    Shape shape = body.shape(value.type());
    if (body.moves().loadPresence(body.values().holdOnce(value), shape) == Kind.LONG) {
      code.constant(0L);
      code.operation(Opcodes.LCMP);
    }
    code.jump(whenNull ? Opcodes.IFEQ : Opcodes.IFNE, target);
  }

  private void compare(
      Operator.Comparison operator, Value left, Value right, boolean wanted, Label target) {
    switch (left.type()) {
      case Type.Scalar scalar -> compareScalars(operator, scalar, left, right, wanted, target);
      case Type.Text _ -> compareTexts(operator, left, right, wanted, target);
      case Type.Ref(Type object, _, _) when Variants.isUnion(object) ->
          compareMembers(left, right, (operator == Operator.Comparison.EQUAL) == wanted, target);
      case Type.Ref _, Type.Arena _, Type.Builtin _ -> {
        body.values().push(left);
        body.values().push(right);
        code.operation(Opcodes.LCMP);
        code.jump(branch(operator, wanted), target);
      }
      case Type.Optional _, Type.Named _, Type.Tuple _, Type.FixedArray _ ->
          compareMembers(left, right, (operator == Operator.Comparison.EQUAL) == wanted, target);
      case Type.Unit _, Type.Parameter _, Type.Function _ ->
          throw new IllegalArgumentException("not comparable: " + left.type());
    }
  }

  private void compareScalars(
      Operator.Comparison operator,
      Type.Scalar scalar,
      Value left,
      Value right,
      boolean wanted,
      Label target) {
    body.values().push(left);
    boolean againstZero =
        right instanceof Value.Constant constant
            && isZero(constant)
            && !Arithmetic.comparesUnsigned(scalar, operator);
    if (againstZero && body.shape(scalar).components().getFirst().kind() == Kind.INT) {
      code.jump(branch(operator, wanted), target);
      return;
    }
    body.values().push(right);
    if (Arithmetic.comparesDirectly(scalar, operator)) {
      code.jump(intBranch(operator, wanted), target);
    } else {
      Arithmetic.emitCompare(operator, scalar, code);
      code.jump(branch(operator, wanted), target);
    }
  }

  private void compareTexts(
      Operator.Comparison operator, Value left, Value right, boolean wanted, Label target) {
    body.values().push(left);
    body.values().push(right);
    boolean isEqual = operator == Operator.Comparison.EQUAL;
    if (isEqual || operator == Operator.Comparison.NOT_EQUAL) {
      code.call(RuntimeEntry.STRINGS_EQUAL);
      code.jump(isEqual == wanted ? Opcodes.IFNE : Opcodes.IFEQ, target);
    } else {
      code.call(RuntimeEntry.STRINGS_COMPARE);
      code.jump(branch(operator, wanted), target);
    }
  }

  private void compareMembers(Value left, Value right, boolean whenEqual, Label target) {
    boolean leftStays = Effects.isPlain(right);
    Location first = leftStays ? body.values().hold(left) : body.values().holdOwned(left);
    Location second = body.values().hold(right);
    if (whenEqual) {
      Label different = new Label();
      body.equality().jumpIfDifferent(left.type(), first, second, different);
      code.jump(target);
      code.place(different);
    } else {
      body.equality().jumpIfDifferent(left.type(), first, second, target);
    }
  }

  private static boolean isZero(Value.Constant constant) {
    return switch (constant.value()) {
      case ConstantValue.Int(long bits) -> bits == 0;
      case ConstantValue.Bool(boolean value) -> !value;
      case ConstantValue.Char(int codePoint) -> codePoint == 0;
      case ConstantValue.Float _,
          ConstantValue.Text _,
          ConstantValue.Null _,
          ConstantValue.Aggregate _,
          ConstantValue.Unknown _ ->
          false;
    };
  }

  /// The jump on the sign of a comparison's result.
  private static int branch(Operator.Comparison operator, boolean wanted) {
    return switch (operator) {
      case EQUAL -> wanted ? Opcodes.IFEQ : Opcodes.IFNE;
      case NOT_EQUAL -> wanted ? Opcodes.IFNE : Opcodes.IFEQ;
      case LESS -> wanted ? Opcodes.IFLT : Opcodes.IFGE;
      case LESS_EQUAL -> wanted ? Opcodes.IFLE : Opcodes.IFGT;
      case GREATER -> wanted ? Opcodes.IFGT : Opcodes.IFLE;
      case GREATER_EQUAL -> wanted ? Opcodes.IFGE : Opcodes.IFLT;
    };
  }

  /// The jump on two `int`s.
  private static int intBranch(Operator.Comparison operator, boolean wanted) {
    return branch(operator, wanted) - Opcodes.IFEQ + Opcodes.IF_ICMPEQ;
  }
}
