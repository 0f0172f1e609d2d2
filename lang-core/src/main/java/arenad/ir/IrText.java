package arenad.ir;

import arenad.type.ConstantValue;
import arenad.type.Type;
import arenad.type.TypeText;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A graph as text, for `arenad dump ir` and golden files. Variables show their source name, with
/// their number where two share it; temporaries are `%7`. Spans are left out: they do not belong to
/// the meaning.
public final class IrText {

  private final IrFunction function;

  private IrText(IrFunction function) {
    this.function = function;
  }

  public static String of(IrFunction function) {
    return new IrText(function).write();
  }

  private String write() {
    StringBuilder out = new StringBuilder("function ");
    out.append(function.symbol().qualifiedName()).append('(');
    out.append(
        function.locals().subList(0, function.parameters()).stream()
            .map(this::declared)
            .collect(Collectors.joining(", ")));
    out.append("): ").append(TypeText.of(function.result())).append('\n');
    function.locals().stream()
        .skip(function.parameters())
        .forEach(local -> out.append("  local ").append(declared(local)).append('\n'));
    for (int i = 0; i < function.blocks().size(); i++) {
      out.append(i).append(":\n");
      IrFunction.Block block = function.blocks().get(i);
      block.instructions().forEach(each -> out.append("  ").append(text(each)).append('\n'));
      out.append("  ").append(text(block.end())).append('\n');
    }
    return out.toString();
  }

  private String declared(IrFunction.Local local) {
    return name(local) + ": " + TypeText.of(local.type());
  }

  private String name(IrFunction.Local local) {
    if (local.isTemporary()) {
      return "%" + local.index();
    }
    long sameName =
        function.locals().stream().filter(other -> other.name().equals(local.name())).count();
    return sameName > 1 ? local.name() + "'" + local.index() : local.name();
  }

  private String text(Instruction instruction) {
    return switch (instruction) {
      case Instruction.Assign(Place place, Value value, boolean initial, _) ->
          (initial ? "let " : "") + text(place) + " = " + text(value);
      case Instruction.Evaluate(Value value, _) -> text(value);
      case Instruction.Free(Value arena, boolean scoped, _) ->
          (scoped ? "end " : "free ") + text(arena);
      case Instruction.Reset(Value arena, _) -> "reset " + text(arena);
      case Instruction.EnterFrame(int frame, _) -> "enter frame " + frame;
      case Instruction.LeaveFrame(int frame, var kept, _) -> "leave frame " + frame + keeping(kept);
      case Instruction.BeginTurns(int frame, _) -> "begin turns " + frame;
    };
  }

  private String keeping(List<IrFunction.Local> kept) {
    return kept.isEmpty()
        ? ""
        : kept.stream().map(this::name).collect(Collectors.joining(", ", " keeping ", ""));
  }

  private String text(Terminator terminator) {
    return switch (terminator) {
      case Terminator.Goto(int target, _) -> "goto " + target;
      case Terminator.Branch(Value condition, int then, int otherwise, _) ->
          "if " + text(condition) + " goto " + then + " else " + otherwise;
      case Terminator.Switch(Value union, var targets, _) ->
          "switch " + text(union) + " goto " + targets;
      case Terminator.Return(Value value, _) -> value == null ? "return" : "return " + text(value);
      case Terminator.Panic(Value message, _) -> "panic " + text(message);
      case Terminator.Unreachable _ -> "unreachable";
    };
  }

  private String text(Place place) {
    return switch (place) {
      case Place.OfLocal(var local) -> name(local);
      case Place.Object(Value reference, _) -> "*" + text(reference);
      case Place.Member(Place.Object(Value reference, _), _, String name, _) ->
          text(reference) + "->" + name;
      case Place.Member(Place container, _, String name, _) -> text(container) + "." + name;
      case Place.Payload(Place union, int tag, _) -> text(union) + "#" + tag;
      case Place.Slot(Place array, Value index, _) -> text(array) + "[" + text(index) + "]";
      case Place.Element(Value sequence, Value index, _) ->
          text(sequence) + "[" + text(index) + "]";
    };
  }

