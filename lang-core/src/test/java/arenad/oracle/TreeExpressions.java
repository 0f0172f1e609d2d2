package arenad.oracle;

import arenad.type.Type;
import arenad.type.Variants;
import arenad.typed.Expr;
import arenad.typed.MatchLabel;
import arenad.typed.Operation;
import arenad.typed.Operator;
import arenad.typed.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Expressions of one call.
final class TreeExpressions {

  private final TreeRun run;
  private final TreeStatements statements;
  private final Builtins builtins;

  TreeExpressions(TreeRun run, TreeStatements statements) {
    this.run = run;
    this.statements = statements;
    builtins = new Builtins(run.memory, run.output, run.fields, () -> run.temporaries);
  }

  boolean truth(Expr expression) {
    return Computation.whole(value(expression)) != 0;
  }

  String string(Expr expression) {
    return ((Datum.Text) value(expression)).string();
  }

  void effect(Expr expression) {
    evaluate(expression);
  }

  Datum value(Expr expression) {
    Datum value = evaluate(expression);
    if (value == null) {
      throw new IllegalStateException("a value is wanted of " + expression);
    }
    return value;
  }

  private List<Datum> values(List<Expr> expressions) {
    List<Datum> values = new ArrayList<>();
    expressions.forEach(each -> values.add(value(each)));
    return values;
  }

  private @Nullable Datum evaluate(Expr expression) {
    Type type = expression.type();
    return switch (expression) {
      case Expr.Literal(var value, _, _) -> Evaluation.constant(value, type);
      case Expr.Constant(_, var value, _, _) -> Evaluation.constant(value, type);
      case Expr.Index(Expr sequence, Expr index, _, _) when isText(sequence) -> {
        Datum text = value(sequence);
        yield builtins.unit(text, Computation.whole(value(index)));
      }
      case Expr.Local _, Expr.Field _, Expr.TupleElement _, Expr.Deref _, Expr.Index _ ->
          place(expression).get().get().copy();
      case Expr.Call call ->
          run.call(Instances.named(call.callee(), call.typeArguments()), arguments(call));
      case Expr.Required required ->
          throw new IllegalStateException("not resolved: " + required.member());
      case Expr.Closure closure -> new Datum.Function(closure, statements);
      case Expr.CallParameter(Expr.Local function, var given, _, _) -> {
        Datum.Function called = (Datum.Function) value(function);
        List<Datum> arguments = given.stream().map(this::value).toList();
        yield called.around().closure(called.closure(), arguments);
      }
      case Expr.Intrinsic intrinsic -> intrinsic(intrinsic);
      case Expr.Unary(var operator, Expr operand, _, _) ->
          Computation.unary(operator, value(operand), type);
      case Expr.Arithmetic(var operator, Expr left, Expr right, _, _) -> {
        Datum first = value(left);
        yield arithmetic(operator, first, value(right), type);
      }
      case Expr.Compare(var operator, Expr left, Expr right, _, _) -> {
        Datum first = value(left);
        yield bool(Computation.compare(operator, first, value(right), left.type()));
      }
      case Expr.IsNull(Expr value, boolean negated, _, _) ->
          bool(value(value) instanceof Datum.Absent != negated);
      case Expr.Logical(boolean and, Expr left, Expr right, _, _) ->
          bool(and ? truth(left) && truth(right) : truth(left) || truth(right));
      case Expr.Conditional(Expr condition, Expr then, Expr otherwise, _, _) ->
          evaluate(truth(condition) ? then : otherwise);
      case Expr.Coalesce(Expr value, Expr otherwise, _, _) -> {
        Datum first = value(value);
        yield first instanceof Datum.Absent ? evaluate(otherwise) : first;
      }
      case Expr.Unwrap(Expr value, _, _) -> present(value(value));
      case Expr.Narrowed(Expr value, _, _) -> present(value(value));
      case Expr.OptionalChain chain -> {
        Datum object = value(chain.object());
        if (object instanceof Datum.Absent) {
          yield object;
        }
        statements.declare(chain.bound(), object);
        yield evaluate(chain.rest());
      }
      case Expr.Some(Expr value, _, _) -> value(value);
      case Expr.Inject(Expr value, int tag, _, _) -> Tagged.of(tag, value(value));
      case Expr.Variant(Expr value, int tag, _, _) -> Tagged.payload(value(value), tag).get();
      case Expr.Let(Variable variable, Expr value, Expr rest, _, _) -> {
        statements.declare(variable, value(value));
        yield evaluate(rest);
      }
      case Expr.Match match -> {
        int arm = chosen(match.subject(), match.arms().stream().map(Expr.Arm::labels).toList());
        yield evaluate(match.arms().get(arm).value());
      }
      case Expr.Convert(Expr value, _, _) -> Computation.convert(value(value), value.type(), type);
      case Expr.StructLiteral literal -> structLiteral(literal);
      case Expr.TupleLiteral(var elements, _, _) -> Evaluation.aggregate(values(elements));
      case Expr.ArrayLiteral(var elements, _, _) -> Evaluation.aggregate(values(elements));
      case Expr.ArrayFill(Expr value, _, _) -> Evaluation.fill(value(value), type);
      case Expr.Format(var parts, _, _) -> format(parts);
      case Expr.New(Expr arena, Expr value, _, _) -> {
        SimulatedArena into = arena(arena);
        yield run.memory.allocate(into, value(value));
      }
      case Expr.Clone(Expr value, Expr arena, _, _) -> {
        Datum original = value(value);
        yield arena == null
            ? Cloning.besides(run.memory, original, value.type())
            : new Cloning(run.memory, arena(arena)).of(original);
      }
      case Expr.Hole _ -> throw new IllegalStateException("a hole");
    };
  }

