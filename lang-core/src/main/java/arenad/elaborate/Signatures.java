package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.resolve.Complaints;
import arenad.symbol.SymbolId;
import arenad.syntax.Ident;
import arenad.syntax.Item;
import arenad.syntax.Param;
import arenad.syntax.Signature;
import arenad.syntax.TypeParam;
import arenad.type.ConstantValue;
import arenad.type.Declaration;
import arenad.type.Type;
import arenad.type.TypeText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The signatures of functions and methods.
final class Signatures {
  private final Signature syntax;
  private final SymbolId symbol;
  private final Environment environment;
  private final Complaints complaints;
  private final Body body;
  private final List<Declaration.TypeParameter> outer;
  private final List<Declaration.TypeParameter> typeParameters;

  private Signatures(
      Signature syntax,
      SymbolId symbol,
      Environment environment,
      Complaints complaints,
      List<Declaration.TypeParameter> outer) {
    this.syntax = syntax;
    this.symbol = symbol;
    this.environment = environment;
    this.complaints = complaints;
    this.outer = outer;
    Set<String> names = new TreeSet<>(Generic.names(outer));
    names.addAll(Generic.namesOf(syntax.typeParams()));
    this.body = new Body(environment, symbol, complaints, names, regionsInScope());
    this.typeParameters = Generic.of(outer, syntax.typeParams(), syntax.requires(), body);
  }

  static Declaration.Function of(
      Signature syntax, SymbolId symbol, Environment environment, Complaints complaints) {
    List<Declaration.TypeParameter> outer = typeParametersOfOwner(symbol, environment);
    return new Signatures(syntax, symbol, environment, complaints, outer).declaration();
  }

  /// Those of the struct of a method.
  private static List<Declaration.TypeParameter> typeParametersOfOwner(
      SymbolId symbol, Environment environment) {
    if (symbol.kind() != SymbolId.Kind.METHOD) {
      return List.of();
    }
    SymbolId struct = owner(symbol, environment);
    return struct != null
            && environment.declaration(struct) instanceof Declaration.Struct declaration
        ? declaration.typeParameters()
        : List.of();
  }

  private static @Nullable SymbolId owner(SymbolId method, Environment environment) {
    String owner = method.name().substring(0, method.name().lastIndexOf('.'));
    return environment.find(method.module(), owner);
  }

  /// Region parameters of the function and of the struct that a method belongs to.
  private Set<String> regionsInScope() {
    Set<String> regions = regionsOf(syntax.typeParams());
    SymbolId struct = symbol.kind() == SymbolId.Kind.METHOD ? owner(symbol, environment) : null;
    if (struct != null && environment.declaration(struct) instanceof Declaration.Struct declared) {
      regions.addAll(declared.regionParameters());
    }
    return regions;
  }

  /// The names of the region parameters among them, in source order.
  static Set<String> regionsOf(List<TypeParam> parameters) {
    Set<String> names = new LinkedHashSet<>();
    for (TypeParam parameter : parameters) {
      if (parameter instanceof TypeParam.Region(Ident name, _) && !name.isMissing()) {
        names.add(name.text());
      }
    }
    return names;
  }

  private Declaration.Function declaration() {
    List<Declaration.Parameter> parameters = parameters();
    Type result = syntax.returns() == null ? null : body.types.ofResult(syntax.returns());
    if (result == null && syntax.exported()) {
      complaints.add(
          complaints
              .about(
                  Code.E0209,
                  syntax.name().span(),
                  "`" + syntax.name().text() + "` is exported, so it states its return type")
              .help("write it after the parameters: `: void` if nothing is returned"));
    }
    return new Declaration.Function(
        symbol,
        syntax.exported(),
        typeParameters,
        parameters,
        result,
        result == null ? null : WrittenTypes.of(syntax.returns(), result),
        LifetimeClauses.of(syntax.requires(), parameters, namesOfLifetimes(), result, body),
        null,
        null);
  }

