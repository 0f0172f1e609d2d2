package arenad.lifetime;

import arenad.type.Binding;
import arenad.type.Declaration;
import arenad.type.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The contracts of functions whose bodies are outside of the language.
public final class ExternContract {
  private ExternContract() {}

  /// Such a function keeps nothing of what it is given. What it returns is made anew: in the arena that it
  /// is given, if it takes one.
  public static Contract of(Declaration.Function extern) {
    Binding binding = extern.binding();
    if (binding != null && binding.convention() == Binding.Convention.ENDING) {
      Position arena = Position.root(extern.parameters().getFirst().name());
      return contract(List.of(), List.of(arena));
    }
    for (Declaration.Parameter parameter : extern.parameters()) {
      if (parameter.type() instanceof Type.Arena && mayHold(extern.result())) {
        Position arena = Position.root(parameter.name());
        Position result = Position.root(Position.RETURN);
        return contract(List.of(new Contract.Flow(arena, result, false)), List.of());
      }
    }
    return Contract.EMPTY;
  }

  private static Contract contract(List<Contract.Flow> flows, List<Position> frees) {
    Contract empty = Contract.EMPTY;
    return new Contract(
        flows,
        empty.bounds(),
        empty.arenas(),
        empty.objects(),
        frees,
        empty.uses(),
        empty.apart(),
        empty.declared(),
        empty.writes(),
        empty.regions(),
        empty.alters(),
        empty.spares());
  }

  /// Whether a result can be made in an arena; an extern function states its own.
  private static boolean mayHold(@Nullable Type result) {
    if (result == null) {
      return false;
    }
    return switch (Type.withoutNull(result)) {
      case Type.Text _ -> true;
      case Type.Builtin builtin -> builtin.container() == Type.Container.SPAN;
      case Type _ -> false;
    };
  }
}
