package arenad.ir;

import arenad.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a block ends.
public sealed interface Terminator {

  Span span();

  /// The blocks that control may go to.
  default List<Integer> successors() {
    return switch (this) {
      case Goto(int target, Span _) -> List.of(target);
      case Branch(Value _, int then, int otherwise, Span _) -> List.of(then, otherwise);
      case Return _, Panic _, Unreachable _ -> List.of();
    };
  }

  record Goto(int target, Span span) implements Terminator {}

  record Branch(Value condition, int then, int otherwise, Span span) implements Terminator {}

  /// `value` is a constant or a local that was assigned before defers ran and frames ended.
  record Return(@Nullable Value value, Span span) implements Terminator {}

  record Panic(Value message, Span span) implements Terminator {}

  /// After a call that does not come back.
  record Unreachable(Span span) implements Terminator {}
}