  /// A function or method whose body is known too: of a `forward` method, that counts as written outside.
  static Declaration.Function of(
      Item.Function syntax, SymbolId symbol, Environment environment, Complaints complaints) {
    Signature signature = syntax.signature();
    List<Declaration.TypeParameter> outer = typeParametersOfOwner(symbol, environment);
    Signatures signatures = new Signatures(signature, symbol, environment, complaints, outer);
    Declaration.Function declared = signatures.declaration();
    return signature.role() == Signature.Role.FORWARD
        ? ForwardDeclarations.of(syntax, declared, signatures.body)
        : declared;
  }

  private Set<String> namesOfLifetimes() {
    Set<String> names = new TreeSet<>(regionsOf(syntax.typeParams()));
    typeParameters.forEach(parameter -> names.add(parameter.name()));
    return names;
  }

  private List<Declaration.Parameter> parameters() {
    List<Declaration.Parameter> parameters = new ArrayList<>();
    Set<String> names = new TreeSet<>();
    if (syntax.role() == Signature.Role.FORWARD && !syntax.takesSelf()) {
      Type self = selfType();
      parameters.add(
          new Declaration.Parameter("self", self, TypeText.of(self), null, syntax.name().span()));
    }
    for (int i = 0; i < syntax.params().size(); i++) {
      Param param = syntax.params().get(i);
      Ident name = param.name();
      if (!name.isMissing() && !names.add(name.text())) {
        complaints.add(Code.E0105, name.span(), "there are two parameters `" + name.text() + "`");
      }
      parameters.add(param.isSelf() ? self(param, i) : parameter(param));
    }
    checkDefaults(parameters);
    return parameters;
  }

  private Declaration.Parameter self(Param param, int position) {
    boolean misplaced = symbol.kind() != SymbolId.Kind.METHOD || position > 0;
    if (misplaced) {
      complaints.add(
          Code.E0111,
          param.span(),
          position > 0
              ? "`self` is the first parameter of a method"
              : "`self` is a parameter of methods, which stand in a struct");
    }
    Type type = misplaced ? Type.Unit.UNKNOWN : selfType();
    return new Declaration.Parameter("self", type, TypeText.of(type), null, param.name().span());
  }

  private Type selfType() {
    SymbolId struct = owner(symbol, environment);
    return struct != null && struct.kind() == SymbolId.Kind.STRUCT
        ? new Type.Named(struct, Generic.asTypes(outer))
        : Type.Unit.UNKNOWN;
  }

  private Declaration.Parameter parameter(Param param) {
    Type type = Type.Unit.UNKNOWN;
    if (param.type() != null) {
      type = body.types.ofParameter(param.type());
    } else if (!param.name().isMissing()) {
      complaints.add(
          Code.E0214,
          param.name().span(),
          "the type of parameter `" + param.name().text() + "` is missing");
    }
    return new Declaration.Parameter(
        param.name().text(),
        type,
        WrittenTypes.of(param.type(), type),
        defaultValue(body, param.defaultValue(), type),
        param.name().span());
  }

  /// The value of a parameter or field that is left out, or null where there is none.
  static @Nullable ConstantValue defaultValue(
      Body body, arenad.syntax.@Nullable Expr syntax, Type type) {
    if (syntax == null) {
      return null;
    }
    var value = Expressions.expect(body, syntax, type);
    return value instanceof arenad.typed.Expr.Hole || type == Type.Unit.UNKNOWN
        ? new ConstantValue.Unknown()
        : Folding.of(value, body.complaints);
  }

  private void checkDefaults(List<Declaration.Parameter> parameters) {
    boolean seen = false;
    for (Declaration.Parameter parameter : parameters) {
      if (parameter.defaultValue() != null) {
        seen = true;
      } else if (seen) {
        complaints.add(
            Code.E0202,
            parameter.span(),
            "`" + parameter.name() + "` needs a default, because a parameter before it has one");
        return;
      }
    }
  }
}
