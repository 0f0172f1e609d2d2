package arenad.ir;

import arenad.type.Type;
import arenad.type.TypeText;
import arenad.type.Variants;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Checks what the package promises of a graph. A problem is a bug of ours, never of the program.
public final class IrVerifier {

  private final IrFunction function;
  private final List<String> problems = new ArrayList<>();
  private int block;

  private IrVerifier(IrFunction function) {
    this.function = function;
  }

  /// What is wrong, a sentence each; empty for a sound graph.
  public static List<String> problemsOf(IrFunction function) {
    IrVerifier verifier = new IrVerifier(function);
    verifier.locals();
    if (verifier.targetsExist()) {
      verifier.contents();
      verifier.problems.addAll(FlowRules.problemsOf(function));
    }
    return verifier.problems;
  }

  private void locals() {
    for (int i = 0; i < function.locals().size(); i++) {
      if (function.locals().get(i).index() != i) {
        report("local " + i + " says it is " + function.locals().get(i).index());
      }
    }
    if (function.parameters() > function.locals().size()) {
      report("more parameters than locals");
    }
  }

  private boolean targetsExist() {
    int size = function.blocks().size();
    for (IrFunction.Block each : function.blocks()) {
      for (int successor : each.end().successors()) {
        if (successor < 0 || successor >= size) {
          report("no block " + successor);
        }
      }
    }
    if (size == 0) {
      report("no blocks");
    }
    return problems.isEmpty();
  }

  private void contents() {
    for (block = 0; block < function.blocks().size(); block++) {
      IrFunction.Block each = function.blocks().get(block);
      each.instructions().forEach(this::instruction);
      terminator(each.end());
    }
  }

  private void instruction(Instruction instruction) {
    Values.valuesOf(instruction).forEach(this::value);
    switch (instruction) {
      case Instruction.Assign(Place place, Value value, _, _) -> {
        place(place);
        same(place.type(), value.type(), "assignment");
        if (place instanceof Place.Element(Value sequence, _, _)
            && !(sequence.type() instanceof Type.Builtin)) {
          report("assignment to an element of " + TypeText.of(sequence.type()));
        }
      }
      case Instruction.Free(Value arena, _, _) -> expect(arena, new Type.Arena());
      case Instruction.Reset(Value arena, _) -> expect(arena, new Type.Arena());
      case Instruction.LeaveFrame(_, var kept, _) ->
          kept.stream().filter(local -> !isText(local.type())).forEach(this::reportKept);
      case Instruction.Evaluate _, Instruction.EnterFrame _, Instruction.BeginTurns _ -> {}
    }
  }

  private static boolean isText(Type type) {
    return Type.withoutNull(type) instanceof Type.Text;
  }

  private void reportKept(IrFunction.Local local) {
    report("keeps " + TypeText.of(local.type()));
  }

  private void terminator(Terminator terminator) {
    Values.valuesOf(terminator).forEach(this::value);
    switch (terminator) {
      case Terminator.Branch(Value condition, _, _, _) -> expect(condition, Type.Scalar.BOOL);
      case Terminator.Return(Value value, _) -> returned(value);
      case Terminator.Panic(Value message, _) -> expect(message, new Type.Text());
      case Terminator.Switch(Value union, _, _) -> expectUnion(union.type());
      case Terminator.Goto _, Terminator.Unreachable _ -> {}
    }
  }

  private void returned(@Nullable Value value) {
    if (value == null) {
      same(function.result(), Type.Unit.VOID, "return");
      return;
    }
    same(function.result(), value.type(), "return");
    if (!(value instanceof Value.Constant) && !isLocal(value)) {
      report("returns what is neither a constant nor a local");
    }
  }

