package arenad.lower;

import arenad.ir.IrFunction;
import arenad.symbol.SymbolId;
import arenad.text.Span;

/// What lowering makes of a body.
public sealed interface Lowered {

  record Graph(IrFunction function) implements Lowered {}

  /// It passes closures to `function`, which passes closures of its own to itself, and so on for ever.
  record Endless(SymbolId function, Span place) implements Lowered {}

  /// The body has an error that somebody has complained about already.
  record Hole() implements Lowered {}

  /// Written out, the body has more than [Lowering#LIMIT] instructions, which happens when `defer`s
  /// with exits of their own stand inside one another; `place` is what was being written out.
  record TooLarge(Span place) implements Lowered {}
}
