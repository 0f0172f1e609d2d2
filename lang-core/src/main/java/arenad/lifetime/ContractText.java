package arenad.lifetime;

import arenad.symbol.SymbolId;
import arenad.type.Declaration;
import arenad.type.Type;
import arenad.type.TypeText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A contract as people read it: what `arenad contract` prints and hover shows.
///
/// @param signature such as `example(obj: &Foo, name: String): String`
/// @param requires clauses that callers must meet, sorted
/// @param returns what is known of the result, sorted
/// @param frees arenas that the call may free, sorted
/// @param fresh whether the result hands out an arena that the call has made
/// @param bounds the `<= Static` clauses of the long form, which say nothing that is not always so
public record ContractText(
    String signature,
    List<String> requires,
    List<String> returns,
    List<String> frees,
    boolean fresh,
    List<String> bounds) {
  public ContractText {
    requires = List.copyOf(requires);
    returns = List.copyOf(returns);
    frees = List.copyOf(frees);
    bounds = List.copyOf(bounds);
  }

  /// @param result the return type, written or inferred
  /// @param declarations of the structs that the signature speaks of
  public static ContractText of(
      Declaration.Function function,
      Type result,
      Contract contract,
      Function<SymbolId, @Nullable Declaration> declarations) {
    Shapes shapes = new Shapes(declarations);
    Clauses clauses = Clauses.of(function, result, contract, shapes);
    List<String> bounds = new ArrayList<>();
    for (Declaration.Parameter parameter : function.parameters()) {
      if (shapes.of(parameter.type()).size() > 0) {
        bounds.add("Lifetime(" + parameter.name() + ") <= Static");
      }
    }
    return new ContractText(
        signature(function, result),
        clauses.requires(),
        clauses.returns(),
        contract.frees().stream().map(Position::spelling).toList(),
        clauses.isFresh(),
        bounds);
  }

  /// @param result the return type where none is written, or null when it is not known
  public static String signature(Declaration.Function function, @Nullable Type result) {
    String parameters =
        function.parameters().stream()
            .map(ContractText::parameter)
            .collect(Collectors.joining(", "));
    String generics =
        function.typeParameters().isEmpty()
            ? ""
            : function.typeParameters().stream()
                .map(ContractText::typeParameter)
                .collect(Collectors.joining(", ", "<", ">"));
    String written = function.writtenResult();
    String type = written == null && result != null ? TypeText.of(result) : written;
    return function.symbol().name()
        + generics
        + "("
        + parameters
        + ")"
        + (type == null ? "" : ": " + type);
  }

  /// `T: A & B`.
  public static String typeParameter(Declaration.TypeParameter parameter) {
    String bounds =
        parameter.bounds().stream().map(TypeText::of).collect(Collectors.joining(" & "));
    return bounds.isEmpty() ? parameter.name() : parameter.name() + ": " + bounds;
  }

  private static String parameter(Declaration.Parameter parameter) {
    return parameter.name().equals("self") ? "self" : parameter.name() + ": " + parameter.written();
  }

  /// The lines that are printed, the signature first.
  ///
  /// @param inFull whether to add what is always so
  public List<String> lines(boolean inFull) {
    List<String> required = new ArrayList<>(requires);
    if (inFull) {
      required.addAll(bounds);
      required.sort(null);
    }
    List<String> lines = new ArrayList<>();
    lines.add(signature);
    required.forEach(clause -> lines.add("  requires " + clause));
    returns.forEach(clause -> lines.add("  returns " + clause));
    frees.forEach(name -> lines.add("  frees " + name));
    if (fresh) {
      lines.add("  fresh Return");
    }
    return lines;
  }
}
