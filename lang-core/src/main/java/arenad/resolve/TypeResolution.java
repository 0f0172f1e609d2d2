package arenad.resolve;

import arenad.diagnostic.Code;
import arenad.symbol.SymbolId;
import arenad.syntax.Expr;
import arenad.syntax.Ident;
import arenad.syntax.TypeExpr;
import arenad.text.Span;
import arenad.type.Owners;
import arenad.type.Type;
import arenad.type.TypeText;
import arenad.type.Variants;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Turns type expressions into types. Where that fails it complains once and answers `UNKNOWN`.
///
/// @param typeParameters names that stand for a type of which nothing is known here
/// @param regionParameters names of regions beside those of modules; null where no region can be
///     written, because lifetimes of locals are inferred
/// @param lengths finds the length of a fixed array
public record TypeResolution(
    ModuleScope scope,
    Complaints complaints,
    Set<String> typeParameters,
    @Nullable Set<String> regionParameters,
    Lengths lengths) {

  /// Evaluates the `N` of `T[N]`, and complains where it is not a constant that can be a length.
  @FunctionalInterface
  public interface Lengths {
    @Nullable Integer of(Expr length);
  }

  /// A type of values.
  public Type of(TypeExpr type) {
    Type resolved = ofResult(type);
    if (resolved != Type.Unit.VOID) {
      return resolved;
    }
    complaints.add(
        Code.E0111, type.span(), "`void` is no type of values, only a function's result can be it");
    return Type.Unit.UNKNOWN;
  }

  /// A type of results: `void` too.
  public Type ofResult(TypeExpr type) {
    return switch (type) {
      case TypeExpr.Named named -> named(named);
      case TypeExpr.Nullable(TypeExpr inner, Span _) -> nullable(of(inner));
      case TypeExpr.Reference reference -> ReferenceTypes.of(this, reference);
      case TypeExpr.FixedArray array -> fixedArray(array);
      case TypeExpr.Tuple(List<TypeExpr> elements, Span _) -> tuple(elements);
      case TypeExpr.RegionReference inRegion -> ReferenceTypes.inRegion(this, inRegion);
      case TypeExpr.Function(List<TypeExpr> _, TypeExpr _, Span span) -> {
        complaints.add(
            complaints
                .about(
                    Code.E0409,
                    span,
                    "a function is passed to a function and called there; it cannot be kept")
                .help("only a parameter can be of a function type"));
        yield Type.Unit.UNKNOWN;
      }
      case TypeExpr.Union(List<TypeExpr> variants, Span _) -> union(variants);
      case TypeExpr.Text(String _, Span span) -> notAType(span, "a string");
      case TypeExpr.Missing _ -> Type.Unit.UNKNOWN;
    };
  }

  /// A requirement, with the arguments that are written; `UNKNOWN` after a complaint.
  public Type requirement(TypeExpr type) {
    if (!(type instanceof TypeExpr.Named named)
        || named.path().stream().anyMatch(Ident::isMissing)) {
      return type instanceof TypeExpr.Missing || type instanceof TypeExpr.Named
          ? Type.Unit.UNKNOWN
          : notARequirement(type.span(), "this");
    }
    Meaning meaning = meaning(named);
    SymbolId brought = TypeNames.requirement(pathText(named));
    if (meaning instanceof Meaning.Absent && brought != null) {
      meaning = new Meaning.Symbol(brought);
    }
    if (meaning instanceof Meaning.Symbol(SymbolId symbol)) {
      if (symbol.kind() != SymbolId.Kind.REQUIREMENT) {
        return notARequirement(type.span(), "`" + pathText(named) + "`");
      }
      List<Type> arguments = named.args().stream().map(this::of).toList();
      return arguments.contains(Type.Unit.UNKNOWN)
          ? Type.Unit.UNKNOWN
          : new Type.Named(symbol, arguments);
    }
    Type other = meant(named, meaning);
    return other == Type.Unit.UNKNOWN
        ? other
        : notARequirement(type.span(), "`" + pathText(named) + "`");
  }

  private Type notARequirement(Span span, String what) {
    complaints.add(Code.E0111, span, what + " is no requirement");
    return Type.Unit.UNKNOWN;
  }

  /// A type of parameters: a function type too, which is a type of nothing else.
  public Type ofParameter(TypeExpr type) {
    if (!(type instanceof TypeExpr.Function(var parameters, var result, Span _))) {
      return of(type);
    }
    List<Type> types = new ArrayList<>();
    parameters.forEach(parameter -> types.add(of(parameter)));
    Type given = ofResult(result);
    return types.contains(Type.Unit.UNKNOWN) || given == Type.Unit.UNKNOWN
        ? Type.Unit.UNKNOWN
        : new Type.Function(types, given);
  }

  /// The type that a path names, given what the arguments after it are.
  private Type named(TypeExpr.Named named) {
    List<Ident> path = named.path();
    Ident first = path.getFirst();
    if (path.stream().anyMatch(Ident::isMissing)) {
      return Type.Unit.UNKNOWN;
    }
    if (path.size() == 1) {
      Type reserved = TypeNames.reserved(first.text());
      if (typeParameters.contains(first.text())) {
        return withoutArguments(named, new Type.Parameter(first.text()));
      }
      if (reserved != null) {
        return withoutArguments(named, reserved);
      }
    }
    return meant(named, meaning(named));
  }

  private Meaning meaning(TypeExpr.Named named) {
    List<Ident> path = named.path();
    Meaning meaning = scope.meaning(path.getFirst().text());
    for (Ident next : path.subList(1, path.size())) {
      meaning = memberOf(meaning, next.text());
    }
    return meaning;
  }

  /// What a path of names stands for.
  Meaning meaning(List<String> path) {
    Meaning meaning = scope.meaning(path.getFirst());
    for (String next : path.subList(1, path.size())) {
      meaning = memberOf(meaning, next);
    }
    return meaning;
  }

  private Meaning memberOf(Meaning meaning, String name) {
    return switch (meaning) {
      case Meaning.Module of -> scope.member(of, name);
      case Meaning.Standard of -> scope.member(of, name);
      case Meaning.StandardRoot() -> {
        Meaning module = scope.moduleAt("std." + name);
        yield module == null ? new Meaning.Absent() : module;
      }
      case Meaning.Broken broken -> broken;
      case Meaning.Symbol _, Meaning.StandardMember _, Meaning.Hidden _, Meaning.Absent _ ->
          new Meaning.Absent();
    };
  }

  private Type meant(TypeExpr.Named named, Meaning meaning) {
    String text = pathText(named);
    return switch (meaning) {
      case Meaning.Symbol(SymbolId symbol) -> symbol(named, symbol);
      case Meaning.Hidden(SymbolId symbol) -> {
        complaints.add(
            complaints
                .about(
                    Code.E0104,
                    named.name().span(),
                    "`" + symbol.name() + "` of module `" + symbol.module() + "` is not exported")
                .help("write `export` before its declaration"));
        yield Type.Unit.UNKNOWN;
      }
      case Meaning.Broken() -> Type.Unit.UNKNOWN;
      case Meaning.StandardMember _ -> notAType(named.span(), "`" + text + "`");
      case Meaning.Module _, Meaning.Standard _, Meaning.StandardRoot _ ->
          notAType(named.span(), "`" + text + "` is a module, which");
      case Meaning.Absent() -> absent(named);
    };
  }

  private Type symbol(TypeExpr.Named named, SymbolId symbol) {
    if (symbol.equals(StandardModule.REGION) && !named.args().isEmpty()) {
      return container(named, Type.Container.REGION);
    }
    return switch (symbol.kind()) {
      case STRUCT, UNION -> {
        ReferenceTypes.Arguments arguments = ReferenceTypes.arguments(this, named.args());
        yield arguments.types().contains(Type.Unit.UNKNOWN)
            ? Type.Unit.UNKNOWN
            : new Type.Named(symbol, arguments.types(), arguments.regions());
      }
      case REQUIREMENT -> {
        String requirement = "`" + pathText(named) + "`";
        complaints.add(
            complaints
                .about(
                    Code.E0111, named.span(), requirement + " is a requirement, which is no type")
                .help("take a type parameter that meets it: `<T: " + pathText(named) + ">`"));
        yield Type.Unit.UNKNOWN;
      }
      case FUNCTION, METHOD ->
          notAType(named.span(), "`" + pathText(named) + "` is a function, which");
      case CONSTANT -> notAType(named.span(), "`" + pathText(named) + "` is a constant, which");
      case TEST, REGION, MODULE -> notAType(named.span(), "`" + pathText(named) + "`");
    };
  }

  private Type absent(TypeExpr.Named named) {
    String name = named.name().text();
    if (named.path().size() == 1) {
      Type.Container container = TypeNames.container(name);
      if (container != null) {
        return container(named, container);
      }
      if (name.equals("Channel") || name.equals("Thread")) {
        complaints.add(
            Code.E0111,
            named.span(),
            name.equals("Thread")
                ? "`Thread` is no type of values; a thread is started with `Thread.spawn(f)`"
                : "`Channel` is no type of values; a channel is named where it is used:"
                    + " `Channel<T, \"id\">.send(x)`");
        return Type.Unit.UNKNOWN;
      }
    }
    if (!complaints.isNews(pathText(named))) {
      return Type.Unit.UNKNOWN;
    }
    List<String> candidates = new ArrayList<>(TypeNames.all());
    candidates.addAll(typeParameters);
    candidates.addAll(scope.names().names(scope.module()));
    complaints.addWithSuggestion(
        Code.E0102, named.span(), "there is no type `" + pathText(named) + "`", name, candidates);
    return Type.Unit.UNKNOWN;
  }

  /// A container with its arguments.
  private Type container(TypeExpr.Named named, Type.Container container) {
    List<Type> arguments = named.args().stream().map(this::of).toList();
    if (arguments.contains(Type.Unit.UNKNOWN)) {
      return Type.Unit.UNKNOWN;
    }
    if (arguments.size() == container.arity()) {
      if (container == Type.Container.MAP && !isKey(arguments.getFirst())) {
        complaints.add(
            Code.E0404,
            named.args().getFirst().span(),
            "the keys of a `Map` are integers, `bool`, `char` or `String`, not `"
                + TypeText.of(arguments.getFirst())
                + "`");
        return Type.Unit.UNKNOWN;
      }
      Type type = new Type.Builtin(container, arguments);
      if (Owners.isOwner(type) && Type.withoutNull(arguments.getFirst()) instanceof Type.Ref) {
        return ownerOfReference(named, arguments.getFirst());
      }
      return type;
    }
    complaints.add(
        Code.E0215,
        named.span(),
        container.arity() == 0
            ? "`" + container.spelling() + "` takes no type arguments"
            : container.arity() == 2
                ? "`" + container.spelling() + "` takes two type arguments: `Map<K, V>`"
                : "`"
                    + container.spelling()
                    + "` takes a type argument: `"
                    + container.spelling()
                    + "<T>`");
    return Type.Unit.UNKNOWN;
  }

  /// Whether a map can have keys of the type. Of a type parameter its instances decide.
  public static boolean isKey(Type type) {
    return switch (type) {
      case Type.Scalar scalar -> !scalar.isFloat();
      case Type.Text _, Type.Parameter _ -> true;
      case Type.Unit _,
          Type.Arena _,
          Type.Optional _,
          Type.Ref _,
          Type.Named _,
          Type.FixedArray _,
          Type.Tuple _,
          Type.Function _,
          Type.Builtin _ ->
          false;
    };
  }

  /// What a reference leads to is freed with its arena; an owner would free it a second time.
  private Type ownerOfReference(TypeExpr.Named named, Type reference) {
    String container = named.name().text();
    String object = TypeText.of(((Type.Ref) Type.withoutNull(reference)).target());
    complaints.add(
        complaints
            .about(
                Code.E0321,
                named.span(),
                "an `"
                    + container
                    + "` of a reference would free what the arena of its object frees")
            .help("own a value, which is copied: `" + container + "<" + object + ">.new(*x)`"));
    return Type.Unit.UNKNOWN;
  }

  private Type withoutArguments(TypeExpr.Named named, Type type) {
    if (!named.args().isEmpty()) {
      complaints.add(Code.E0215, named.span(), "`" + pathText(named) + "` takes no type arguments");
    }
    return type;
  }

  private Type fixedArray(TypeExpr.FixedArray array) {
    Type element = of(array.element());
    Integer length = lengths.of(array.length());
    return length == null || element == Type.Unit.UNKNOWN
        ? Type.Unit.UNKNOWN
        : new Type.FixedArray(element, length);
  }

  private Type union(List<TypeExpr> variants) {
    List<Type> types = new ArrayList<>();
    variants.forEach(variant -> types.add(variant(variant, types)));
    return types.contains(Type.Unit.UNKNOWN) ? Type.Unit.UNKNOWN : Variants.nameless(types);
  }

  /// A variant of a union.
  ///
  /// @param before the variants that are written before it
  public Type variant(TypeExpr variant, List<Type> before) {
    Type type = of(variant);
    if (type instanceof Type.Optional(Type inner)) {
      complaints.add(
          complaints
              .about(Code.E0411, variant.span(), "a variant of a union is never null")
              .help(
                  "write `"
                      + TypeText.of(inner)
                      + "` here and make the whole union nullable where it is used: `U?`"));
      return Type.Unit.UNKNOWN;
    }
    if (type instanceof Type.Function) {
      complaints.add(Code.E0411, variant.span(), "a function cannot be stored, so not in a union");
      return Type.Unit.UNKNOWN;
    }
    if (type != Type.Unit.UNKNOWN && before.contains(type)) {
      complaints.add(
          Code.E0411,
          variant.span(),
          "`" + TypeText.of(type) + "` is a variant of this union already");
    }
    return type;
  }

  private Type tuple(List<TypeExpr> elements) {
    List<Type> types = elements.stream().map(this::of).toList();
    return types.contains(Type.Unit.UNKNOWN) ? Type.Unit.UNKNOWN : new Type.Tuple(types);
  }

  static Type nullable(Type inner) {
    return inner == Type.Unit.UNKNOWN || inner instanceof Type.Optional
        ? inner
        : new Type.Optional(inner);
  }

  private Type notAType(Span span, String what) {
    complaints.add(Code.E0111, span, what + " is no type");
    return Type.Unit.UNKNOWN;
  }

  private static String pathText(TypeExpr.Named named) {
    return String.join(".", named.path().stream().map(Ident::text).toList());
  }
}