  /// Which case of a match it is.
  int chosen(Expr subject, List<List<MatchLabel>> cases) {
    Datum datum = value(subject);
    int otherwise = -1;
    for (int i = 0; i < cases.size(); i++) {
      for (MatchLabel label : cases.get(i)) {
        if (label instanceof MatchLabel.Other) {
          otherwise = i;
        } else if (fits(label, datum)) {
          return i;
        }
      }
    }
    if (otherwise < 0) {
      throw new IllegalStateException("a match without a case for " + datum);
    }
    return otherwise;
  }

  private boolean fits(MatchLabel label, Datum datum) {
    return switch (label) {
      case MatchLabel.Null() -> datum instanceof Datum.Absent;
      case MatchLabel.Variant(int tag) ->
          !(datum instanceof Datum.Absent) && Tagged.tag(datum) == tag;
      case MatchLabel.Value(Expr literal) ->
          !(datum instanceof Datum.Absent) && Computation.equal(datum, value(literal));
      case MatchLabel.Other() -> true;
    };
  }

  /// The tree knows of no drops, so nothing that is owned ends here.
  private Datum take(Expr owner) {
    Cell cell = place(owner).get();
    Datum taken = cell.get();
    cell.set(new Datum.Absent());
    return taken;
  }

  private @Nullable Datum intrinsic(Expr.Intrinsic intrinsic) {
    if (intrinsic.operation() == Operation.OWNER_TAKE) {
      return take(intrinsic.arguments().getFirst());
    }
    if (OwnerOperations.are(intrinsic.operation())) {
      return new OwnerOperations(run.memory)
          .of(intrinsic.operation(), values(intrinsic.arguments()), intrinsic.type());
    }
    List<Datum> data = values(intrinsic.arguments());
    return switch (intrinsic.operation()) {
      case ARENA_NEW_ROOT -> new Datum.Handle(run.memory.newArena("root", false, null));
      case ARENA_NEW_SUB ->
          new Datum.Handle(
              run.memory.newArena("sub", false, ((Datum.Handle) data.getFirst()).arena()));
      case ARENA_FREE -> {
        run.memory.free(((Datum.Handle) data.getFirst()).arena(), false);
        yield null;
      }
      case ARENA_RESET -> {
        run.memory.reset(((Datum.Handle) data.getFirst()).arena());
        yield null;
      }
      case PANIC -> throw new PanicSignal(((Datum.Text) data.getFirst()).string());
      default -> {
        List<Type> types = intrinsic.arguments().stream().map(Expr::type).toList();
        yield builtins.of(intrinsic.operation(), data, types, intrinsic.type());
      }
    };
  }

