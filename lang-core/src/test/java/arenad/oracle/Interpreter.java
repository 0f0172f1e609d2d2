package arenad.oracle;

import arenad.ir.Instruction;
import arenad.ir.IrFunction;
import arenad.ir.Place;
import arenad.ir.Terminator;
import arenad.ir.Value;
import arenad.symbol.SymbolId;
import arenad.text.Span;
import arenad.type.Declaration;
import arenad.type.Type;
import arenad.typed.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Runs functions over a simulated memory. A function named `flip` without parameters that gives a
/// `bool` is not run: its result is a choice of the caller.
public final class Interpreter {

  private static final int DEEPEST = 1_500;

  /// Programs that look for faults are small; those of real size would spend their time in searches.
  private static final int MOST_SEARCHES = 2_000;

  private static final int MOST_CALLS = 20;

  private final Map<SymbolId, IrFunction> functions;
  final SpanOperations.Fields fields;
  private final BooleanSupplier choices;
  final SimulatedMemory memory = new SimulatedMemory();
  final StringBuilder output = new StringBuilder();
  private long steps;
  private List<Activation> calls = new ArrayList<>();
  private final Crew crew = new Crew(memory, this::runThread);
  private int mostDangling;
  private int searches;

  private Interpreter(
      Map<SymbolId, IrFunction> functions,
      SpanOperations.Fields fields,
      BooleanSupplier choices,
      long steps) {
    this.functions = new HashMap<>(functions);
    functions
        .values()
        .forEach(each -> each.parts().forEach(part -> this.functions.put(part.symbol(), part)));
    this.fields = fields;
    this.choices = choices;
    this.steps = steps;
  }

  /// One run.
  ///
  /// @param dangling the most references to dead memory that live objects ever held at once
  public record Run(Outcome outcome, int dangling) {}

  private static final class OutOfSteps extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /// Ends the run with a status.
  static final class Exit extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final long status;

