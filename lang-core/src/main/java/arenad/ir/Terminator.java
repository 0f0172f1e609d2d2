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
      case Switch(Value _, List<Integer> targets, Span _) -> targets.stream().distinct().toList();
      case Return _, Panic _, Unreachable _ -> List.of();
    };
  }

  record Goto(int target, Span span) implements Terminator {}

  record Branch(Value condition, int then, int otherwise, Span span) implements Terminator {}

  /// Goes where the tag of a union, or of a reference to one, leads.
  ///
  /// @param targets of the tags from 1 on
  record Switch(Value union, List<Integer> targets, Span span) implements Terminator {
    public Switch {
      targets = List.copyOf(targets);
    }
  }

  /// `value` is a constant or a local that was assigned before defers ran and frames ended.
  record Return(@Nullable Value value, Span span) implements Terminator {}

  record Panic(Value message, Span span) implements Terminator {}

  /// After a call that does not come back.
  record Unreachable(Span span) implements Terminator {}
}
