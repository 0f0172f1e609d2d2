package arenad.checker;

import arenad.diagnostic.Code;
import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Place;
import arenad.ir.Instruction;
import arenad.ir.IrFunction;
import arenad.ir.Value;
import arenad.ir.Values;
import arenad.symbol.SymbolId;
import arenad.type.Declaration;
import arenad.type.Declaration.TypeParameter;
import arenad.type.Growth;
import java.util.ArrayList;
import java.util.List;

/// Generic functions that call each other with ever larger type arguments, so that code for them would have no end. Such
/// circles lie within one group of functions that can reach each other.
final class EndlessInstances {
  private EndlessInstances() {}

  private record Call(IrFunction caller, Value.Call call) {}

  static List<Diagnostic> of(List<IrFunction> group, Callees callees) {
    List<SymbolId> members = group.stream().map(IrFunction::symbol).toList();
    List<Call> calls = new ArrayList<>();
    for (IrFunction function : group) {
      calls.addAll(genericCalls(function, members));
    }
    Growth growth = new Growth();
    for (Call each : calls) {
      growth.add(
          each.caller().symbol(),
          parameters(each.caller(), callees),
          each.call().callee(),
          each.call().typeArguments());
    }
    return calls.stream()
        .filter(
            each ->
                growth.isEndless(
                    each.caller().symbol(),
                    parameters(each.caller(), callees),
                    each.call().callee(),
                    each.call().typeArguments()))
        .map(EndlessInstances::report)
        .toList();
  }

  private static List<Call> genericCalls(IrFunction function, List<SymbolId> members) {
    List<Call> calls = new ArrayList<>();
    for (IrFunction.Block block : function.blocks()) {
      List<Value> values = new ArrayList<>();
      for (Instruction instruction : block.instructions()) {
        values.addAll(Values.valuesOf(instruction));
      }
      values.addAll(Values.valuesOf(block.end()));
      for (Value value : values) {
        Values.anyIn(
            value,
            each -> {
              if (each instanceof Value.Call call
                  && !call.typeArguments().isEmpty()
                  && members.contains(call.callee())) {
                calls.add(new Call(function, call));
              }
              return false;
            });
      }
    }
    return calls;
  }

  private static List<TypeParameter> parameters(IrFunction function, Callees callees) {
    Declaration.Function declaration = callees.declaration(function.symbol());
    return declaration == null ? List.of() : declaration.typeParameters();
  }

  private static Diagnostic report(Call each) {
    String callee = "`" + each.call().callee().simpleName() + "`";
    return Diagnostic.of(
            Code.E0408,
            Place.in(each.caller().symbol(), each.call().span()),
            "this call leads back here with ever larger types, so there is no end of instances of "
                + callee)
        .help(
            "let the type arguments stay as they are where functions call each other in a circle");
  }
}
