package arenad.jvm.emit;

import arenad.ir.Instruction;
import arenad.ir.IrFunction;
import arenad.ir.Place;
import arenad.ir.Value;
import arenad.ir.Values;
import arenad.jvm.layout.Shapes;
import arenad.typed.Operation;
import java.util.HashSet;
import java.util.Set;

/// Finds the locals on which methods are called, and whether anything needs frame memory.
final class Addressed {

  /// A call with fewer arguments never passes components in memory for want of slots.
  private static final int FEW_ARGUMENTS = 256 / (2 * Shapes.MOST_COMPONENTS);

  private final Set<Integer> byAddress = new HashSet<>();
  private final Set<Integer> lent = new HashSet<>();
  private boolean needsFrame;

  private Addressed() {}

  static Addressed of(IrFunction function, ClassDraft draft) {
    Addressed locals = new Addressed();
    for (IrFunction.Local local : function.locals()) {
      locals.needsFrame |= draft.shapes().of(local.type()).inMemory();
    }
    for (IrFunction.Block block : function.blocks()) {
      for (Instruction instruction : block.instructions()) {
        Values.valuesOf(instruction).forEach(value -> locals.visit(value, draft));
        if (instruction instanceof Instruction.Assign(Place place, _, _, _) && isInUnion(place)) {
          add(place, locals.byAddress);
        }
      }
      Values.valuesOf(block.end()).forEach(value -> locals.visit(value, draft));
    }
    return locals;
  }

  /// The indexes of the locals whose address methods need.
  Set<Integer> byAddress() {
    return byAddress;
  }

  /// The indexes of all locals on which methods are called: what they hold may change while a value is evaluated.
  Set<Integer> lent() {
    return lent;
  }

  /// Whether the function may need frame memory; false is certain.
  boolean mayNeedFrame() {
    return needsFrame || !byAddress.isEmpty();
  }

  private void visit(Value value, ClassDraft draft) {
    needsFrame |=
        draft.shapes().of(value.type()).inMemory()
            || value instanceof Value.Clone
            || value instanceof Value.Intrinsic(Operation operation, _, _, _)
                && OwnerOperations.needsRoom(operation)
            || value instanceof Value.Call(_, _, var arguments, _, _)
                && arguments.size() >= FEW_ARGUMENTS;
    if (value instanceof Value.Call call && Calls.receiverOf(call, draft) != null) {
      Place self = ((Value.Borrow) call.arguments().getFirst()).place();
      add(self, lent);
      if (isInUnion(self)) {
        add(self, byAddress);
      }
      Values.operandsOf(call.arguments().getFirst()).forEach(one -> visit(one, draft));
      call.arguments().stream().skip(1).forEach(one -> visit(one, draft));
      return;
    }
    if (value instanceof Value.Borrow(Place place, _, _)) {
      add(place, byAddress);
      add(place, lent);
    }
    Values.operandsOf(value).forEach(one -> visit(one, draft));
  }

  /// Whether it is a part of what a union holds, which can be written in memory alone.
  private static boolean isInUnion(Place place) {
    return switch (place) {
      case Place.Payload _ -> true;
      case Place.Member(Place container, _, _, _) -> isInUnion(container);
      case Place.Slot(Place array, _, _) -> isInUnion(array);
      case Place.OfLocal _, Place.Object _, Place.Element _ -> false;
    };
  }

  private static void add(Place place, Set<Integer> locals) {
    IrFunction.Local root = Roots.of(place);
    if (root != null) {
      locals.add(root.index());
    }
  }
}