    Exit(long status) {
      super(null, null, false, false);
      this.status = status;
    }
  }

  /// @param declarations what the types of the program are
  /// @param choices what `flip()` gives, one after the other
  /// @param steps how many blocks may be passed before the run is stopped
  public static Run run(
      Map<SymbolId, IrFunction> functions,
      Function<SymbolId, @Nullable Declaration> declarations,
      SymbolId main,
      BooleanSupplier choices,
      long steps) {
    SpanOperations.Fields fields = SpanOperations.of(declarations);
    Interpreter interpreter = new Interpreter(functions, fields, choices, steps);
    return new Run(interpreter.outcome(main), interpreter.mostDangling);
  }

  private Outcome outcome(SymbolId main) {
    try {
      Datum result = call(main, List.of());
      crew.finish();
      if (memory.ownsSomething()) {
        throw new MemoryTrap(
            MemoryTrap.Kind.LEAK, "something is owned still", main.qualifiedName(), new Span(0, 0));
      }
      return new Outcome.Finished(
          output.toString(), result instanceof Datum.Whole(long status) ? status : 0);
    } catch (Exit exit) {
      return new Outcome.Finished(output.toString(), exit.status);
    } catch (PanicSignal panic) {
      return new Outcome.Panicked(output.toString(), String.valueOf(panic.getMessage()));
    } catch (StackOverflowError _) {
      return new Outcome.Panicked(output.toString(), "stack overflow");
    } catch (MemoryTrap trap) {
      return new Outcome.Trapped(output.toString(), trap);
    } catch (OutOfSteps _) {
      return new Outcome.OutOfSteps(output.toString());
    }
  }

  private void runThread(SymbolId function) {
    calls = new ArrayList<>();
    call(function, List.of());
  }

  /// What threads and channels do. Other threads may run meanwhile, each with calls of its own.
  @Nullable Datum threads(Operation operation, List<Datum> data) {
    List<Activation> own = calls;
    Datum result = crew.of(operation, data);
    calls = own;
    return result;
  }

  /// The result, or null of a function without one.
  @Nullable Datum call(SymbolId callee, List<Datum> arguments) {
    if (callee.simpleName().equals("flip") && arguments.isEmpty()) {
      return new Datum.Whole(choices.getAsBoolean() ? 1 : 0);
    }
    IrFunction function = functions.get(callee);
    if (function == null) {
      throw new IllegalStateException("no function " + callee.qualifiedName());
    }
    if (calls.size() == DEEPEST) {
      throw new PanicSignal("stack overflow");
    }
    Activation activation = new Activation(function, arguments);
    calls.add(activation);
    Datum result = new Steps(activation).run();
    activation.end();
    calls.removeLast();
    return result;
  }

  MemoryTrap trap(SimulatedMemory.Violation violation, Activation where, Span span) {
    String message = String.valueOf(violation.getMessage());
    return new MemoryTrap(violation.kind, message, where.function.symbol().qualifiedName(), span);
  }

  private void pay() {
    if (--steps < 0) {
      throw new OutOfSteps();
    }
  }

  /// The blocks of one call.
  private final class Steps {
    private final Activation activation;
    private final Evaluation evaluation;

    Steps(Activation activation) {
      this.activation = activation;
      evaluation = new Evaluation(Interpreter.this, activation);
    }

    @Nullable Datum run() {
      int at = 0;
      while (true) {
        pay();
        IrFunction.Block block = activation.function.blocks().get(at);
        block.instructions().forEach(this::guarded);
        switch (block.end()) {
          case Terminator.Goto(int target, _) -> at = target;
          case Terminator.Branch(Value condition, int then, int otherwise, _) ->
              at = evaluation.truth(condition) ? then : otherwise;
          case Terminator.Switch(Value union, var targets, _) ->
              at = targets.get(Tagged.tag(evaluation.value(union)) - 1);
          case Terminator.Return(Value value, Span span) -> {
            return value == null ? null : result(value, span);
          }
          case Terminator.Panic(Value message, _) ->
              throw new PanicSignal(evaluation.string(message));
          case Terminator.Unreachable _ ->
              throw new IllegalStateException("reached what cannot be reached");
        }
      }
    }

    private Datum result(Value value, Span span) {
      Datum result = evaluation.value(value);
      activation.end();
      if (SimulatedMemory.diedSince(activation.stack, result)) {
        var violation =
            new SimulatedMemory.Violation(
                MemoryTrap.Kind.DEAD_RESULT,
                "the result lived in " + SimulatedMemory.homeOf(result));
        throw trap(violation, activation, span);
      }
      return result;
    }

    private void guarded(Instruction instruction) {
      try {
        step(instruction);
      } catch (SimulatedMemory.Violation violation) {
        throw trap(violation, activation, instruction.span());
      }
    }

    private void step(Instruction instruction) {
      switch (instruction) {
        case Instruction.Assign(Place.OfLocal(var local), Value value, boolean initial, _)
            when initial ->
            activation.renew(local, evaluation.value(value));
        case Instruction.Assign(Place place, Value value, _, _) -> evaluation.assign(place, value);
        case Instruction.Evaluate(Value value, _) -> {
          if (value.type() == Type.Unit.VOID || value.type() == Type.Unit.NEVER) {
            evaluation.effect(value);
          } else {
            evaluation.value(value);
          }
        }
        case Instruction.Free(Value arena, boolean scoped, _) -> {
          ended(memory.free(evaluation.arena(arena), scoped));
        }
        case Instruction.Reset(Value arena, _) -> {
          ended(memory.reset(evaluation.arena(arena)));
        }
        case Instruction.EnterFrame(int frame, _) -> activation.enterFrame(frame);
        case Instruction.BeginTurns(int frame, _) -> activation.beginTurns(frame);
        case Instruction.LeaveFrame(int frame, var kept, _) -> {
          activation.leaveFrame(frame, kept);
          if (mayBeSearched()) {
            Reachable.requireNoTemporary(calls);
          }
        }
      }
    }

    private void ended(Set<Home> died) {
      mostDangling = Math.max(mostDangling, memory.dangling());
      if (mayBeSearched()) {
        Reachable.requireNothingOf(died, calls);
      }
    }

    private boolean mayBeSearched() {
      return searches++ < MOST_SEARCHES && calls.size() < MOST_CALLS && memory.isSmall();
    }
  }
}
