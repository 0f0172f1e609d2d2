package arenad.jvm.emit;

import arenad.ir.IrFunction;
import arenad.jvm.layout.Component;
import arenad.jvm.layout.Kind;
import arenad.jvm.layout.Shape;
import arenad.jvm.layout.Shapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Where the locals of one function stand, and the frame memory that it needs.
///
/// A split value whose address nobody takes lives in JVM locals, where the JIT sees through it. Everything else has
/// a fixed place in frame memory, which the function takes in one piece at its entry. Room for values that exist within one
/// instruction is shared between instructions.
final class Storage {

  private static final int FRAME_ALIGN = 8;
  private static final int NO_SLOT = -1;

  private final Code code;
  private final List<Location> locals = new ArrayList<>();
  private final Set<Integer> lent;
  private final int frameSlot;
  private long frameTop;
  private long frameSize;

  Storage(
      Code code,
      IrFunction function,
      Signature signature,
      Addressed addressed,
      Shapes shapes,
      boolean hasFrame) {
    this.code = code;
    this.frameSlot = hasFrame ? code.newSlot(Kind.LONG) : NO_SLOT;
    lent = addressed.lent();
    for (IrFunction.Local local : function.locals()) {
      Shape shape = shapes.of(local.type());
      boolean inFrame = shape.inMemory() || addressed.byAddress().contains(local.index());
      if (local.index() < function.parameters()) {
        Signature.Parameter parameter = signature.parameters().get(local.index());
        locals.add(parameterLocation(parameter, inFrame));
      } else {
        locals.add(inFrame ? reserve(shape) : newSlots(shape));
      }
    }
  }

  Location of(IrFunction.Local local) {
    return locals.get(local.index());
  }

  /// Whether methods are called on the local, so that it may change while a value is evaluated.
  boolean isLent(IrFunction.Local local) {
    return lent.contains(local.index());
  }

  /// The slot that holds the address of the function's frame memory.
  int frameSlot() {
    return frameSlot;
  }

  /// How much frame memory has been asked for at most at any time.
  long frameSize() {
    return frameSize;
  }

  /// Room in frame memory.
  Location.Memory reserve(Shape shape) {
    long offset = (frameTop + shape.align() - 1) / shape.align() * shape.align();
    frameTop = offset + shape.size();
    long rounded = (frameTop + FRAME_ALIGN - 1) / FRAME_ALIGN * FRAME_ALIGN;
    frameSize = Math.max(frameSize, Math.max(rounded, FRAME_ALIGN));
    return new Location.Memory(frameSlot, offset);
  }

  /// Room in frame memory that is reserved from here on may be taken back with [#releaseFrame].
  long markFrame() {
    return frameTop;
  }

  void releaseFrame(long mark) {
    frameTop = mark;
  }

  Location.Slots newSlots(Shape shape) {
    List<Integer> slots = new ArrayList<>();
    for (Component component : shape.components()) {
      slots.add(code.newSlot(component.kind()));
    }
    return new Location.Slots(slots);
  }

  /// The slots in which a split parameter arrives.
  static Location.Slots arrival(Signature.Parameter parameter) {
    List<Integer> slots = new ArrayList<>();
    int slot = parameter.slot();
    for (Component component : parameter.shape().components()) {
      slots.add(slot);
      slot += component.kind().slots();
    }
    return new Location.Slots(slots);
  }

  /// What is passed by address is a copy that belongs to the callee.
  private Location parameterLocation(Signature.Parameter parameter, boolean inFrame) {
    if (parameter.byAddress()) {
      return new Location.Memory(parameter.slot(), 0);
    }
    return inFrame ? reserve(parameter.shape()) : arrival(parameter);
  }
}
