package arenad.oracle;

import arenad.symbol.SymbolId;
import arenad.type.Declaration;
import arenad.type.Substitution;
import arenad.type.Type;
import arenad.typed.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Spans: elements in an arena that begin as zeros.
final class SpanOperations {

  private SpanOperations() {}

  /// @param zero makes the first value of an element
  static @Nullable Datum of(Operation operation, List<Datum> data, Supplier<Datum> zero) {
    if (operation == Operation.SPAN_NEW) {
      return fresh(data, zero);
    }
    Datum.Slice span = (Datum.Slice) data.getFirst();
    if (operation == Operation.SPAN_LENGTH) {
      return new Datum.Whole(span.cells().size());
    }
    SimulatedMemory.requireLive(span.home(), "a span");
    return switch (operation) {
      case SPAN_FILL -> {
        SimulatedMemory.requireOutlives(data.get(1), span.home());
        span.cells().forEach(cell -> cell.set(data.get(1).copy()));
        yield null;
      }
      case SPAN_SLICE -> {
        long from = whole(data, 1);
        long to = whole(data, 2);
        if (from < 0 || to < from || to > span.cells().size()) {
          throw new PanicSignal("slice out of range");
        }
        yield new Datum.Slice(span.cells().subList((int) from, (int) to), span.home());
      }
      default -> throw new IllegalStateException("the oracle does not know " + operation);
    };
  }

  static Cell element(Datum.Slice span, long index) {
    SimulatedMemory.requireLive(span.home(), "a span");
    return span.cells().get(Builtins.checked(index, span.cells().size()));
  }

  private static Datum fresh(List<Datum> data, Supplier<Datum> zero) {
    SimulatedArena arena = ((Datum.Handle) data.getFirst()).arena();
    SimulatedMemory.requireLive(arena);
    long alignment = whole(data, 2);
    if (whole(data, 1) < 0 || alignment > 4096 || (alignment & alignment - 1) != 0) {
      throw new PanicSignal("a span of " + whole(data, 1) + " aligned to " + alignment);
    }
    List<Cell> cells = new ArrayList<>();
    for (long i = 0; i < whole(data, 1); i++) {
      cells.add(new Cell(zero.get()));
    }
    arena.use(cells.size());
    return new Datum.Slice(cells, arena.generation());
  }

  /// The value of a type that is all zeros.
  ///
  /// @param fields the types of the fields of a struct
  static Datum zero(Type type, Fields fields) {
    return switch (type) {
      case Type.Scalar scalar when scalar.isFloat() -> new Datum.Real(0);
      case Type.Scalar _ -> new Datum.Whole(0);
      case Type.Optional _ -> new Datum.Absent();
      case Type.FixedArray(Type element, int length) -> {
        List<Datum> elements = new ArrayList<>();
        for (int i = 0; i < length; i++) {
          elements.add(zero(element, fields));
        }
        yield Evaluation.aggregate(elements);
      }
      case Type.Tuple(List<Type> elements) -> zeros(elements, fields);
      case Type.Named named -> zeros(fields.of(named), fields);
      case Type.Unit _,
          Type.Text _,
          Type.Arena _,
          Type.Ref _,
          Type.Parameter _,
          Type.Function _,
          Type.Builtin _ ->
          throw new IllegalStateException("no zeros of " + type);
    };
  }

  /// What the oracle knows of structs.
  interface Fields {
    List<Type> of(Type.Named struct);
  }

  static Fields of(Function<SymbolId, @Nullable Declaration> declarations) {
    return struct -> {
      Declaration.Struct declared =
          (Declaration.Struct) Objects.requireNonNull(declarations.apply(struct.symbol()));
      return new Substitution(declared.typeParameters(), struct.arguments())
          .in(declared).fields().stream().map(Declaration.Field::type).toList();
    };
  }

  private static Datum zeros(List<Type> types, Fields fields) {
    return Evaluation.aggregate(types.stream().map(each -> zero(each, fields)).toList());
  }

  private static long whole(List<Datum> data, int index) {
    return Computation.whole(data.get(index));
  }
}
