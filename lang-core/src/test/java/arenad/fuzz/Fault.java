package arenad.fuzz;

import arenad.ir.Instruction;
import arenad.ir.IrFunction;
import arenad.ir.Value;
import arenad.lifetime.Contract;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A fault planted in what the checker sees or says, that the campaign must find: if it does not, its
/// programs are too tame to prove anything. (What a contract says must be live on entry is not among them: that
/// to pass something is to use it, the checker holds as well.)
enum Fault {
  NONE,
  CONTRACT_WITHOUT_FLOWS,
  CONTRACT_WITHOUT_BOUNDS,
  CONTRACT_WITHOUT_FRESH_ARENAS,
  CONTRACT_WITHOUT_FREES,
  CONTRACT_WITHOUT_USE_AFTER_FREE,
  CONTRACT_WITHOUT_WRITES,
  FREES_IGNORED,
  RESETS_IGNORED,
  SCOPED_ARENAS_NEVER_END,
  INNER_FRAMES_NEVER_END,
  SUB_ARENAS_ARE_ROOTS,
  NARROWINGS_ARE_CERTAIN,
  TEMPORARIES_ARE_STATIC;

  /// A contract as callers get to see it.
  Contract seen(Contract c) {
    return new Contract(
        this == CONTRACT_WITHOUT_FLOWS ? List.of() : flows(c),
        this == CONTRACT_WITHOUT_BOUNDS ? List.of() : c.bounds(),
        this == CONTRACT_WITHOUT_FRESH_ARENAS ? List.of() : c.arenas(),
        c.objects(),
        this == CONTRACT_WITHOUT_FREES ? List.of() : c.frees(),
        c.uses(),
        this == CONTRACT_WITHOUT_USE_AFTER_FREE ? List.of() : c.apart(),
        c.declared(),
        this == CONTRACT_WITHOUT_WRITES ? List.of() : c.writes(),
        c.regions(),
        c.alters(),
        c.spares());
  }

  /// Without its arenas, a contract cannot speak of them either.
  private List<Contract.Flow> flows(Contract c) {
    return this == CONTRACT_WITHOUT_FRESH_ARENAS
        ? c.flows().stream().filter(flow -> !flow.from().isArena()).toList()
        : c.flows();
  }

  /// A graph as the checker gets to see it.
  IrFunction seen(IrFunction function) {
    List<IrFunction.Block> blocks = new ArrayList<>();
    for (IrFunction.Block block : function.blocks()) {
      List<Instruction> instructions = new ArrayList<>();
      for (Instruction instruction : block.instructions()) {
        Instruction seen = seen(instruction);
        if (seen != null) {
          instructions.add(seen);
        }
      }
      blocks.add(new IrFunction.Block(instructions, block.end()));
    }
    return function.withBlocks(blocks);
  }

  private @Nullable Instruction seen(Instruction instruction) {
    return switch (instruction) {
      case Instruction.Free free -> {
        Fault hidden = free.scoped() ? SCOPED_ARENAS_NEVER_END : FREES_IGNORED;
        yield this == hidden ? null : free;
      }
      case Instruction.Reset reset -> this == RESETS_IGNORED ? null : reset;
      case Instruction.EnterFrame enter -> hides(enter.frame()) ? null : enter;
      case Instruction.LeaveFrame leave -> hides(leave.frame()) ? null : leave;
      case Instruction.BeginTurns begin -> hides(begin.frame()) ? null : begin;
      case Instruction.Assign(var place, Value value, boolean initial, var span) ->
          new Instruction.Assign(
              Rewriting.of(place, this::seen), Rewriting.of(value, this::seen), initial, span);
      case Instruction.Evaluate(Value value, var span) ->
          new Instruction.Evaluate(Rewriting.of(value, this::seen), span);
    };
  }

  private boolean hides(int frame) {
    return this == INNER_FRAMES_NEVER_END && frame > 0;
  }

  private Value seen(Value value) {
    if (this == SUB_ARENAS_ARE_ROOTS
        && value instanceof Value.NewArena(var kind, _, var label, var type, var span)
        && kind == Value.ArenaKind.SUB) {
      return new Value.NewArena(Value.ArenaKind.ROOT, null, label, type, span);
    }
    if (this == NARROWINGS_ARE_CERTAIN
        && value instanceof Value.Unwrap(Value operand, var proof, var type, var span)
        && proof == Value.Proof.NARROWED) {
      return new Value.Unwrap(operand, Value.Proof.KNOWN, type, span);
    }
    if (this == TEMPORARIES_ARE_STATIC && value instanceof Value.Format(_, var type, var span)) {
      return Rewriting.literal(type, span);
    }
    return value;
  }
}