  private String text(Value value) {
    return switch (value) {
      case Value.Constant(ConstantValue constant, Type type, _) -> text(constant, type);
      case Value.Read(Place place, _, _) -> text(place);
      case Value.Operate(var operator, var operands, _, _) ->
          operands.size() == 1
              ? operator.spelling() + text(operands.getFirst())
              : "(" + text(operands, " " + operator.spelling() + " ") + ")";
      case Value.IsNull(Value operand, boolean negated, _, _) ->
          "(" + text(operand) + (negated ? " != null)" : " == null)");
      case Value.Unwrap(Value operand, var proof, _, _) -> text(operand) + text(proof);
      case Value.Inject(Value operand, int tag, Type type, _) ->
          TypeText.of(type) + "#" + tag + "(" + text(operand) + ")";
      case Value.Project(Value operand, int tag, var proof, _, _) ->
          text(operand) + "#" + tag + text(proof);
      case Value.Some(Value operand, _, _) -> "some(" + text(operand) + ")";
      case Value.Convert(Value operand, Type type, _) ->
          "(" + text(operand) + " as " + TypeText.of(type) + ")";
      case Value.Call(var callee, _, var arguments, _, _) ->
          callee.qualifiedName() + "(" + text(arguments, ", ") + ")";
      case Value.Required(_, String member, boolean called, _, var arguments, _, _) ->
          text(arguments.getFirst())
              + "."
              + member
              + (called ? "(" + text(arguments.subList(1, arguments.size()), ", ") + ")" : "");
      case Value.Borrow(Place place, _, _) -> "&" + text(place);
      case Value.Intrinsic(var operation, var arguments, _, _) ->
          operation.name().toLowerCase(Locale.ROOT) + "(" + text(arguments, ", ") + ")";
      case Value.Aggregate(var members, Type type, _) ->
          TypeText.of(type) + " {" + text(members, ", ") + "}";
      case Value.Fill(Value element, Type type, _) ->
          TypeText.of(type) + " {all " + text(element) + "}";
      case Value.Format(var parts, _, _) ->
          "format(" + parts.stream().map(this::text).collect(Collectors.joining(", ")) + ")";
      case Value.New(Value arena, Value initial, _, _) ->
          "new(" + text(arena) + ", " + text(initial) + ")";
      case Value.Clone(Value operand, Value arena, _, _) ->
          "clone(" + text(operand) + (arena == null ? "" : ", " + text(arena)) + ")";
      case Value.NewArena(var kind, Value parent, _, _, _) ->
          kind.name().toLowerCase(Locale.ROOT)
              + " arena("
              + (parent == null ? "" : text(parent))
              + ")";
    };
  }

  private static String text(Value.Proof proof) {
    return switch (proof) {
      case CHECKED -> "!";
      case NARROWED -> "!narrowed";
      case KNOWN -> "!known";
    };
  }

  private String text(Value.Part part) {
    return switch (part) {
      case Value.Part.Text(String text) -> quoted(text);
      case Value.Part.Hole(Value value, String specification) ->
          text(value) + (specification == null ? "" : ":" + specification);
    };
  }

  private String text(List<Value> values, String separator) {
    return values.stream().map(this::text).collect(Collectors.joining(separator));
  }

  private static String text(ConstantValue constant, Type type) {
    return switch (constant) {
      case ConstantValue.Int(long bits) ->
          type == Type.Scalar.U64 ? Long.toUnsignedString(bits) : Long.toString(bits);
      case ConstantValue.Float(double value) -> Double.toString(value);
      case ConstantValue.Bool(boolean value) -> Boolean.toString(value);
      case ConstantValue.Char(int codePoint) -> "'" + escaped(Character.toString(codePoint)) + "'";
      case ConstantValue.Text(String value) -> quoted(value);
      case ConstantValue.Null _ -> "null";
      case ConstantValue.Aggregate(Type whole, var members) ->
          TypeText.of(whole)
              + " {"
              + members.stream()
                  .map(each -> text(each, Type.Unit.UNKNOWN))
                  .collect(Collectors.joining(", "))
              + "}";
      case ConstantValue.Unknown _ -> "nothing";
    };
  }

  private static String quoted(String text) {
    return "\"" + escaped(text) + "\"";
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\n", "\\n")
        .replace("\t", "\\t")
        .replace("\r", "\\r");
  }
}
