package arenad.jvm.emit;

import arenad.jvm.abi.RuntimeEntry;
import arenad.jvm.layout.Kind;
import arenad.jvm.layout.Shape;
import arenad.type.Type;
import arenad.type.Variants;
import arenad.typed.Operator;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/// Compares values member by member. What is in memory is compared by a method of the class's own for each type, so that
/// the code of an array's loop stands there once.
final class Equality {

  private final Code code;
  private final ClassDraft draft;
  private final Moves moves;

  Equality(Code code, ClassDraft draft) {
    this.code = code;
    this.draft = draft;
    moves = new Moves(code);
  }

  /// Jumps if the values differ; else goes on.
  void jumpIfDifferent(Type type, Location left, Location right, Label different) {
    Shape shape = draft.shapes().of(type);
    if (shape.inMemory()) {
      moves.pushAddress(left);
      moves.pushAddress(right);
      code.call(draft.className(), draft.equalityOf(type), ClassDraft.EQUALITY_DESCRIPTOR);
      code.jump(Opcodes.IFEQ, different);
    } else {
      members(type, shape, left, right, different);
    }
  }

  /// The comparison of two values of a type in memory, whatever their shape.
  void members(Type type, Shape shape, Location left, Location right, Label different) {
    switch (type) {
      case Type.Scalar scalar -> scalars(scalar, shape, left, right, different);
      case Type.Ref _, Type.Arena _, Type.Builtin _ -> addresses(shape, left, right, different);
      case Type.Text _ -> texts(shape, left, right, different);
      case Type.Optional(Type of) -> optionals(of, shape, left, right, different);
      case Type.Named union when Variants.isUnion(union) -> unions(shape, left, right, different);
      case Type.Named _, Type.Tuple _ -> {
        for (Shape.Member member : shape.members()) {
          jumpIfDifferent(
              member.type(), Moves.member(left, member), Moves.member(right, member), different);
        }
      }
      case Type.FixedArray(Type element, int length) ->
          elements(element, length, left, right, different);
      case Type.Unit _ -> {}
      case Type.Parameter _, Type.Function _ ->
          throw new IllegalArgumentException("not comparable: " + type);
    }
  }

  private void scalars(
      Type.Scalar scalar, Shape shape, Location left, Location right, Label different) {
    moves.load(left, shape);
    moves.load(right, shape);
    if (Arithmetic.comparesDirectly(scalar, Operator.Comparison.EQUAL)) {
      code.jump(Opcodes.IF_ICMPNE, different);
    } else {
      Arithmetic.emitCompare(Operator.Comparison.EQUAL, scalar, code);
      code.jump(Opcodes.IFNE, different);
    }
  }

  private void addresses(Shape shape, Location left, Location right, Label different) {
    moves.load(left, shape, 0, 1);
    moves.load(right, shape, 0, 1);
    code.operation(Opcodes.LCMP);
    code.jump(Opcodes.IFNE, different);
  }

  private void texts(Shape shape, Location left, Location right, Label different) {
    moves.load(left, shape);
    moves.load(right, shape);
    code.call(RuntimeEntry.STRINGS_EQUAL);
    code.jump(Opcodes.IFEQ, different);
  }

  /// Both null, or both there and equal.
  private void optionals(Type of, Shape shape, Location left, Location right, Label different) {
    if (!shape.hasFlag() && Variants.isUnion(of)) {
      unions(shape, left, right, different);
      return;
    }
    if (!shape.hasFlag() && !(of instanceof Type.Text)) {
      addresses(shape, left, right, different);
      return;
    }
    Label bothThere = new Label();
    Label end = new Label();
    jumpIfThere(left, shape, bothThere);
    jumpIfThere(right, shape, different);
    code.jump(end);
    code.place(bothThere);
    jumpIfNull(right, shape, different);
    if (shape.hasFlag()) {
      Shape.Member payload = shape.members().getFirst();
      Location leftValue = Moves.member(left, payload);
      jumpIfDifferent(of, leftValue, Moves.member(right, payload), different);
    } else {
      texts(shape, left, right, different);
    }
    code.place(end);
  }

