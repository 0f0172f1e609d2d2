package arenad.jvm.emit;

import arenad.ir.Instruction;
import arenad.ir.IrFunction;
import arenad.ir.Place;
import arenad.ir.Terminator;
import arenad.ir.Value;
import arenad.jvm.abi.RuntimeEntry;
import arenad.jvm.layout.Component;
import arenad.jvm.layout.Kind;
import arenad.jvm.layout.Shape;
import arenad.jvm.layout.Width;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/// Writes one function as a method. One that may need frame memory is written twice: first to nowhere, to learn how much, which
/// its first instruction has to know.
final class FunctionEmitting {

  /// Stands for the size of the frame while it is not known.
  private static final long SOME_FRAME = 8;

  private final IrFunction function;
  private final Signature signature;
  private final MethodVisitor method;
  private final Code code;
  private final Storage storage;
  private final Lines lines;
  private final ArrayViews views;
  private final BodyEmitting body;
  private final LocalNames names;
  private final long frameSize;
  private final int frameMark;
  private final Label[] labels;
  private final Frames frames;

  private FunctionEmitting(
      FunctionCode source,
      Signature signature,
      Addressed addressed,
      ClassDraft draft,
      MethodVisitor method,
      long frameSize) {
    function = source.function();
    this.signature = signature;
    this.method = method;
    this.frameSize = frameSize;
    code = new Code(method, signature.slots());
    boolean hasFrame = frameSize > 0;
    frameMark = hasFrame ? code.newSlot(Kind.LONG) : 0;
    storage = new Storage(code, function, signature, addressed, draft.shapes(), hasFrame);
    lines = new Lines(method, source.lines());
    views = new ArrayViews(function, draft.reach(), code);
    body = new BodyEmitting(code, draft, storage, lines);
    names = new LocalNames(method, draft.shapes());
    frames = new Frames(code);
    labels = new Label[function.blocks().size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = new Label();
    }
  }

  /// Writes the function into the method.
  static void emit(
      FunctionCode source, Signature signature, ClassDraft draft, MethodVisitor method) {
    Addressed addressed = Addressed.of(source.function(), draft);
    long frameSize = 0;
    if (addressed.mayNeedFrame()) {
      MethodVisitor nowhere = new MethodVisitor(Opcodes.ASM9) {};
      FunctionEmitting rehearsal =
          new FunctionEmitting(source, signature, addressed, draft, nowhere, SOME_FRAME);
      rehearsal.write();
      frameSize = rehearsal.storage.frameSize();
    }
    FunctionEmitting emitting =
        new FunctionEmitting(source, signature, addressed, draft, method, frameSize);
    emitting.write();
    if (emitting.storage.frameSize() > frameSize) {
      throw new IllegalStateException("frame memory that nobody took: " + source.function());
    }
  }

  private void write() {
    method.visitCode();
    Label start = new Label();
    code.place(start);
    lines.at(function.name());
    takeFrame();
    placeParameters(start);
    List<IrFunction.Block> blocks = function.blocks();
    for (int i = 0; i < blocks.size(); i++) {
      code.place(labels[i]);
      if (i > 0) {
        lines.forget();
      }
      body.useViews(views.in(i));
      blocks.get(i).instructions().forEach(this::instruction);
      views.filledAfter(i).forEach(this::fill);
      terminator(blocks.get(i).end(), i + 1);
    }
    Label end = new Label();
    code.place(end);
    names.write(end);
    method.visitMaxs(0, 0);
    method.visitEnd();
  }

  private void takeFrame() {
    if (frameSize > 0) {
      code.context();
      code.call(RuntimeEntry.CONTEXT_MARK);
      code.store(Kind.LONG, frameMark);
      code.context();
      code.constant(frameSize);
      code.call(RuntimeEntry.CONTEXT_TEMP_ALLOC);
      code.store(Kind.LONG, storage.frameSlot());
    }
  }

  /// A split parameter whose address is taken moves to frame memory.
  private void placeParameters(Label start) {
    for (int i = 0; i < function.parameters(); i++) {
      IrFunction.Local local = function.locals().get(i);
      Signature.Parameter parameter = signature.parameters().get(i);
      Location location = storage.of(local);
      if (!parameter.byAddress() && location instanceof Location.Memory) {
        body.moves().copy(Storage.arrival(parameter), location, parameter.shape());
      }
      names.begin(local, location, start);
    }
  }

