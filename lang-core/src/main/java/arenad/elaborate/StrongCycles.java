package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Edit;
import arenad.diagnostic.Fix;
import arenad.resolve.Complaints;
import arenad.symbol.SymbolId;
import arenad.text.Span;
import arenad.type.Declaration;
import arenad.type.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds types whose values can keep each other alive: a struct in a `Shared` from which a `Shared` of the same
/// struct can be reached. Counting never ends such a circle; a `Weak` in it does.
final class StrongCycles {
  private StrongCycles() {}

  /// The warnings about the fields of a struct, each of which begins such a way.
  static List<Diagnostic> of(Declaration.Struct struct, Environment environment) {
    Complaints complaints = new Complaints(struct.symbol());
    for (Declaration.Field field : struct.fields()) {
      Type shared = sharedIn(field.type());
      if (shared == null) {
        continue;
      }
      List<String> way = wayTo(struct.symbol(), shared, environment, new HashSet<>());
      if (way != null) {
        complaints.add(warning(complaints, struct, field, way));
      }
    }
    return complaints.all();
  }

  private static Diagnostic warning(
      Complaints complaints, Declaration.Struct struct, Declaration.Field field, List<String> way) {
    String name = struct.symbol().name();
    String through = way.isEmpty() ? "" : " through `" + String.join("`, `", way) + "`";
    Diagnostic diagnostic =
        complaints
            .about(
                Code.W0323,
                field.span(),
                "`"
                    + field.name()
                    + "` can close a circle of strong handles: a `Shared<"
                    + name
                    + ">` leads to another"
                    + through
                    + ", and none of them would ever be dropped")
            .help("let one of them be a `Weak<...>`, and `upgrade()` it where it is used");
    boolean direct =
        Type.withoutNull(field.type()) instanceof Type.Builtin(Type.Container container, _)
            && container == Type.Container.SHARED;
    if (!direct) {
      return diagnostic;
    }
    // The type follows the name and the colon.
    int token = field.span().last() + 2;
    Edit edit = new Edit.Replace(complaints.at(new Span(token, token)), "Weak");
    return diagnostic.fix(new Fix("Make `" + field.name() + "` a `Weak`", edit));
  }

  /// What the first `Shared` in a type leads to, or null.
  private static @Nullable Type sharedIn(Type type) {
    return switch (type) {
      case Type.Builtin(Type.Container container, var arguments) ->
          container == Type.Container.SHARED ? arguments.getFirst() : null;
      case Type.Optional(Type of) -> sharedIn(of);
      case Type.FixedArray(Type element, int _) -> sharedIn(element);
      case Type.Tuple(var elements) -> {
        for (Type element : elements) {
          Type found = sharedIn(element);
          if (found != null) {
            yield found;
          }
        }
        yield null;
      }
      case Type.Scalar _,
          Type.Unit _,
          Type.Text _,
          Type.Arena _,
          Type.Ref _,
          Type.Named _,
          Type.Parameter _,
          Type.Function _ ->
          null;
    };
  }

  /// The structs between a type and `target`, if a strong way leads there; else null.
  private static @Nullable List<String> wayTo(
      SymbolId target, Type type, Environment environment, Set<SymbolId> seen) {
    return switch (type) {
      case Type.Named(SymbolId symbol, List<Type> _, var _) -> {
        if (symbol.equals(target)) {
          yield List.of();
        }
        if (!seen.add(symbol)
            || !(environment.declaration(symbol) instanceof Declaration.Struct struct)) {
          yield null;
        }
        for (Declaration.Field field : struct.fields()) {
          List<String> way = wayTo(target, field.type(), environment, seen);
          if (way != null) {
            List<String> longer = new ArrayList<>();
            longer.add(struct.symbol().name());
            longer.addAll(way);
            yield longer;
          }
        }
        yield null;
      }
      case Type.Builtin(Type.Container container, var arguments) -> {
        boolean strong = container == Type.Container.SHARED || container == Type.Container.OWNED;
        yield strong ? wayTo(target, arguments.getFirst(), environment, seen) : null;
      }
      case Type.Optional(Type of) -> wayTo(target, of, environment, seen);
      case Type.FixedArray(Type element, int _) -> wayTo(target, element, environment, seen);
      case Type.Tuple(var elements) -> {
        for (Type element : elements) {
          List<String> way = wayTo(target, element, environment, seen);
          if (way != null) {
            yield way;
          }
        }
        yield null;
      }
      case Type.Scalar _,
          Type.Unit _,
          Type.Text _,
          Type.Arena _,
          Type.Ref _,
          Type.Parameter _,
          Type.Function _ ->
          null;
    };
  }
}