  /// The same tag, and equal what goes with it; the tag 0 of null goes with nothing.
  private void unions(Shape shape, Location left, Location right, Label different) {
    Unions unions = new Unions(code);
    Location first = moves.settled(left);
    Location second = moves.settled(right);
    unions.pushTag(first, shape, false);
    unions.pushTag(second, shape, false);
    code.jump(Opcodes.IF_ICMPNE, different);
    Label end = new Label();
    List<Label> labels = new ArrayList<>();
    shape.members().forEach(_ -> labels.add(new Label()));
    unions.pushTag(first, shape, false);
    code.jumpByNumber(1, end, labels);
    for (int i = 0; i < labels.size(); i++) {
      Shape.Member variant = shape.members().get(i);
      code.place(labels.get(i));
      Location leftValue = unions.payload(first, variant.shape());
      Location rightValue = unions.payload(second, variant.shape());
      jumpIfDifferent(variant.type(), leftValue, rightValue, different);
      code.jump(end);
    }
    code.place(end);
  }

  private void jumpIfThere(Location optional, Shape shape, Label there) {
    presence(optional, shape);
    code.jump(Opcodes.IFNE, there);
  }

  private void jumpIfNull(Location optional, Shape shape, Label isNull) {
    presence(optional, shape);
    code.jump(Opcodes.IFEQ, isNull);
  }

  private void presence(Location optional, Shape shape) {
    if (moves.loadPresence(optional, shape) == Kind.LONG) {
      code.constant(0L);
      code.operation(Opcodes.LCMP);
    }
  }

  private void elements(Type element, int length, Location left, Location right, Label different) {
    Shape shape = draft.shapes().of(element);
    int leftSlot = code.newSlot(Kind.LONG);
    int rightSlot = code.newSlot(Kind.LONG);
    int endSlot = code.newSlot(Kind.LONG);
    moves.pushAddress(left);
    code.store(Kind.LONG, leftSlot);
    moves.pushAddress(right);
    code.store(Kind.LONG, rightSlot);
    code.load(Kind.LONG, leftSlot);
    code.advance(shape.size() * length);
    code.store(Kind.LONG, endSlot);
    Label again = new Label();
    Label end = new Label();
    code.place(again);
    code.load(Kind.LONG, leftSlot);
    code.load(Kind.LONG, endSlot);
    code.operation(Opcodes.LCMP);
    code.jump(Opcodes.IFGE, end);
    jumpIfDifferent(
        element, new Location.Memory(leftSlot, 0), new Location.Memory(rightSlot, 0), different);
    step(leftSlot, shape);
    step(rightSlot, shape);
    code.jump(again);
    code.place(end);
  }

  private void step(int slot, Shape shape) {
    code.load(Kind.LONG, slot);
    code.advance(shape.size());
    code.store(Kind.LONG, slot);
  }

  /// Writes the methods that comparisons have asked for, those included that they ask for themselves.
  static void emitMethods(ClassDraft draft) {
    List<Type> done = new ArrayList<>();
    for (Type type = draft.nextEquality(done.size());
        type != null;
        type = draft.nextEquality(done.size())) {
      done.add(type);
      emitMethod(type, draft);
    }
  }

  private static void emitMethod(Type type, ClassDraft draft) {
    var method =
        draft
            .writer()
            .visitMethod(
                Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC,
                draft.equalityOf(type),
                ClassDraft.EQUALITY_DESCRIPTOR,
                null,
                null);
    method.visitCode();
    Code code = new Code(method, 2 * Kind.LONG.slots());
    Label different = new Label();
    Location left = new Location.Memory(0, 0);
    Location right = new Location.Memory(Kind.LONG.slots(), 0);
    new Equality(code, draft).members(type, draft.shapes().of(type), left, right, different);
    code.constant(1);
    code.result(Kind.INT);
    code.place(different);
    code.constant(0);
    code.result(Kind.INT);
    method.visitMaxs(0, 0);
    method.visitEnd();
  }
}