  private void value(Value value) {
    Values.operandsOf(value).forEach(this::value);
    switch (value) {
      case Value.Read(Place place, Type type, _) -> {
        place(place);
        same(place.type(), type, "read");
      }
      case Value.Borrow(Place place, Type type, _) -> {
        place(place);
        // What a closure is handed of a variable is a tuple of it alone.
        Type alone = new Type.Ref(new Type.Tuple(List.of(place.type())));
        if (!type.equals(alone)) {
          same(type, new Type.Ref(place.type()), "borrow");
        }
      }
      case Value.IsNull(Value operand, _, _, _) -> expectNullable(operand);
      case Value.Unwrap(Value operand, _, Type type, _) -> {
        expectNullable(operand);
        same(type, Type.withoutNull(operand.type()), "unwrap");
      }
      case Value.Some(Value operand, Type type, _) ->
          same(type, new Type.Optional(operand.type()), "some");
      case Value.Inject(_, _, Type type, _) -> expectUnion(type);
      case Value.Project(Value operand, _, _, _, _) -> expectUnion(operand.type());
      case Value.Format(var parts, _, _) -> parts.forEach(this::part);
      case Value.New(Value arena, Value initial, Type type, _) -> {
        expect(arena, new Type.Arena());
        same(type, new Type.Ref(initial.type()), "new");
      }
      case Value.Operate(_, var operands, _, _) -> {
        if (operands.isEmpty() || operands.size() > 2) {
          report("operator with " + operands.size() + " operands");
        }
      }
      case Value.NewArena(var kind, Value parent, _, _, _) -> newArena(kind, parent != null);
      case Value.Constant _,
          Value.Convert _,
          Value.Call _,
          Value.Required _,
          Value.Intrinsic _,
          Value.Aggregate _,
          Value.Fill _,
          Value.Clone _ -> {}
    }
  }

  private void newArena(Value.ArenaKind kind, boolean hasParent) {
    boolean wantsParent = kind == Value.ArenaKind.SUB || kind == Value.ArenaKind.SCOPED;
    if (hasParent != wantsParent) {
      report("an arena of kind " + kind + (hasParent ? " with" : " without") + " a parent");
    }
  }

  private void part(Value.Part part) {
    if (part instanceof Value.Part.Hole(Value value, _)
        && !(value instanceof Value.Constant)
        && !isLocal(value)) {
      report("formats what is neither a constant nor a local");
    }
  }

  private void place(Place place) {
    switch (place) {
      case Place.OfLocal(var local) -> {
        boolean known =
            local.index() < function.locals().size()
                && function.locals().get(local.index()).equals(local);
        if (!known) {
          report("unknown local " + local.index());
        }
      }
      case Place.Object(Value reference, Type type) -> {
        if (!(reference.type() instanceof Type.Ref(Type target, _, _))) {
          report("object behind " + TypeText.of(reference.type()));
        } else {
          same(type, target, "object");
        }
      }
      case Place.Member(Place container, _, _, _) -> place(container);
      case Place.Payload(Place union, _, _) -> {
        place(union);
        expectUnion(union.type());
      }
      case Place.Slot(Place array, _, Type type) -> {
        place(array);
        if (!(array.type() instanceof Type.FixedArray(Type element, _))) {
          report("slot of " + TypeText.of(array.type()));
        } else {
          same(type, element, "slot");
        }
      }
      case Place.Element _ -> {}
    }
  }

  private static boolean isLocal(Value value) {
    return value instanceof Value.Read(Place.OfLocal _, _, _);
  }

  private void expectNullable(Value value) {
    if (!(value.type() instanceof Type.Optional) && value.type() != Type.Unit.NULL) {
      report(TypeText.of(value.type()) + " where a nullable is wanted");
    }
  }

  /// A union, or a reference to one.
  private void expectUnion(Type type) {
    if (!Variants.isUnion(type instanceof Type.Ref(Type target, _, _) ? target : type)) {
      report(TypeText.of(type) + " where a union is wanted");
    }
  }

  private void expect(Value value, Type type) {
    same(type, value.type(), "operand");
  }

  /// A `&T` may stand where a `&const T` is wanted, and `ref(r) T` where `&T` is.
  private void same(Type wanted, Type found, String where) {
    if (!withoutQualifiers(wanted).equals(withoutQualifiers(found))) {
      report(where + " of " + TypeText.of(found) + " as " + TypeText.of(wanted));
    }
  }

  private static Type withoutQualifiers(Type type) {
    return switch (type) {
      case Type.Ref(Type target, _, _) -> new Type.Ref(withoutQualifiers(target));
      case Type.Optional(Type of) -> new Type.Optional(withoutQualifiers(of));
      case Type other -> other;
    };
  }

  private void report(String problem) {
    problems.add("block " + block + ": " + problem);
  }
}
