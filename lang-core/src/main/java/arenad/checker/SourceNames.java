package arenad.checker;

import arenad.ir.Instruction;
import arenad.ir.IrFunction;
import arenad.ir.Place;
import arenad.ir.Value;
import arenad.lifetime.Position;
import arenad.lifetime.Shapes;
import arenad.text.Span;
import arenad.type.Type;
import arenad.typed.Operation;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the source calls values and places, for messages.
final class SourceNames {

  private final Map<Value, Instruction.Assign> declarations = new IdentityHashMap<>();
  private final Map<Integer, Value> temporaries = new HashMap<>();

  void note(Instruction.Assign assign) {
    if (assign.place() instanceof Place.OfLocal(var local)) {
      if (local.isTemporary()) {
        temporaries.putIfAbsent(local.index(), assign.value());
      } else {
        noteWhole(assign.value(), assign);
        noteHandle(local, assign);
      }
    }
  }

  /// What is written inside of a value is kept with it.
  private void noteWhole(Value value, Instruction.Assign assign) {
    declarations.putIfAbsent(value, assign);
    if (value instanceof Value.Aggregate(var members, _, _)) {
      for (Value member : members) {
        if (member instanceof Value.Aggregate || member instanceof Value.NewArena) {
          noteWhole(member, assign);
        }
      }
    }
  }

  /// `const [arena, node] = make();` names the arena that the call makes, or that was received.
  private void noteHandle(IrFunction.Local local, Instruction.Assign assign) {
    if (local.type() instanceof Type.Arena
        && assign.value() instanceof Value.Read(Place.Member(Place whole, _, _, _), _, _)
        && whole instanceof Place.OfLocal(var tuple)) {
      Value made = temporaries.get(tuple.index());
      if (made instanceof Value.Call || isReceived(made)) {
        declarations.putIfAbsent(made, assign);
      }
    }
  }

  /// How a thing came to be.
  static String origin(Value maker) {
    return isReceived(maker) ? "received here" : "made here";
  }

  /// Whether the value is a message with its arena.
  static boolean isReceived(@Nullable Value value) {
    return value instanceof Value.Intrinsic(Operation operation, _, _, _)
        && (operation == Operation.CHANNEL_RECV || operation == Operation.CHANNEL_TRY_RECV);
  }

  /// The local that the value is first kept in, or null.
  IrFunction.@Nullable Local keeper(Value value) {
    Instruction.Assign assign = declarations.get(value);
    return assign != null && assign.place() instanceof Place.OfLocal(var local) ? local : null;
  }

  /// The whole statement that keeps the value.
  @Nullable Span statement(Value value) {
    Instruction.Assign assign = declarations.get(value);
    return assign == null ? null : assign.span();
  }

  /// What a temporary stands for, without what only changes the type; else the value itself.
  Value original(Value value) {
    if (value instanceof Value.Some(Value inner, _, _)) {
      return original(inner);
    }
    if (value instanceof Value.Inject(Value inner, _, _, _)) {
      return original(inner);
    }
    if (value instanceof Value.Read(Place.OfLocal(var local), _, _) && local.isTemporary()) {
      Value known = temporaries.get(local.index());
      return known == null ? value : original(known);
    }
    return value;
  }

  /// `node.next`, or null when the source has no name for it.
  @Nullable String of(Value value) {
    return switch (original(value)) {
      case Value.Read(Place place, _, _) -> of(place);
      case Value.Borrow(Place place, _, _) -> of(place);
      case Value.Unwrap(Value inner, _, _, _) -> of(inner);
      case Value.Some(Value inner, _, _) -> of(inner);
      case Value.Inject(Value inner, _, _, _) -> of(inner);
      case Value.Project(Value inner, _, _, _, _) -> of(inner);
      case Value.Intrinsic(Operation operation, var arguments, _, _)
          when operation == Operation.OWNER_MOVE || operation == Operation.OWNER_COPY ->
          of(arguments.getFirst());
      case Value.Intrinsic(Operation operation, var arguments, _, _)
          when operation == Operation.OWNER_VALUE -> {
        String owner = of(arguments.getFirst());
        yield owner == null ? null : owner + ".value";
      }
      case Value.Constant _,
          Value.Operate _,
          Value.IsNull _,
          Value.Convert _,
          Value.Call _,
          Value.Required _,
          Value.Intrinsic _,
          Value.Aggregate _,
          Value.Fill _,
          Value.Format _,
          Value.New _,
          Value.Clone _,
          Value.NewArena _ ->
          null;
    };
  }

  @Nullable String of(Place place) {
    return switch (place) {
      case Place.OfLocal(var local) -> {
        Value known = local.isTemporary() ? temporaries.get(local.index()) : null;
        yield known != null
            ? of(known)
            : local.isTemporary() ? null : local.name().replace(Position.APART, "");
      }
      case Place.Object(Value reference, Type type) -> {
        String name = of(reference);
        yield name == null || Shapes.behind(type).isEmpty() ? name : "*" + name;
      }
      case Place.Member(Place container, _, String name, _) -> {
        String whole = of(container);
        if (whole != null && whole.startsWith(Position.ADDRESS)) {
          yield name;
        }
        boolean tuple = Character.isDigit(name.charAt(0));
        yield whole == null ? null : whole + (tuple ? "[" + name + "]" : "." + name);
      }
      case Place.Payload(Place union, _, _) -> of(union);
      case Place.Slot(Place array, _, _) -> elementOf(of(array));
      case Place.Element(Value sequence, _, _) -> elementOf(of(sequence));
    };
  }

  private static @Nullable String elementOf(@Nullable String sequence) {
    return sequence == null ? null : sequence.replaceFirst("^\\*", "") + "[...]";
  }

  /// In quotation marks, or `otherwise`.
  String quoted(Value value, String otherwise) {
    String name = of(value);
    return name == null ? otherwise : "`" + name + "`";
  }

  String quoted(Place place, String otherwise) {
    String name = of(place);
    return name == null ? otherwise : "`" + name + "`";
  }

  /// What kind of thing an unnamed value is.
  String described(Value value) {
    return quoted(
        value,
        switch (original(value)) {
          case Value.Format _ -> "this f-string";
          case Value.New _ -> "this object";
          case Value.Clone _ -> "this copy";
          case Value.Call(var callee, _, _, _, _) -> "the result of `" + callee.simpleName() + "`";
          case Value.Required required -> "the `" + required.member() + "` of what is required";
          case Value.NewArena _ -> "this arena";
          case Value.Aggregate _, Value.Fill _ -> "this value";
          case Value.Intrinsic _ -> "this result";
          case Value.Constant _,
              Value.Read _,
              Value.Operate _,
              Value.IsNull _,
              Value.Unwrap _,
              Value.Some _,
              Value.Inject _,
              Value.Project _,
              Value.Convert _,
              Value.Borrow _ ->
              "this value";
        });
  }

  /// `Lifetime(x)`.
  static String lifetime(Position position) {
    return position.equals(Position.root(DeclaredLifetimes.STATIC))
        ? DeclaredLifetimes.STATIC
        : "Lifetime(" + position.spelling() + ")";
  }
}
