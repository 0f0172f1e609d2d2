package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Place;
import arenad.symbol.SymbolId;
import arenad.syntax.Ident;
import arenad.text.Span;
import arenad.type.Declaration;
import arenad.type.Substitution;
import arenad.type.Type;
import arenad.type.TypeText;
import arenad.typed.Expr;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Members that a struct has by its `forward` methods.
///
/// A forward whose body is a path of fields from `self` is written out as that path, so what it leads to is
/// a place as if it had been named in full; any other is a call, which gives a reference.
final class Forwards {
  private final Body body;
  private final String name;
  private final Ident place;
  private boolean uncertain;

  private Forwards(Body body, Ident place) {
    this.body = body;
    this.place = place;
    this.name = place.text();
  }

  /// Where a member is looked for that the struct itself does not have.
  sealed interface Found {
    /// @param object has the member itself
    record In(Expr object, Type.Named type) implements Found {}

    /// Something is wrong about which somebody complains, or has just complained.
    record Broken() implements Found {}

    record Nowhere() implements Found {}
  }

  /// One forward of a struct and the struct that it leads to.
  private record Step(SymbolId forward, List<String> fields, Type.Named target) {}

  static Found of(Body body, Expr object, Type.Named type, Ident member) {
    return new Forwards(body, member).find(object, type);
  }

  private Found find(Expr object, Type.Named type) {
    List<List<Step>> ways = waysFrom(type, new HashSet<>());
    if (ways.isEmpty()) {
      return uncertain ? new Found.Broken() : new Found.Nowhere();
    }
    if (ways.size() > 1) {
      return ambiguous(type, ways);
    }
    Expr at = object;
    for (Step step : ways.getFirst()) {
      at = stepped(at, step);
    }
    return new Found.In(at, ways.getFirst().getLast().target());
  }

  /// The ways to a struct that has the member itself, each through other forwards of the first struct.
  private List<List<Step>> waysFrom(Type.Named type, Set<SymbolId> above) {
    List<List<Step>> ways = new ArrayList<>();
    Declaration.Struct struct = body.struct(type);
    if (struct == null || !above.add(struct.symbol())) {
      return ways;
    }
    for (SymbolId forward : struct.forwards()) {
      Step step = step(struct, type, forward);
      if (step == null) {
        continue;
      }
      if (hasItself(step.target())) {
        ways.add(List.of(step));
        continue;
      }
      // Two ways on are one way here: which of them, the error says.
      for (List<Step> further : waysFrom(step.target(), above)) {
        List<Step> longer = new ArrayList<>();
        longer.add(step);
        longer.addAll(further);
        ways.add(longer);
      }
    }
    above.remove(struct.symbol());
    return ways;
  }

  private boolean hasItself(Type.Named type) {
    Declaration.Struct struct = body.struct(type);
    return struct != null
        && (struct.field(name) != null || Methods.find(body, struct.symbol(), name) != null);
  }

  private @Nullable Step step(Declaration.Struct struct, Type.Named type, SymbolId forward) {
    if (!(body.environment.declaration(forward) instanceof Declaration.Function method)
        || method.forward() == null) {
      uncertain = true;
      return null;
    }
    Type alongFields = typeAlong(body, struct, method.forward());
    Type.Named target = alongFields == null ? null : target(alongFields);
    if (target != null) {
      return new Step(forward, method.forward(), target);
    }
    Substitution substitution = new Substitution(method.typeParameters(), type.arguments());
    Type.Named ofCall = target(substitution.in(resultOf(method)));
    if (ofCall == null) {
      uncertain |= !forward.equals(body.symbol);
      return null;
    }
    return new Step(forward, List.of(), ofCall);
  }

  /// What a forward gives that is no path of fields. One that is being elaborated itself does not
  /// help to find what is named in it.
  private Type resultOf(Declaration.Function method) {
    if (method.result() != null || method.symbol().equals(body.symbol)) {
      return method.result() == null ? Type.Unit.UNKNOWN : method.result();
    }
    Type inferred = body.environment.inferredResult(method.symbol());
    return inferred == null || !(inferred instanceof Type.Ref) ? Type.Unit.UNKNOWN : inferred;
  }

