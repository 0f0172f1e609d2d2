package arenad.oracle;

import arenad.symbol.SymbolId;
import arenad.type.Declaration;
import arenad.typed.TypedFunction;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Runs typed trees as they stand, by recursion, without a graph: the judge of lowering. A `defer` is a list that
/// the block runs when it is left, a `break` an exception, a condition a `bool`. It notices no fault of memory.
public final class TreeRun {

  final SimulatedMemory memory = new SimulatedMemory();
  final StringBuilder output = new StringBuilder();

  /// Temporaries never end here.
  final Home temporaries = Home.ofFrame("the whole run");

  private final Map<SymbolId, TypedFunction> functions;

  /// What is in structs.
  final SpanOperations.Fields fields;

  private TreeRun(Map<SymbolId, TypedFunction> functions, SpanOperations.Fields fields) {
    this.functions = functions;
    this.fields = fields;
  }

  /// What the program prints, and at the end its panic if there is one.
  public static String of(
      Map<SymbolId, TypedFunction> functions,
      Function<SymbolId, @Nullable Declaration> declarations,
      SymbolId main) {
    TreeRun run = new TreeRun(functions, SpanOperations.of(declarations));
    try {
      run.call(main, List.of());
    } catch (PanicSignal panic) {
      run.output.append("panic: ").append(panic.getMessage());
    }
    return run.output.toString();
  }

  @Nullable Datum call(SymbolId callee, List<Datum> arguments) {
    TypedFunction function = functions.get(callee);
    if (function == null) {
      throw new IllegalStateException("no function " + callee.qualifiedName());
    }
    TreeStatements statements = new TreeStatements(this);
    for (int i = 0; i < arguments.size(); i++) {
      statements.declare(function.variables().get(i), arguments.get(i));
    }
    try {
      statements.block(function.body());
      return null;
    } catch (TreeStatements.Returned returned) {
      return returned.value;
    }
  }
}
