package arenad.lower;

import arenad.ir.Instruction;
import arenad.ir.IrFunction;
import arenad.ir.Place;
import arenad.ir.Terminator;
import arenad.ir.Value;
import arenad.text.Span;
import arenad.type.Type;
import arenad.typed.Variable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A graph while it is written: blocks that are open or ended, and the point where the next
/// instruction goes. After a terminator the point is nowhere, and what is added there is dropped.
final class GraphDraft {

  private static final int NOWHERE = -1;

  private final List<List<Instruction>> blocks = new ArrayList<>();
  private final List<@Nullable Terminator> ends = new ArrayList<>();
  private final LocalNumbering numbering;
  private final List<IrFunction.Local> locals;
  private final BitSet shared = new BitSet();
  private int current = NOWHERE;
  private int instructions;

  GraphDraft(LocalNumbering numbering) {
    this.numbering = numbering;
    locals = new ArrayList<>(numbering.locals());
  }

  /// A point between two instructions of a block.
  record Mark(int block, int index) {}

  int newBlock() {
    blocks.add(new ArrayList<>());
    ends.add(null);
    return blocks.size() - 1;
  }

  void continueIn(int block) {
    current = block;
  }

  boolean isNowhere() {
    return current == NOWHERE;
  }

  Mark mark() {
    return new Mark(current, isNowhere() ? 0 : blocks.get(current).size());
  }

  void add(Instruction instruction) {
    insert(mark(), instruction);
  }

  /// Puts an instruction at an earlier point; returns the point after it.
  Mark insert(Mark at, Instruction instruction) {
    if (at.block == NOWHERE) {
      return at;
    }
    if (++instructions > Lowering.LIMIT) {
      throw new TooLargeException(instruction.span());
    }
    blocks.get(at.block).add(at.index, instruction);
    return new Mark(at.block, at.index + 1);
  }

  void end(Terminator terminator) {
    if (!isNowhere()) {
      ends.set(current, terminator);
      current = NOWHERE;
    }
  }

  void jump(int target, Span span) {
    end(new Terminator.Goto(target, span));
  }

  IrFunction.Local local(Variable variable) {
    return numbering.of(variable);
  }

  /// From here on, closures may write the local while an expression is evaluated.
  void share(IrFunction.@Nullable Local local) {
    if (local != null) {
      shared.set(local.index());
    }
  }

  boolean isShared(IrFunction.Local local) {
    return shared.get(local.index());
  }

  IrFunction.Local newTemporary(Type type, Span span) {
    var local = new IrFunction.Local(locals.size(), "", type, span);
    locals.add(local);
    return local;
  }

  void assign(IrFunction.Local local, Value value) {
    add(new Instruction.Assign(new Place.OfLocal(local), value, false, value.span()));
  }

  List<IrFunction.Local> locals() {
    return locals;
  }

  /// The blocks as written; one that was never ended has nothing before it and is never reached.
  List<IrFunction.Block> blocks(Span end) {
    List<IrFunction.Block> finished = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      Terminator terminator = ends.get(i);
      finished.add(
          new IrFunction.Block(
              blocks.get(i), terminator == null ? new Terminator.Unreachable(end) : terminator));
    }
    return finished;
  }

  /// Ends the writing of a body that has grown past the limit.
  static final class TooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Span place;

    TooLargeException(Span place) {
      super(null, null, false, false);
      this.place = place;
    }

    Span place() {
      return place;
    }
  }
}