  /// The type of `self.a.b`, where each name is a field of a struct; null where that is not so.
  static @Nullable Type typeAlong(Body body, Declaration.Struct struct, List<String> fields) {
    Declaration.Struct at = struct;
    Type type = null;
    for (String name : fields) {
      Declaration.Field field = at == null ? null : at.field(name);
      if (field == null) {
        return null;
      }
      type = field.type();
      Type.Named target = target(type);
      at = target == null ? null : body.struct(target);
    }
    return type;
  }

  /// The struct that a type is, or refers to.
  static Type.@Nullable Named target(Type type) {
    Type object = type instanceof Type.Ref(Type target, _, _) ? target : type;
    return object instanceof Type.Named named && named.symbol().kind() == SymbolId.Kind.STRUCT
        ? named
        : null;
  }

  private Expr stepped(Expr object, Step step) {
    if (step.fields().isEmpty()) {
      Type result = new Type.Ref(step.target());
      Expr call =
          new Expr.Call(
              step.forward(),
              true,
              object.type() instanceof Type.Named(var _, var arguments, var _)
                  ? arguments
                  : List.of(),
              List.of(object),
              result,
              object.span());
      return Members.dereferenced(call);
    }
    Expr at = object;
    for (String name : step.fields()) {
      Declaration.Struct struct = Objects.requireNonNull(body.struct(at.type()), name);
      int index = struct.fieldIndex(name);
      Type type = struct.fields().get(index).type();
      at = Members.dereferenced(new Expr.Field(at, index, name, type, object.span()));
    }
    return at;
  }

  private Found ambiguous(Type.Named type, List<List<Step>> ways) {
    List<String> first = texts(ways.getFirst());
    List<String> second = texts(ways.get(1));
    body.complaints.add(
        leadingTo(
                ways.getFirst(),
                leadingTo(
                    ways.get(1),
                    body.complaints.about(
                        Code.E0403,
                        place.span(),
                        "`"
                            + TypeText.of(type)
                            + "` has `"
                            + name
                            + "` through `"
                            + String.join(".", first)
                            + "` and through `"
                            + String.join(".", second)
                            + "`")))
            .help(
                "say which one is meant: `"
                    + String.join("().", first)
                    + "()."
                    + name
                    + "` or `"
                    + String.join("().", second)
                    + "()."
                    + name
                    + "`"));
    return new Found.Broken();
  }

  private Diagnostic leadingTo(List<Step> way, Diagnostic diagnostic) {
    SymbolId forward = way.getFirst().forward();
    return body.environment.declaration(forward) instanceof Declaration.Function method
        ? diagnostic.because(
            Place.in(forward, method.parameters().getFirst().span()),
            "`" + forward.simpleName() + "` forwards here")
        : diagnostic;
  }

  private static List<String> texts(List<Step> way) {
    return way.stream().map(step -> step.forward().simpleName()).toList();
  }

  /// The names of all members that forwards give the struct, for "did you mean".
  static List<String> names(Body body, Declaration.Struct struct) {
    List<String> names = new ArrayList<>();
    Set<SymbolId> seen = new HashSet<>();
    new Forwards(body, new Ident("", Span.at(0)))
        .gather(new Type.Named(struct.symbol()), seen, names);
    return names;
  }

  private void gather(Type.Named type, Set<SymbolId> seen, List<String> names) {
    Declaration.Struct struct = body.struct(type);
    if (struct == null || !seen.add(struct.symbol())) {
      return;
    }
    struct.fields().forEach(field -> names.add(field.name()));
    for (SymbolId forward : struct.forwards()) {
      Step step = step(struct, type, forward);
      if (step != null) {
        gather(step.target(), seen, names);
      }
    }
  }
}
