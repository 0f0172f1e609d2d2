package arenad.checker;

import arenad.diagnostic.Code;
import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Place;
import arenad.ir.Instruction;
import arenad.ir.IrFunction;
import arenad.ir.Terminator;
import arenad.ir.Value;
import arenad.ir.Values;
import arenad.symbol.SymbolId;
import arenad.type.Declaration;
import arenad.type.Type;
import arenad.type.TypeText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The parts of a function, its closures and the instances that it calls, as the checker takes them: functions
/// like others, but nobody has declared them, and what is wrong in an instance is the doing of the call.
final class PartOf {
  private PartOf() {}

  /// What would be declared of a part: its parameters.
  static Declaration.Function declaration(IrFunction part) {
    List<Declaration.Parameter> parameters = new ArrayList<>();
    for (IrFunction.Local local : part.locals().subList(0, part.parameters())) {
      Type type = local.type();
      if (local.name().equals("self") && type instanceof Type.Ref(Type object, _, _)) {
        type = object;
      }
      parameters.add(
          new Declaration.Parameter(local.name(), type, TypeText.of(type), null, local.span()));
    }
    return new Declaration.Function(
        part.symbol(), false, List.of(), parameters, part.result(), null, List.of(), null, null);
  }

  /// Whether it is a function that was declared, given functions; else it is a closure.
  static boolean isInstance(IrFunction function) {
    return function.symbol().isPart()
        && function.symbol().simpleName().equals(function.source().simpleName());
  }

  /// What was found in an instance. The call is blamed that passes a closure there: the code may be right for
  /// every other closure.
  static List<Diagnostic> blamed(List<Diagnostic> found, IrFunction part, IrFunction owner) {
    Value.Call call = callFrom(owner, part.symbol());
    if (call == null) {
      return List.of();
    }
    String callee = call.callee().simpleName();
    return found.stream()
        .filter(Diagnostic::isError)
        .map(each -> at(each, Place.in(owner.source(), call.span()), callee))
        .toList();
  }

  private static Diagnostic at(Diagnostic found, Place call, String callee) {
    Diagnostic blamed =
        Diagnostic.of(
                found.code(),
                call,
                "`" + callee + "` cannot be given this function: " + found.message())
            .because(found.primary(), "in `" + callee + "`, here");
    return found.code() == Code.E0307
        ? blamed.help(
            "what `requires` of `" + callee + "` does not say, no function given to it may need")
        : blamed;
  }

  /// The call in the owner's own code that leads to a part, through other parts if need be.
  private static Value.@Nullable Call callFrom(IrFunction owner, SymbolId part) {
    Set<SymbolId> seen = new HashSet<>();
    List<SymbolId> wanted = new ArrayList<>(List.of(part));
    while (!wanted.isEmpty()) {
      SymbolId callee = wanted.removeFirst();
      if (!seen.add(callee)) {
        continue;
      }
      List<IrFunction> all = new ArrayList<>(owner.parts());
      all.add(owner);
      for (IrFunction caller : all) {
        Value.Call call = callIn(caller, callee);
        if (call != null && caller.source().equals(owner.source())) {
          return call;
        }
        if (call != null) {
          wanted.add(caller.symbol());
        }
      }
    }
    return null;
  }

  private static Value.@Nullable Call callIn(IrFunction function, SymbolId callee) {
    List<Value> values = new ArrayList<>();
    for (IrFunction.Block block : function.blocks()) {
      for (Instruction instruction : block.instructions()) {
        values.addAll(Values.valuesOf(instruction));
      }
      Terminator end = block.end();
      values.addAll(Values.valuesOf(end));
    }
    List<Value.Call> found = new ArrayList<>();
    for (Value value : values) {
      Values.anyIn(
          value,
          each -> {
            if (each instanceof Value.Call call && call.callee().equals(callee)) {
              found.add(call);
            }
            return false;
          });
    }
    return found.isEmpty() ? null : found.getFirst();
  }
}
