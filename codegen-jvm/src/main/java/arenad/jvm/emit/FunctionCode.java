package arenad.jvm.emit;

import arenad.ir.IrFunction;

/// One function to emit, and where its tokens stand.
public record FunctionCode(IrFunction function, LineOf lines) {}
