package arenad.elaborate;

import arenad.type.Type;
import arenad.type.Type.Scalar;
import arenad.typed.Operation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The methods of what the language brings, as a table.
final class BuiltinMethods {
  private static final Type TEXT = new Type.Text();
  private static final Parameter ANY_TEXT = new Parameter.TextOrChar();
  private static final Parameter I32 = new Parameter.Of(Scalar.I32);
  private static final Parameter ARENA = new Parameter.Of(new Type.Arena());

  private static final List<Method> OF_TEXT =
      List.of(
          method("slice", Operation.STRING_SLICE, TEXT, I32, I32),
          method("split", Operation.STRING_SPLIT, Type.array(TEXT), ANY_TEXT),
          method("trim", Operation.STRING_TRIM, TEXT),
          method("contains", Operation.STRING_CONTAINS, Scalar.BOOL, ANY_TEXT),
          method("startsWith", Operation.STRING_STARTS_WITH, Scalar.BOOL, ANY_TEXT),
          method("endsWith", Operation.STRING_ENDS_WITH, Scalar.BOOL, ANY_TEXT),
          method("indexOf", Operation.STRING_INDEX_OF, Scalar.I32, ANY_TEXT),
          method("compare", Operation.STRING_COMPARE, Scalar.I32, ANY_TEXT),
          method("replace", Operation.STRING_REPLACE, TEXT, ANY_TEXT, ANY_TEXT),
          method("upper", Operation.STRING_UPPER, TEXT),
          method("lower", Operation.STRING_LOWER, TEXT),
          method("toI32", Operation.STRING_TO_I32, new Type.Optional(Scalar.I32)),
          method("toI64", Operation.STRING_TO_I64, new Type.Optional(Scalar.I64)),
          method("toF64", Operation.STRING_TO_F64, new Type.Optional(Scalar.F64)));

  private static final List<Method> OF_ARENA =
      List.of(
          method("newSub", Operation.ARENA_NEW_SUB, new Type.Arena()),
          method("free", Operation.ARENA_FREE, Type.Unit.VOID),
          method("reset", Operation.ARENA_RESET, Type.Unit.VOID));

  private static final List<Method> OF_STRING_BUFFER =
      List.of(
          method("append", Operation.BUFFER_APPEND, Type.Unit.VOID, new Parameter.Printable()),
          method("clear", Operation.BUFFER_CLEAR, Type.Unit.VOID),
          method("toString", Operation.BUFFER_TO_STRING, TEXT, ARENA));

  private static final List<Method> OF_ARENA_BUFFER =
      List.of(
          method("append", Operation.BYTES_APPEND, Type.Unit.VOID, new Parameter.Bytes()),
          method("clear", Operation.BYTES_CLEAR, Type.Unit.VOID),
          method("toString", Operation.BYTES_TO_STRING, TEXT, ARENA));

  private BuiltinMethods() {}

  /// What a method takes at one position.
  sealed interface Parameter {
    record Of(Type type) implements Parameter {}

    /// A string, or a character that stands for one.
    record TextOrChar() implements Parameter {}

    /// What can be written as text.
    record Printable() implements Parameter {}

    /// What can be written as bytes.
    record Bytes() implements Parameter {}
  }

  record Method(String name, Operation operation, Type result, List<Parameter> parameters) {}

  /// The method of that name on a value of the type, or null.
  static @Nullable Method of(Type type, String name) {
    for (Method method : all(type)) {
      if (method.name().equals(name)) {
        return method;
      }
    }
    return null;
  }

  static List<String> names(Type type) {
    List<String> names = new ArrayList<>(all(type).stream().map(Method::name).toList());
    if (type instanceof Type.Arena) {
      names.addAll(List.of("new", "useArena", "alloc", "span", "telemetry", "resetTelemetry"));
    }
    if (type instanceof Type.Builtin(Type.Container container, var _)
        && container == Type.Container.ARRAY) {
      names.add("sort");
    }
    return names;
  }

  /// Whether the library describes that method, and it is not to be called like others or not yet
  /// there.
  static boolean isSpecial(Type type, String name) {
    return switch (type) {
      case Type.Text _ -> name.equals("chars");
      case Type.Arena _ ->
          List.of("new", "useArena", "alloc", "span", "telemetry", "resetTelemetry").contains(name);
      case Type.Builtin _ -> name.equals("clone");
      case Scalar _,
          Type.Unit _,
          Type.Optional _,
          Type.Ref _,
          Type.Named _,
          Type.Parameter _,
          Type.FixedArray _,
          Type.Tuple _,
          Type.Function _ ->
          false;
    };
  }

  private static List<Method> all(Type type) {
    return switch (type) {
      case Type.Text _ -> OF_TEXT;
      case Type.Arena _ -> OF_ARENA;
      case Type.Builtin(Type.Container container, List<Type> arguments) ->
          switch (container) {
            case ARRAY -> ofArray(arguments.getFirst());
            case MAP -> ofMap(arguments.getFirst(), arguments.getLast());
            case STRING_BUFFER -> OF_STRING_BUFFER;
            case SPAN -> ofSpan(arguments.getFirst());
            case ARENA_BUFFER -> OF_ARENA_BUFFER;
            case OWNED, SHARED, WEAK, REGION -> OwnerMembers.methods((Type.Builtin) type);
          };
      case Scalar _,
          Type.Unit _,
          Type.Optional _,
          Type.Ref _,
          Type.Named _,
          Type.Parameter _,
          Type.FixedArray _,
          Type.Tuple _,
          Type.Function _ ->
          List.of();
    };
  }

  private static Type nullable(Type type) {
    return type instanceof Type.Optional ? type : new Type.Optional(type);
  }

  private static List<Method> ofMap(Type key, Type value) {
    Parameter ofKey = new Parameter.Of(key);
    return List.of(
        method("get", Operation.MAP_GET, nullable(value), ofKey),
        method("set", Operation.MAP_SET, Type.Unit.VOID, ofKey, new Parameter.Of(value)),
        method("has", Operation.MAP_HAS, Scalar.BOOL, ofKey),
        method("remove", Operation.MAP_REMOVE, Scalar.BOOL, ofKey),
        method("clear", Operation.MAP_CLEAR, Type.Unit.VOID),
        method("keys", Operation.MAP_KEYS, Type.array(key)),
        method("values", Operation.MAP_VALUES, Type.array(value)));
  }

  private static List<Method> ofSpan(Type element) {
    Type span = new Type.Builtin(Type.Container.SPAN, element);
    return List.of(
        method("fill", Operation.SPAN_FILL, Type.Unit.VOID, new Parameter.Of(element)),
        method("slice", Operation.SPAN_SLICE, span, I32, I32));
  }

  private static List<Method> ofArray(Type element) {
    Type nullable = nullable(element);
    Parameter value = new Parameter.Of(element);
    return List.of(
        method("push", Operation.ARRAY_PUSH, Type.Unit.VOID, value),
        method("pop", Operation.ARRAY_POP, nullable),
        method("get", Operation.ARRAY_GET, nullable, I32),
        method("insert", Operation.ARRAY_INSERT, Type.Unit.VOID, I32, value),
        method("removeAt", Operation.ARRAY_REMOVE_AT, element, I32),
        method("clear", Operation.ARRAY_CLEAR, Type.Unit.VOID),
        method("reserve", Operation.ARRAY_RESERVE, Type.Unit.VOID, I32),
        method("reverse", Operation.ARRAY_REVERSE, Type.Unit.VOID));
  }

  private static Method method(
      String name, Operation operation, Type result, Parameter... parameters) {
    return new Method(name, operation, result, List.of(parameters));
  }
}
