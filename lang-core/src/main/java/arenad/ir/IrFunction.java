package arenad.ir;

import arenad.symbol.SymbolId;
import arenad.text.Span;
import arenad.type.Type;
import arenad.typed.Witness;
import java.util.List;

/// One function as a control-flow graph.
///
/// @param source the symbol in whose tokens its spans are counted: its own, or of a part, the one whose code it is
/// @param parameters the first `parameters` of `locals` are the parameters, `self` first (a `&T` to
///   the object)
/// @param blocks indexed by their number; 0 is the entry
/// @param end the closing brace of the source, blamed where control falls out
/// @param witnesses of the requirements that its calls meet
/// @param parts the functions that belong to it: its closures, and the instances of functions that it passes
///   functions to
public record IrFunction(
    SymbolId symbol,
    SymbolId source,
    int parameters,
    List<Local> locals,
    Type result,
    List<Block> blocks,
    Span name,
    Span end,
    List<Witness> witnesses,
    List<IrFunction> parts) {
  public IrFunction {
    locals = List.copyOf(locals);
    blocks = List.copyOf(blocks);
    witnesses = List.copyOf(witnesses);
    parts = List.copyOf(parts);
  }

  /// A function that has no parts and is none, in which no type argument is required to have methods.
  public IrFunction(
      SymbolId symbol,
      int parameters,
      List<Local> locals,
      Type result,
      List<Block> blocks,
      Span name,
      Span end) {
    this(symbol, symbol, parameters, locals, result, blocks, name, end, List.of(), List.of());
  }

  /// Whether it takes functions: then it can only be looked at, and code is made of its instances.
  public boolean takesFunctions() {
    return locals.subList(0, parameters).stream()
        .anyMatch(parameter -> parameter.type() instanceof Type.Function);
  }

  /// The same function with other parts.
  public IrFunction withParts(List<IrFunction> others) {
    return new IrFunction(
        symbol, source, parameters, locals, result, blocks, name, end, witnesses, others);
  }

  /// The same function with other blocks.
  public IrFunction withBlocks(List<Block> others) {
    return new IrFunction(
        symbol, source, parameters, locals, result, others, name, end, witnesses, parts);
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
