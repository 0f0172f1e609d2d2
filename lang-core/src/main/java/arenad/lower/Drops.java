package arenad.lower;

import arenad.ir.Instruction;
import arenad.ir.IrFunction;
import arenad.ir.OwnerFlow;
import arenad.ir.Place;
import arenad.ir.Terminator;
import arenad.ir.Value;
import arenad.text.Span;
import arenad.type.Owners;
import arenad.type.Type;
import arenad.typed.Operation;
import java.util.ArrayList;
import java.util.List;

/// Leaves the drops that have something to drop.
///
/// At every point each handle in a local is either there or not, on all paths: one that is moved on one of two
/// paths is dropped at the end of the other, where they meet. So nothing needs to be remembered at run time, and
/// a drop is either written or left out.
final class Drops {

  private final IrFunction function;
  private final OwnerFlow flow;
  private final List<IrFunction.Block> blocks = new ArrayList<>();
  private final List<IrFunction.Block> onEdges = new ArrayList<>();

  private Drops(IrFunction function, OwnerFlow flow) {
    this.function = function;
    this.flow = flow;
  }

  /// Drops what stands at a place.
  static Instruction of(Place place, Span span) {
    Value read = new Value.Read(place, place.type(), span);
    Value drop = new Value.Intrinsic(Operation.OWNER_DROP, List.of(read), Type.Unit.VOID, span);
    return new Instruction.Evaluate(drop, span);
  }

  static IrFunction placed(IrFunction function, Owners owners) {
    OwnerFlow flow = OwnerFlow.of(function, owners);
    return flow == null ? function : new Drops(function, flow).placed();
  }

  private IrFunction placed() {
    for (int i = 0; i < function.blocks().size(); i++) {
      blocks.add(block(i));
    }
    blocks.addAll(onEdges);
    return BlockOrder.of(function.withBlocks(blocks));
  }

  private IrFunction.Block block(int number) {
    IrFunction.Block block = function.blocks().get(number);
    List<Instruction> instructions = new ArrayList<>();
    OwnerFlow.State state = flow.stateAt(number);
    for (Instruction instruction : block.instructions()) {
      if (OwnerFlow.dropped(instruction) instanceof Value.Read(Place place, _, _)
          && state.follows(place)) {
        for (OwnerFlow.Tracked each : state.presentIn(place)) {
          instructions.add(of(each.place(), instruction.span()));
        }
      } else {
        instructions.add(instruction);
      }
      state.pass(instruction);
    }
    return new IrFunction.Block(instructions, end(number, block.end(), instructions));
  }

  /// Each way on drops what the others have moved.
  private Terminator end(int from, Terminator end, List<Instruction> instructions) {
    return switch (end) {
      case Terminator.Goto(int target, Span span) -> {
        flow.lostBetween(from, target).forEach(each -> instructions.add(of(each.place(), span)));
        yield end;
      }
      case Terminator.Branch(Value condition, int then, int otherwise, Span span) ->
          new Terminator.Branch(
              condition, edge(from, then, span), edge(from, otherwise, span), span);
      case Terminator.Switch(Value union, List<Integer> targets, Span span) ->
          new Terminator.Switch(
              union, targets.stream().map(target -> edge(from, target, span)).toList(), span);
      case Terminator.Return _, Terminator.Panic _, Terminator.Unreachable _ -> end;
    };
  }

  private int edge(int from, int to, Span span) {
    List<OwnerFlow.Tracked> lost = flow.lostBetween(from, to);
    if (lost.isEmpty()) {
      return to;
    }
    List<Instruction> drops = new ArrayList<>();
    lost.forEach(each -> drops.add(of(each.place(), span)));
    onEdges.add(new IrFunction.Block(drops, new Terminator.Goto(to, span)));
    return function.blocks().size() + onEdges.size() - 1;
  }
}
