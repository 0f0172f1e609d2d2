package arenad.lifetime;

import arenad.type.Declaration;
import arenad.type.Type;
import java.util.List;

/// The contracts of functions whose bodies are outside of the language.
public final class ExternContract {
  private ExternContract() {}

  /// Such a function keeps nothing of what it is given. What it returns is made anew: in the arena that it
  /// is given, if it takes one.
  public static Contract of(Declaration.Function extern) {
    for (Declaration.Parameter parameter : extern.parameters()) {
      if (parameter.type() instanceof Type.Arena && mayHold(extern.result())) {
        Position arena = Position.root(parameter.name());
        Position result = Position.root(Position.RETURN);
        return made(new Contract.Flow(arena, result, false));
      }
    }
    return Contract.EMPTY;
  }

  private static Contract made(Contract.Flow flow) {
    Contract empty = Contract.EMPTY;
    return new Contract(
        List.of(flow),
        empty.bounds(),
        empty.arenas(),
        empty.objects(),
        empty.frees(),
        empty.uses(),
        empty.apart(),
        empty.declared(),
        empty.writes(),
        empty.regions());
  }

  private static boolean mayHold(Type type) {
    return switch (Type.withoutNull(type)) {
      case Type.Text _ -> true;
      case Type.Builtin builtin -> builtin.container() == Type.Container.SPAN;
      case Type _ -> false;
    };
  }
}
