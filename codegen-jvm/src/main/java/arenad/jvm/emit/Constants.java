package arenad.jvm.emit;

import arenad.jvm.layout.Component;
import arenad.jvm.layout.Kind;
import arenad.jvm.layout.Shape;
import arenad.jvm.layout.Shapes;
import arenad.type.ConstantValue;
import arenad.type.Type;
import java.util.List;

/// Pushes constants. Text and constants in memory are read where the class keeps its literals.
final class Constants {

  private final Code code;
  private final ClassDraft draft;

  Constants(Code code, ClassDraft draft) {
    this.code = code;
    this.draft = draft;
  }

  void push(ConstantValue constant, Type type) {
    Shape shape = draft.shapes().of(type);
    if (shape.inMemory()) {
      pushLiteralAddress(draft.literals().table(constant, type, draft.shapes()));
      return;
    }
    if (type instanceof Type.Optional(Type of) && !(constant instanceof ConstantValue.Null)) {
      push(constant, of);
      if (shape.hasFlag()) {
        code.constant(1);
      }
      return;
    }
    switch (constant) {
      case ConstantValue.Int(long bits) -> pushInteger(bits, (Type.Scalar) type);
      case ConstantValue.Float(double value) -> {
        if (type == Type.Scalar.F32) {
          code.constant((float) value);
        } else {
          code.constant(value);
        }
      }
      case ConstantValue.Bool(boolean value) -> code.constant(value ? 1 : 0);
      case ConstantValue.Char(int codePoint) -> code.constant(codePoint);
      case ConstantValue.Text(String value) -> pushText(value);
      case ConstantValue.Null _ -> {
        for (Component component : shape.components()) {
          code.zero(component.kind());
        }
      }
      case ConstantValue.Aggregate(_, List<ConstantValue> members) -> {
        for (int i = 0; i < members.size(); i++) {
          push(members.get(i), shape.members().get(i).type());
        }
      }
      case ConstantValue.Unknown _ -> {
        if (!shape.components().isEmpty()) {
          throw new IllegalArgumentException("a constant with an error reached emission: " + type);
        }
      }
    }
  }

  void pushText(String text) {
    byte[] bytes = Literals.bytesOf(text);
    pushLiteralAddress(draft.literals().text(bytes));
    code.constant(bytes.length);
  }

  /// Pushes the address of the clone table of a type.
  ///
  /// @param renews whether the handles in a copy become those of the arena that it is made for
  void pushCloneTable(Type type, boolean renews) {
    pushLiteralAddress(draft.literals().words(CloneTable.of(type, draft.shapes(), renews)));
  }

  private void pushLiteralAddress(long offset) {
    code.staticLong(draft.className(), ClassDraft.LITERALS);
    code.advance(offset);
  }

  private void pushInteger(long bits, Type.Scalar type) {
    if (Shapes.widthOf(type).kind() == Kind.LONG) {
      code.constant(bits);
    } else {
      code.constant((int) bits);
    }
  }
}
