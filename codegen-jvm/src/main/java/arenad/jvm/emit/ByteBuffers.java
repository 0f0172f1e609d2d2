package arenad.jvm.emit;

import arenad.ir.Value;
import arenad.jvm.abi.RuntimeEntry;
import arenad.type.Type;

/// Appending to an `ArenaBuffer`: which form of it the value takes.
final class ByteBuffers {

  private final BodyEmitting body;
  private final Code code;

  ByteBuffers(BodyEmitting body) {
    this.body = body;
    code = body.code();
  }

  void append(Value buffer, Value value) {
    body.values().push(buffer);
    body.values().push(value);
    switch (value.type()) {
      case Type.Scalar scalar -> appendScalar(scalar);
      case Type.Text _ -> code.call(RuntimeEntry.STRING_BUFFERS_APPEND);
      case Type.Builtin(Type.Container container, _) ->
          code.call(
              container == Type.Container.SPAN
                  ? RuntimeEntry.STRING_BUFFERS_APPEND
                  : RuntimeEntry.BYTE_BUFFERS_APPEND_BUFFER);
      case Type.Unit _,
          Type.Arena _,
          Type.Optional _,
          Type.Ref _,
          Type.Named _,
          Type.Parameter _,
          Type.FixedArray _,
          Type.Tuple _,
          Type.Function _ ->
          throw new IllegalArgumentException("no bytes of a value of type " + value.type());
    }
  }

  private void appendScalar(Type.Scalar scalar) {
    switch (scalar) {
      case BOOL, I8, U8 -> code.call(RuntimeEntry.BYTE_BUFFERS_APPEND8);
      case I16, U16 -> code.call(RuntimeEntry.BYTE_BUFFERS_APPEND16);
      case I32, U32 -> code.call(RuntimeEntry.BYTE_BUFFERS_APPEND32);
      case I64, U64 -> code.call(RuntimeEntry.BYTE_BUFFERS_APPEND64);
      case CHAR -> code.call(RuntimeEntry.BYTE_BUFFERS_APPEND_CHAR);
      case F32 -> {
        code.call("java/lang/Float", "floatToRawIntBits", "(F)I");
        code.call(RuntimeEntry.BYTE_BUFFERS_APPEND32);
      }
      case F64 -> {
        code.call("java/lang/Double", "doubleToRawLongBits", "(D)J");
        code.call(RuntimeEntry.BYTE_BUFFERS_APPEND64);
      }
    }
  }
}