  private void fill(ArrayViews.View view) {
    Location array = storage.of(view.array());
    Shape shape = body.shape(view.array().type());
    body.moves().load(array, shape);
    code.read(Width.I64);
    code.store(Kind.LONG, view.dataSlot());
    body.moves().load(array, shape);
    code.call(RuntimeEntry.ARRAYS_LENGTH);
    code.store(Kind.INT, view.lengthSlot());
  }

  private void instruction(Instruction instruction) {
    int slots = code.markSlots();
    long frame = storage.markFrame();
    body.values().forgetFixed();
    lines.at(instruction.span());
    switch (instruction) {
      case Instruction.Assign(Place place, Value value, _, _) -> assign(place, value);
      case Instruction.Evaluate(Value value, _) -> body.values().evaluate(value);
      case Instruction.Free(Value arena, _, _) -> ofArena(arena, RuntimeEntry.ARENAS_FREE);
      case Instruction.Reset(Value arena, _) -> ofArena(arena, RuntimeEntry.ARENAS_RESET);
      case Instruction.EnterFrame(int number, _) -> slots = Math.max(slots, frames.enter(number));
      case Instruction.LeaveFrame(int number, var kept, _) ->
          frames.leave(number, kept.stream().map(storage::of).toList());
      case Instruction.BeginTurns(int number, _) ->
          slots = Math.max(slots, frames.beginTurns(number));
    }
    code.releaseSlots(slots);
    storage.releaseFrame(frame);
  }

  private void assign(Place place, Value value) {
    body.construction().assign(place, value);
    if (place instanceof Place.OfLocal(var local)) {
      names.beginHere(local, storage.of(local));
    }
  }

  private void ofArena(Value arena, RuntimeEntry entry) {
    code.context();
    body.values().push(arena);
    code.call(entry);
  }

  private void terminator(Terminator end, int next) {
    int slots = code.markSlots();
    long frame = storage.markFrame();
    body.values().forgetFixed();
    lines.at(end.span());
    switch (end) {
      case Terminator.Goto(int target, _) -> {
        if (target != next) {
          code.jump(labels[target]);
        }
      }
      case Terminator.Branch(Value condition, int then, int otherwise, _) -> {
        if (then == next) {
          body.conditions().jump(condition, false, labels[otherwise]);
        } else {
          body.conditions().jump(condition, true, labels[then]);
          if (otherwise != next) {
            code.jump(labels[otherwise]);
          }
        }
      }
      case Terminator.Switch(Value union, List<Integer> targets, _) -> {
        body.values().pushTag(union);
        body.unions().jumpByTag(targets.stream().map(target -> labels[target]).toList());
      }
      case Terminator.Return(var value, _) -> result(value);
      case Terminator.Panic(Value message, _) -> {
        body.values().push(message);
        code.raise(RuntimeEntry.CHECKS_PANIC);
      }
      case Terminator.Unreachable _ -> code.raise(RuntimeEntry.PANICS_UNREACHABLE);
    }
    code.releaseSlots(slots);
    storage.releaseFrame(frame);
  }

  private void result(@Nullable Value value) {
    Shape shape = signature.result();
    if (!shape.inMemory() && signature.returned().isEmpty()) {
      leave();
      code.operation(Opcodes.RETURN);
      return;
    }
    if (value != null && shape.inMemory()) {
      body.values().push(value);
      body.moves().copyBytes(new Location.Memory(Signature.RESULT_SLOT, 0), shape);
      leave();
      code.operation(Opcodes.RETURN);
      return;
    }
    giveBack(value);
  }

  /// All components but the first go to the context.
  private void giveBack(@Nullable Value value) {
    List<Component> returned = signature.returned();
    int own = signature.result().components().size();
    if (value != null && returned.size() == 1 && own == 1) {
      body.values().push(value);
      leave();
      code.result(returned.getFirst().kind());
      return;
    }
    Location result = value == null ? null : body.values().hold(value);
    for (int i = 1; i < returned.size(); i++) {
      code.context();
      loadReturned(result, own, i);
      code.writeReturnSlot(i, returned.get(i).kind());
    }
    loadReturned(result, own, 0);
    leave();
    code.result(returned.getFirst().kind());
  }

  /// Pushes a component of the result or, behind them, of `self`.
  private void loadReturned(@Nullable Location result, int own, int index) {
    if (result != null && index < own) {
      body.moves().load(result, signature.result(), index, index + 1);
    } else {
      IrFunction.Local self = function.locals().getFirst();
      Shape shape = body.shape(self.type());
      body.moves().load(storage.of(self), shape, index - own, index - own + 1);
    }
  }

  /// Gives back the function's own frame memory.
  private void leave() {
    if (frameSize > 0) {
      frames.release(frameMark);
    }
  }
}
