package arenad.jvm.emit;

import arenad.jvm.abi.RuntimeEntry;
import arenad.type.Type;
import java.util.List;

/// How a method of Java looks that an `extern` function stands for.
public final class JavaSignature {
  private JavaSignature() {}

  /// The descriptor of the method.
  public static String descriptor(List<Type> parameters, Type result) {
    StringBuilder descriptor = new StringBuilder("(");
    parameters.forEach(parameter -> descriptor.append(of(parameter)));
    return descriptor.append(')').append(of(result)).toString();
  }

  /// The descriptor of a type. An unsigned number is passed as the next wider type of Java; a `u64`, for
  /// which there is none, as the `long` of the same bits; a `char` as its code point.
  static String of(Type type) {
    return switch (type) {
      case Type.Scalar scalar ->
          switch (scalar) {
            case BOOL -> "Z";
            case I8 -> "B";
            case I16 -> "S";
            case CHAR, U8, U16, I32 -> "I";
            case U32, I64, U64 -> "J";
            case F32 -> "F";
            case F64 -> "D";
          };
      case Type.Unit _ -> "V";
      case Type _ when isText(type) -> "Ljava/lang/String;";
      case Type _ when isSpan(type) -> RuntimeEntry.SEGMENT;
      case Type _ -> throw new IllegalArgumentException("cannot cross the border: " + type);
    };
  }

  static boolean isSpan(Type type) {
    return type instanceof Type.Builtin(Type.Container container, _)
        && container == Type.Container.SPAN;
  }

  static boolean isText(Type type) {
    return Type.withoutNull(type) instanceof Type.Text;
  }
}
