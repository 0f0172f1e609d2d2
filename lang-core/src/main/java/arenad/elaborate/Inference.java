package arenad.elaborate;

import arenad.type.Declaration.TypeParameter;
import arenad.type.Substitution;
import arenad.type.Type;
import arenad.type.TypeRegions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds type arguments: what stands in the place of type parameters when a declared type is met by
/// an actual one. Lives within one call or literal.
final class Inference {
  private final List<TypeParameter> parameters;
  private final Map<String, Type> found = new HashMap<>();

  Inference(List<TypeParameter> parameters) {
    this.parameters = parameters;
  }

  /// Takes what the source says of the parameters from `first` on.
  void fix(int first, List<Type> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      found.put(parameters.get(first + i).name(), arguments.get(i));
    }
  }

  /// Learns from a value of the type `actual` that is put where `declared` is asked for: what
  /// converts to it without a word counts as met.
  void meet(Type declared, Type met) {
    Type actual = TypeRegions.without(met);
    if (actual == Type.Unit.UNKNOWN || actual == Type.Unit.NULL || actual == Type.Unit.NEVER) {
      return;
    }
    if (declared instanceof Type.Parameter(String name) && isOurs(name)) {
      Type before = found.get(name);
      Type joined = before == null ? actual : Results.join(before, actual);
      found.put(name, joined == null ? before : joined);
      return;
    }
    if (declared instanceof Type.Optional(Type of)) {
      meet(of, Type.withoutNull(actual));
      return;
    }
    match(declared, actual);
  }

  /// Learns from a type that is to be exactly `declared`; when it cannot be, nothing is learnt.
  boolean matchWhole(Type declared, Type actual) {
    Map<String, Type> before = new HashMap<>(found);
    boolean matched = match(declared, actual);
    if (!matched) {
      found.clear();
      found.putAll(before);
    }
    return matched;
  }

  private boolean match(Type declared, Type actual) {
    if (actual == Type.Unit.UNKNOWN) {
      return true;
    }
    return switch (declared) {
      case Type.Parameter(String name) when isOurs(name) -> {
        Type before = found.putIfAbsent(name, TypeRegions.without(actual));
        yield before == null || before.equals(actual);
      }
      case Type.Parameter _, Type.Scalar _, Type.Unit _, Type.Text _, Type.Arena _ ->
          declared.equals(actual);
      case Type.Optional(Type of) ->
          actual instanceof Type.Optional(Type other) && match(of, other);
      case Type.Ref(Type target, _, _) ->
          actual instanceof Type.Ref(Type other, _, _) && match(target, other);
      case Type.FixedArray(Type element, int length) ->
          actual instanceof Type.FixedArray(Type other, int size)
              && length == size
              && match(element, other);
      case Type.Tuple(var elements) ->
          actual instanceof Type.Tuple(var others) && all(elements, others);
      case Type.Function(var inputs, Type result) ->
          actual instanceof Type.Function(var others, Type other)
              && all(inputs, others)
              && match(result, other);
      case Type.Named(var symbol, var arguments, var _) ->
          actual instanceof Type.Named(var other, var others, var _)
              && symbol.equals(other)
              && all(arguments, others);
      case Type.Builtin(var container, var arguments) ->
          actual instanceof Type.Builtin(var other, var others)
              && container == other
              && all(arguments, others);
    };
  }

  private boolean all(List<Type> declared, List<Type> actual) {
    boolean matched = declared.size() == actual.size();
    for (int i = 0; matched && i < declared.size(); i++) {
      matched = match(declared.get(i), actual.get(i));
    }
    return matched;
  }

  private boolean isOurs(String name) {
    return parameters.stream().anyMatch(parameter -> parameter.name().equals(name));
  }

  /// The declared type with what is known so far, or null while some of it is open.
  @Nullable Type known(Type declared) {
    return isOpen(declared) ? null : substitution().in(declared);
  }

  /// What an expression in that place would like to be, as far as it is known.
  @Nullable Type hint(Type declared) {
    Type known = known(declared);
    if (known != null) {
      return known;
    }
    return Type.withoutNull(declared) instanceof Type.Ref ? new Type.Ref(Type.Unit.UNKNOWN) : null;
  }

  /// The declared type with what was found; what was not is unknown.
  Type resolved(Type declared) {
    return substitution().in(declared);
  }

  private Substitution substitution() {
    return new Substitution(parameters, arguments());
  }

  /// One type for each parameter, `UNKNOWN` where none was found.
  List<Type> arguments() {
    List<Type> arguments = new ArrayList<>();
    for (TypeParameter parameter : parameters) {
      arguments.add(found.getOrDefault(parameter.name(), Type.Unit.UNKNOWN));
    }
    return arguments;
  }

  /// The parameters of which nothing is known.
  List<String> open() {
    return parameters.stream().map(TypeParameter::name).filter(n -> !found.containsKey(n)).toList();
  }

  private boolean isOpen(Type type) {
    return switch (type) {
      case Type.Parameter(String name) -> isOurs(name) && !found.containsKey(name);
      case Type.Scalar _, Type.Unit _, Type.Text _, Type.Arena _ -> false;
      case Type.Optional(Type of) -> isOpen(of);
      case Type.Ref(Type target, _, _) -> isOpen(target);
      case Type.FixedArray(Type element, _) -> isOpen(element);
      case Type.Tuple(var elements) -> elements.stream().anyMatch(this::isOpen);
      case Type.Function(var inputs, Type result) ->
          inputs.stream().anyMatch(this::isOpen) || isOpen(result);
      case Type.Named(_, var arguments, _) -> arguments.stream().anyMatch(this::isOpen);
      case Type.Builtin(_, var arguments) -> arguments.stream().anyMatch(this::isOpen);
    };
  }
}
