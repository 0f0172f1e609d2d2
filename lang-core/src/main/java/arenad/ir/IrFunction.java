package arenad.ir;

import arenad.symbol.SymbolId;
import arenad.text.Span;
import arenad.type.Type;
import arenad.typed.Witness;
import java.util.List;

/// One function as a control-flow graph.
///
/// @param parameters the first `parameters` of `locals` are the parameters, `self` first (a `&T` to
///   the object)
/// @param blocks indexed by their number; 0 is the entry
/// @param end the closing brace of the source, blamed where control falls out
/// @param witnesses of the requirements that its calls meet
public record IrFunction(
    SymbolId symbol,
    int parameters,
    List<Local> locals,
    Type result,
    List<Block> blocks,
    Span name,
    Span end,
    List<Witness> witnesses) {
  public IrFunction {
    locals = List.copyOf(locals);
    blocks = List.copyOf(blocks);
    witnesses = List.copyOf(witnesses);
  }

  /// A function in which no type argument is required to have methods.
  public IrFunction(
      SymbolId symbol,
      int parameters,
      List<Local> locals,
      Type result,
      List<Block> blocks,
      Span name,
      Span end) {
    this(symbol, parameters, locals, result, blocks, name, end, List.of());
  }

  /// The same function with other blocks.
  public IrFunction withBlocks(List<Block> others) {
    return new IrFunction(symbol, parameters, locals, result, others, name, end, witnesses);
  }

  /// A variable of the source, or a temporary of lowering (`name` is empty).
  public record Local(int index, String name, Type type, Span span) {
    public boolean isTemporary() {
      return name.isEmpty();
    }
  }

  public record Block(List<Instruction> instructions, Terminator end) {
    public Block {
      instructions = List.copyOf(instructions);
    }
  }
}
