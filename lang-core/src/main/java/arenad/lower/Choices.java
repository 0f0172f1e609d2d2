package arenad.lower;

import arenad.ir.IrFunction;
import arenad.ir.Place;
import arenad.ir.Terminator;
import arenad.ir.Value;
import arenad.text.Span;
import arenad.type.ConstantValue;
import arenad.type.Type;
import arenad.typed.Expr;
import org.jspecify.annotations.Nullable;

/// Writes expressions that evaluate only some of their parts: each becomes branches that leave
/// their result in one temporary.
final class Choices {

  private final BodyLowering body;
  private final GraphDraft draft;

  Choices(BodyLowering body) {
    this.body = body;
    draft = body.draft();
  }

  /// `a && b` and `a || b` where a value is wanted; conditions branch instead ([Conditions]).
  Value logical(Expr.Logical logical) {
    int evaluateRight = draft.newBlock();
    int known = draft.newBlock();
    int join = draft.newBlock();
    IrFunction.Local result = draft.newTemporary(logical.type(), logical.span());
    boolean and = logical.and();
    body.conditions()
        .branch(logical.left(), and ? evaluateRight : known, and ? known : evaluateRight);
    draft.continueIn(evaluateRight);
    leaveResult(result, logical.right(), join);
    draft.continueIn(known);
    ConstantValue outcome = new ConstantValue.Bool(!and);
    draft.assign(result, new Value.Constant(outcome, logical.type(), logical.left().span()));
    draft.jump(join, logical.span());
    draft.continueIn(join);
    return body.expressions().read(result, logical.span());
  }

  Value conditional(Expr.Conditional conditional) {
    int then = draft.newBlock();
    int otherwise = draft.newBlock();
    int join = draft.newBlock();
    body.conditions().branch(conditional.condition(), then, otherwise);
    Result result = new Result(conditional.type(), conditional.span());
    draft.continueIn(then);
    result.leave(conditional.then(), join);
    draft.continueIn(otherwise);
    result.leave(conditional.otherwise(), join);
    draft.continueIn(join);
    return result.value();
  }

  /// `value ?? otherwise`.
  Value coalesce(Expr.Coalesce coalesce) {
    Span span = coalesce.span();
    Value subject = subject(coalesce.value());
    int absent = draft.newBlock();
    int present = draft.newBlock();
    int join = draft.newBlock();
    branchOnNull(subject, absent, present);
    IrFunction.Local result = newResult(coalesce.type(), span);
    draft.continueIn(absent);
    leaveResult(result, coalesce.otherwise(), join);
    draft.continueIn(present);
    boolean staysNullable = coalesce.type() instanceof Type.Optional;
    Value found = body.ownership().takenAgain(subject);
    draft.assign(result, staysNullable ? found : known(found));
    draft.jump(join, span);
    draft.continueIn(join);
    return body.expressions().read(result, span);
  }

  /// `object?.rest`.
  Value optionalChain(Expr.OptionalChain chain) {
    Span span = chain.span();
    Place changed = NullableParts.changes(chain) ? place(chain.object()) : null;
    Value subject =
        changed == null
            ? chained(chain.object())
            : new Value.Read(changed, changed.type(), chain.object().span());
    int absent = draft.newBlock();
    int present = draft.newBlock();
    int join = draft.newBlock();
    branchOnNull(subject, absent, present);
    Result result = new Result(chain.type(), span);
    draft.continueIn(present);
    IrFunction.Local bound = draft.local(chain.bound());
    draft.assign(bound, known(subject));
    if (changed == null) {
      result.leave(chain.rest(), join);
    } else {
      int putBack = draft.newBlock();
      result.leave(chain.rest(), putBack);
      draft.continueIn(putBack);
      NullableParts.putBack(body, changed, bound, span);
      draft.jump(join, span);
    }
    draft.continueIn(absent);
    result.leave(new Value.Constant(new ConstantValue.Null(), chain.type(), span), join);
    draft.continueIn(join);
    return result.value();
  }

  private Place place(Expr nullable) {
    return body.places().settle(body.places().place(nullable), draft.mark());
  }

  /// An owner is looked at where it stands; the rest of the chain does not take it.
  private Value chained(Expr nullable) {
    return body.ownership().holds(nullable.type())
        ? settled(body.ownership().looked(nullable), nullable.span())
        : subject(nullable);
  }

  private Value subject(Expr nullable) {
    return settled(body.expressions().value(nullable), nullable.span());
  }

  private Value settled(Value value, Span span) {
    if (body.isSettled(value)) {
      return value;
    }
    boolean looked = value instanceof Value.Read && body.ownership().holds(value.type());
    IrFunction.Local temporary =
        looked ? body.ownership().alias(value) : body.expressions().temporary(value);
    return new Value.Read(new Place.OfLocal(temporary), temporary.type(), span);
  }

  /// A temporary that the ways of a choice leave their results in.
  private IrFunction.Local newResult(Type type, Span span) {
    IrFunction.Local result = draft.newTemporary(type, span);
    body.ownership().dropLater(result);
    return result;
  }

  private void branchOnNull(Value subject, int absent, int present) {
    Span span = subject.span();
    Value isNull = new Value.IsNull(subject, false, Type.Scalar.BOOL, span);
    draft.end(new Terminator.Branch(isNull, absent, present, span));
  }

  private static Value known(Value subject) {
    Type type = Type.withoutNull(subject.type());
    return new Value.Unwrap(subject, Value.Proof.KNOWN, type, subject.span());
  }

  private void leaveResult(IrFunction.Local result, Expr expression, int join) {
    Value value = body.expressions().value(expression);
    draft.assign(result, value);
    draft.jump(join, expression.span());
  }

  /// Where the branches of one choice leave their result, if it has one.
  private final class Result {
    private final Span span;
    private final IrFunction.@Nullable Local local;

    Result(Type type, Span span) {
      this.span = span;
      boolean none = type == Type.Unit.VOID || type == Type.Unit.NEVER;
      local = none ? null : newResult(type, span);
    }

    void leave(Expr expression, int join) {
      if (local == null) {
        body.expressions().effect(expression);
        draft.jump(join, expression.span());
      } else {
        leave(body.expressions().value(expression), join);
      }
    }

    void leave(Value value, int join) {
      if (local != null) {
        boolean wrap = local.type() instanceof Type.Optional(Type of) && value.type().equals(of);
        draft.assign(local, wrap ? new Value.Some(value, local.type(), value.span()) : value);
      }
      draft.jump(join, value.span());
    }

    Value value() {
      return local == null ? Expressions.nothing(span) : body.expressions().read(local, span);
    }
  }
}
