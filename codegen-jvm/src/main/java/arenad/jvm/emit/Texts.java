package arenad.jvm.emit;

import arenad.ir.Value;
import arenad.jvm.abi.RuntimeEntry;
import arenad.jvm.layout.Kind;
import arenad.jvm.layout.Shape;
import arenad.type.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/// F-strings, printing, and appending to string buffers: all write values as text.
final class Texts {

  private final BodyEmitting body;
  private final Code code;

  Texts(BodyEmitting body) {
    this.body = body;
    code = body.code();
  }

  /// Pushes the text of an f-string.
  void format(List<Value.Part> parts) {
    code.context();
    code.call(RuntimeEntry.TEXT_BEGIN);
    appendAll(parts);
    code.context();
    code.call(RuntimeEntry.TEXT_END);
    code.readReturnSlot(1, Kind.INT);
  }

  /// The holes are constants and locals: nothing else may run between the beginning and the end of a text.
  private void appendAll(List<Value.Part> parts) {
    for (Value.Part part : parts) {
      switch (part) {
        case Value.Part.Text(String text) -> {
          code.context();
          body.constants().pushText(text);
          code.call(RuntimeEntry.TEXT_APPEND_STRING);
        }
        case Value.Part.Hole(Value value, var specification) ->
            append(value.type(), body.values().hold(value), specification);
      }
    }
  }

  /// `print(x)` and `log(x)`. An f-string is written at once and makes no string.
  void print(Value value, boolean standardError) {
    if (value.type() instanceof Type.Text && !(value instanceof Value.Format)) {
      body.values().push(value);
      code.call(standardError ? RuntimeEntry.OUTPUT_LOG : RuntimeEntry.OUTPUT_PRINT);
      return;
    }
    Runnable text = textOf(value);
    code.context();
    code.call(RuntimeEntry.TEXT_BEGIN);
    text.run();
    code.context();
    code.call(standardError ? RuntimeEntry.TEXT_LOG : RuntimeEntry.TEXT_PRINT);
  }

  /// `buffer.append(x)`; an f-string is written into the buffer.
  void appendTo(Value buffer, Value value) {
    if (value.type() instanceof Type.Text && !(value instanceof Value.Format)) {
      body.values().push(buffer);
      body.values().push(value);
      code.call(RuntimeEntry.STRING_BUFFERS_APPEND);
      return;
    }
    body.values().fix(buffer);
    Runnable text = textOf(value);
    code.context();
    body.values().push(buffer);
    code.call(RuntimeEntry.TEXT_BEGIN_IN);
    text.run();
    code.context();
    code.call(RuntimeEntry.TEXT_END_IN);
  }

  /// Evaluates what is not an f-string; what writes its text, or that of the f-string.
  private Runnable textOf(Value value) {
    if (value instanceof Value.Format(List<Value.Part> parts, _, _)) {
      return () -> appendAll(parts);
    }
    Location held = body.values().hold(value);
    return () -> append(value.type(), held, null);
  }

  private void append(Type type, Location location, @Nullable String specification) {
    Shape shape = body.shape(type);
    if (!(type instanceof Type.Optional(Type of))) {
      appendThere(type, shape, location, specification);
      return;
    }
    Label isNull = new Label();
    Label end = new Label();
    if (body.moves().loadPresence(location, shape) == Kind.LONG) {
      code.constant(0L);
      code.operation(Opcodes.LCMP);
    }
    code.jump(Opcodes.IFEQ, isNull);
    appendThere(of, body.shape(of), location, specification);
    code.jump(end);
    code.place(isNull);
    code.context();
    finish(specification, RuntimeEntry.TEXT_APPEND_NULL, RuntimeEntry.TEXT_FORMAT_NULL);
    code.place(end);
  }

  private void appendThere(
      Type type, Shape shape, Location location, @Nullable String specification) {
    code.context();
    body.moves().load(location, shape, 0, shape.components().size());
    switch (type) {
      case Type.Unit unit when unit == Type.Unit.NULL ->
          finish(specification, RuntimeEntry.TEXT_APPEND_NULL, RuntimeEntry.TEXT_FORMAT_NULL);
      case Type.Text _ ->
          finish(specification, RuntimeEntry.TEXT_APPEND_STRING, RuntimeEntry.TEXT_FORMAT_STRING);
      case Type.Scalar scalar -> finishScalar(scalar, specification);
      case Type.Unit _,
          Type.Arena _,
          Type.Optional _,
          Type.Ref _,
          Type.Named _,
          Type.Parameter _,
          Type.FixedArray _,
          Type.Tuple _,
          Type.Function _,
          Type.Builtin _ ->
          throw new IllegalArgumentException("no text of a value of type " + type);
    }
  }

  private void finishScalar(Type.Scalar scalar, @Nullable String specification) {
    switch (scalar) {
      case BOOL ->
          finish(specification, RuntimeEntry.TEXT_APPEND_BOOL, RuntimeEntry.TEXT_FORMAT_BOOL);
      case CHAR ->
          finish(specification, RuntimeEntry.TEXT_APPEND_CHAR, RuntimeEntry.TEXT_FORMAT_CHAR);
      case I32, U8, U16 ->
          finish(specification, RuntimeEntry.TEXT_APPEND_I32, RuntimeEntry.TEXT_FORMAT_I32);
      case I8, I16 -> {
        if (specification != null && FormatSpecification.showsBits(specification)) {
          // The runtime shows 32 bits: of these, only the type's own.
          code.constant(scalar == Type.Scalar.I8 ? 0xFF : 0xFFFF);
          code.operation(Opcodes.IAND);
          finish(specification, RuntimeEntry.TEXT_APPEND_U32, RuntimeEntry.TEXT_FORMAT_U32);
        } else {
          finish(specification, RuntimeEntry.TEXT_APPEND_I32, RuntimeEntry.TEXT_FORMAT_I32);
        }
      }
      case U32 -> finish(specification, RuntimeEntry.TEXT_APPEND_U32, RuntimeEntry.TEXT_FORMAT_U32);
      case I64 -> finish(specification, RuntimeEntry.TEXT_APPEND_I64, RuntimeEntry.TEXT_FORMAT_I64);
      case U64 -> finish(specification, RuntimeEntry.TEXT_APPEND_U64, RuntimeEntry.TEXT_FORMAT_U64);
      case F32 -> finish(specification, RuntimeEntry.TEXT_APPEND_F32, RuntimeEntry.TEXT_FORMAT_F32);
      case F64 -> finish(specification, RuntimeEntry.TEXT_APPEND_F64, RuntimeEntry.TEXT_FORMAT_F64);
    }
  }

  private void finish(@Nullable String specification, RuntimeEntry plain, RuntimeEntry formatted) {
    if (specification == null || specification.isEmpty()) {
      code.call(plain);
    } else {
      code.constant(FormatSpecification.pack(specification));
      code.call(formatted);
    }
  }
}
