package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.diagnostic.Diagnostic;
import arenad.resolve.Complaints;
import arenad.symbol.SymbolId;
import arenad.syntax.Field;
import arenad.syntax.Ident;
import arenad.syntax.Item;
import arenad.text.Span;
import arenad.type.Declaration;
import arenad.type.Substitution;
import arenad.type.Type;
import arenad.type.Variants;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The declarations of structs.
public final class Structs {
  /// How many types are looked at inside of one. Only of a type that grows without end there are
  /// more, and of that another struct complains.
  private static final int MOST_INSIDE = 1_000;

  private Structs() {}

  static Declaration.Struct of(
      Item.Struct syntax, SymbolId symbol, Environment environment, Complaints complaints) {
    Set<String> regions = Signatures.regionsOf(syntax.typeParams());
    Body body =
        new Body(environment, symbol, complaints, Generic.namesOf(syntax.typeParams()), regions);
    List<Declaration.Field> fields = new ArrayList<>();
    Map<String, Ident> names = new HashMap<>();
    for (Field field : syntax.fields()) {
      checkName(field.name(), names, syntax, symbol, body);
      Type type = body.types.of(field.type());
      fields.add(
          new Declaration.Field(
              field.name().text(),
              type,
              Signatures.defaultValue(body, field.defaultValue(), type),
              field.name().span()));
    }
    checkRegions(regions, names, body);
    return new Declaration.Struct(
        symbol,
        syntax.exported(),
        Generic.of(List.of(), syntax.typeParams(), syntax.requires(), body),
        List.copyOf(regions),
        fields,
        syntax.forwards().stream().map(name -> method(symbol, name)).toList());
  }

  /// Region parameters stand beside the fields where lifetimes are named.
  private static void checkRegions(Set<String> regions, Map<String, Ident> fields, Body body) {
    for (String region : regions) {
      Ident field = fields.get(region);
      if (field != null) {
        body.complaints.add(
            Code.E0105, field.span(), "`" + region + "` is a region of this struct already");
      }
    }
  }

  private static SymbolId method(SymbolId struct, String name) {
    return new SymbolId(struct.module(), SymbolId.Kind.METHOD, struct.name() + "." + name);
  }

  private static void checkName(
      Ident name, Map<String, Ident> names, Item.Struct syntax, SymbolId symbol, Body body) {
    if (name.isMissing()) {
      return;
    }
    Ident before = names.putIfAbsent(name.text(), name);
    if (before != null) {
      body.complaints.add(
          body.complaints
              .about(Code.E0105, name.span(), "there are two fields `" + name.text() + "`")
              .because(body.complaints.at(before.span()), "the first is here"));
    } else if (Methods.find(body, symbol, name.text()) != null && !isForward(name, syntax)) {
      body.complaints.add(Code.E0105, name.span(), "`" + name.text() + "` is a field and a method");
    }
  }

  /// A `forward` method may have the name of the field that it leads to: nobody needs to call it.
  private static boolean isForward(Ident name, Item.Struct syntax) {
    return syntax.forwards().contains(name.text());
  }

  /// What can be said of a struct only when the structs inside of it are known: that it does not
  /// contain itself, and keeps itself alive by no circle of counted handles. Asked apart from its declaration, which must not depend on those.
  public static List<Diagnostic> checkSize(Declaration.Struct struct, Environment environment) {
    Complaints complaints = new Complaints(struct.symbol());
    int first = struct.exported() ? 2 : 1;
    Span name = new Span(first, first);
    Arities.checkBounds(struct.typeParameters(), name, environment, complaints);
    for (Declaration.Field field : struct.fields()) {
      Arities.check(field.type(), field.span(), environment, complaints);
      if (EndlessTypes.leadsFrom(
          struct.symbol(), struct.typeParameters(), field.type(), environment)) {
        complaints.add(
            Code.E0408,
            field.span(),
            "`" + struct.symbol().name() + "` leads to ever larger types of its own kind");
        return complaints.all();
      }
    }
    for (Declaration.Field field : struct.fields()) {
      List<String> way = wayTo(struct.symbol(), field.type(), environment, new HashSet<>());
      if (way != null) {
        String through = way.isEmpty() ? "" : " through `" + String.join("`, `", way) + "`";
        complaints.add(
            complaints
                .about(
                    Code.E0110,
                    field.span(),
                    "`"
                        + struct.symbol().name()
                        + "` contains itself"
                        + through
                        + ", so it would be infinitely large")
                .help("a reference has a size of its own: `&" + struct.symbol().name() + "?`"));
        break;
      }
    }
    List<Diagnostic> all = new ArrayList<>(complaints.all());
    all.addAll(StrongCycles.of(struct, environment));
    return all;
  }

  /// The structs between a type and `target`, if it holds one inline; else null.
  static @Nullable List<String> wayTo(
      SymbolId target, Type type, Environment environment, Set<Type> seen) {
    return switch (type) {
      case Type.Named named -> {
        if (named.symbol().equals(target)) {
          yield List.of();
        }
        yield seen.size() < MOST_INSIDE && seen.add(type)
            ? wayThrough(target, named, inlineIn(named, environment), environment, seen)
            : null;
      }
      case Type.Optional(Type of) -> wayTo(target, of, environment, seen);
      case Type.FixedArray(Type element, int _) -> wayTo(target, element, environment, seen);
      case Type.Tuple(List<Type> elements) -> {
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
          Type.Function _,
          Type.Builtin _ ->
          null;
    };
  }

  /// The types of what lies inline in a struct or union.
  private static List<Type> inlineIn(Type.Named type, Environment environment) {
    return environment.declaration(type.symbol()) instanceof Declaration.Struct struct
        ? new Substitution(struct.typeParameters(), type.arguments())
            .in(struct).fields().stream().map(Declaration.Field::type).toList()
        : Variants.written(type, environment::declaration);
  }

  private static @Nullable List<String> wayThrough(
      SymbolId target,
      Type.Named named,
      List<Type> inline,
      Environment environment,
      Set<Type> seen) {
    for (Type type : inline) {
      List<String> way = wayTo(target, type, environment, seen);
      if (way != null) {
        List<String> longer = new ArrayList<>();
        longer.add(named.symbol().name());
        longer.addAll(way);
        return longer;
      }
    }
    return null;
  }
}