  private List<Datum> arguments(Expr.Call call) {
    List<Datum> arguments = new ArrayList<>();
    for (Expr argument : call.arguments()) {
      boolean self = call.onObject() && arguments.isEmpty();
      arguments.add(self ? self(argument) : value(argument));
    }
    return arguments;
  }

  private Datum self(Expr object) {
    if (object.type() instanceof Type.Ref) {
      return value(object);
    }
    return object instanceof Expr.Deref(Expr reference, _, _)
        ? value(reference)
        : new Datum.Reference(place(object).get(), run.temporaries);
  }

  private Datum structLiteral(Expr.StructLiteral literal) {
    Cell[] members = new Cell[literal.fields().size()];
    for (int position : literal.order()) {
      members[position] = new Cell(value(literal.fields().get(position)));
    }
    for (int i = 0; i < members.length; i++) {
      if (members[i] == null) {
        members[i] = new Cell(value(literal.fields().get(i)));
      }
    }
    return new Datum.Aggregate(List.of(members));
  }

  private Datum format(List<Expr.Part> parts) {
    StringBuilder text = new StringBuilder();
    for (Expr.Part part : parts) {
      switch (part) {
        case Expr.Part.Text(String piece) -> text.append(piece);
        case Expr.Part.Hole(Expr hole, String specification) ->
            text.append(TextForm.of(value(hole), hole.type(), specification));
      }
    }
    return Datum.Text.of(text.toString(), run.temporaries);
  }

  Datum arithmetic(Operator.Arithmetic operator, Datum left, Datum right, Type type) {
    if (!(type instanceof Type.Text)) {
      return Computation.arithmetic(operator, left, right, type);
    }
    Datum joined =
        builtins.of(Operation.STRING_CONCAT, List.of(left, right), List.of(type, type), type);
    return Objects.requireNonNull(joined);
  }

  /// Evaluates what leads to a place; an index is checked when the storage is asked for.
  Supplier<Cell> place(Expr expression) {
    return switch (expression) {
      case Expr.Local(var variable, _, _) -> () -> statements.cell(variable);
      case Expr.Deref(Expr reference, _, _) -> {
        Datum.Reference target = (Datum.Reference) value(reference);
        yield target::target;
      }
      case Expr.Variant(Expr union, int tag, _, _) when Variants.isUnion(union.type()) -> {
        Supplier<Cell> whole = place(union);
        yield () -> Tagged.payload(whole.get().get(), tag);
      }
      case Expr.Field(Expr object, int index, _, _, _) -> member(place(object), index);
      case Expr.TupleElement(Expr tuple, int index, _, _) -> member(place(tuple), index);
      case Expr.Index(Expr sequence, Expr index, _, _)
          when sequence.type() instanceof Type.FixedArray -> {
        Supplier<Cell> whole = place(sequence);
        long position = Computation.whole(value(index));
        yield () -> {
          List<Cell> slots = ((Datum.Aggregate) whole.get().get()).members();
          return slots.get(Builtins.checked(position, slots.size()));
        };
      }
      case Expr.Index(Expr sequence, Expr index, _, _) -> {
        Datum container = value(sequence);
        Datum position = value(index);
        yield () ->
            switch (container) {
              case Datum.Table table -> MapOperations.at(table, position);
              case Datum.Slice span -> SpanOperations.element(span, Computation.whole(position));
              case Datum other ->
                  Builtins.element((Datum.Growable) other, Computation.whole(position));
            };
      }
      case Expr other -> {
        Cell temporary = new Cell(value(other));
        yield () -> temporary;
      }
    };
  }

  private static Supplier<Cell> member(Supplier<Cell> whole, int index) {
    return () -> ((Datum.Aggregate) whole.get().get()).members().get(index);
  }

  private SimulatedArena arena(Expr expression) {
    return ((Datum.Handle) value(expression)).arena();
  }

  private static Datum present(Datum nullable) {
    if (nullable instanceof Datum.Absent) {
      throw new PanicSignal("null value");
    }
    return nullable;
  }

  private static Datum bool(boolean truth) {
    return new Datum.Whole(truth ? 1 : 0);
  }

  private static boolean isText(Expr sequence) {
    return sequence.type() instanceof Type.Text
        || sequence.type() instanceof Type.Builtin(var container, _)
            && container == Type.Container.STRING_BUFFER;
  }
}
