package arenad.ide;

import arenad.lifetime.ContractText;
import arenad.symbol.SymbolId;
import arenad.type.Declaration;
import arenad.type.Type;
import arenad.type.TypeText;
import arenad.typed.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the name under the cursor is: its declaration, for a function with the inferred lifetime
/// contract as `arenad contract` prints it, and its documentation.
///
/// @param markdown plain enough for a terminal: a block of code, then paragraphs
/// @param start of the name, in the file
/// @param end exclusive
public record HoverText(String markdown, int start, int end) {

  /// @param reasons whether to add the chain of reasons of a diagnostic that stands there
  public static @Nullable HoverText at(FileView file, int offset, boolean reasons) {
    HoverText named = ofName(file, offset);
    Reasons why = reasons ? Reasons.at(file, offset) : null;
    if (why == null) {
      return named;
    }
    return named == null
        ? new HoverText(why.markdown(), why.start(), why.end())
        : new HoverText(named.markdown + "\n\n" + why.markdown(), named.start, named.end);
  }

  private static @Nullable HoverText ofName(FileView file, int offset) {
    NameAt name = NameAt.of(file.parsed(), offset);
    Referent referent = name == null ? null : ReferentAt.of(file, name);
    String markdown = referent == null ? null : markdown(file, referent);
    return name == null || markdown == null
        ? null
        : new HoverText(markdown, name.start(), name.end());
  }

  private static @Nullable String markdown(FileView file, Referent referent) {
    return switch (referent) {
      case Referent.OfSymbol(SymbolId symbol) -> symbol(file, symbol);
      case Referent.OfInstance(SymbolId function, var arguments) ->
          instance(file, function, arguments);
      case Referent.OfRequired(SymbolId requirement, var member) ->
          code(requirement.name() + "." + required(member));
      case Referent.OfVariable(SymbolId owner, Variable variable) ->
          code(variable(file, owner, variable));
      case Referent.OfField(SymbolId struct, Declaration.Field field, var arguments) ->
          code(struct.name() + "." + field.name() + ": " + TypeText.of(field.type()))
              + here(typeParameters(file, struct), arguments);
      case Referent.OfTypeParameter(var _, String text, var _) -> code(text);
      case Referent.OfBuiltin(String name, String arguments, Type type) ->
          code(name + arguments + ": " + TypeText.of(type));
      case Referent.OfModule(String module) -> code("module " + module);
    };
  }

  private static String variable(FileView file, SymbolId owner, Variable variable) {
    int start = file.parsed().positions(owner).start(variable.span());
    NameAt declared = NameAt.of(file.parsed(), start);
    String word =
        declared != null && declared.isParameter() ? "" : variable.mutable() ? "let " : "const ";
    return word + variable.name() + ": " + TypeText.of(variable.type());
  }

  /// A generic function, and what its type parameters stand for in a call.
  private static @Nullable String instance(FileView file, SymbolId function, List<Type> arguments) {
    String generic = symbol(file, function);
    return generic == null ? null : generic + here(typeParameters(file, function), arguments);
  }

  /// Those of a declaration; none where it has none or there is no such declaration.
  static List<Declaration.TypeParameter> typeParameters(FileView file, SymbolId symbol) {
    return switch (file.snapshot().declaration(symbol)) {
      case Declaration.Function function -> function.typeParameters();
      case Declaration.Struct struct -> struct.typeParameters();
      case Declaration.Union union -> union.typeParameters();
      case Declaration.Requirement requirement -> requirement.typeParameters();
      case Declaration.Constant _, Declaration.Region _ -> List.of();
      case null -> List.of();
    };
  }

  /// What type parameters stand for where the name is; empty when they stand for themselves.
  private static String here(List<Declaration.TypeParameter> parameters, List<Type> arguments) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < Math.min(arguments.size(), parameters.size()); i++) {
      String name = parameters.get(i).name();
      String stands = TypeText.of(arguments.get(i));
      if (!stands.equals(name)) {
        parts.add("`" + name + "` is `" + stands + "`");
      }
    }
    return parts.isEmpty() ? "" : "\n\nHere " + joined(parts, ", ") + ".";
  }

  private static String required(Declaration.RequiredMember member) {
    List<Type> parameters = member.parameters();
    String list =
        parameters == null
            ? ""
            : "(" + joined(parameters.stream().map(TypeText::of).toList(), ", ") + ")";
    return member.name() + list + ": " + TypeText.of(member.type());
  }

  private static String requirement(Declaration.Requirement requirement) {
    List<String> members =
        requirement.members().stream().map(member -> "  has " + required(member) + ";\n").toList();
    return "requirement "
        + requirement.symbol().name()
        + generics(requirement.typeParameters())
        + " {\n"
        + joined(members, "")
        + "}";
  }

  private static String generics(List<Declaration.TypeParameter> parameters) {
    return parameters.isEmpty()
        ? ""
        : "<" + joined(parameters.stream().map(ContractText::typeParameter).toList(), ", ") + ">";
  }

  private static @Nullable String symbol(FileView file, SymbolId symbol) {
    Declaration declaration = file.snapshot().declaration(symbol);
    if (declaration == null) {
      return null;
    }
    StringBuilder text = new StringBuilder(code(declared(file, declaration)));
    if (declaration instanceof Declaration.Function && file.snapshot().contract(symbol) == null) {
      text.append("\n\nIts lifetime contract is not known: its body has errors.");
    }
    String documentation = documentation(file, symbol);
    return documentation.isEmpty() ? text.toString() : text + "\n\n" + documentation;
  }

  private static String declared(FileView file, Declaration declaration) {
    return switch (declaration) {
      case Declaration.Function function -> function(file, function);
      case Declaration.Struct struct -> struct(struct);
      case Declaration.Union union ->
          "type "
              + union.symbol().name()
              + generics(union.typeParameters())
              + " = "
              + joined(union.variants().stream().map(TypeText::of).toList(), " | ");
      case Declaration.Constant constant ->
          "const " + constant.symbol().name() + ": " + TypeText.of(constant.type());
      case Declaration.Requirement requirement -> requirement(requirement);
      case Declaration.Region region -> "region " + region.symbol().name();
    };
  }

  private static String function(FileView file, Declaration.Function function) {
    SymbolId symbol = function.symbol();
    ContractText contract = file.snapshot().contractText(symbol);
    return contract == null
        ? ContractText.signature(function, file.snapshot().result(symbol))
        : joined(contract.lines(false), "\n");
  }

  private static String struct(Declaration.Struct struct) {
    List<String> fields =
        struct.fields().stream()
            .map(field -> "  " + field.name() + ": " + TypeText.of(field.type()) + ";\n")
            .toList();
    return "struct "
        + struct.symbol().name()
        + generics(struct.typeParameters())
        + " {\n"
        + joined(fields, "")
        + "}";
  }

  private static String joined(List<String> parts, String between) {
    return parts.stream().collect(Collectors.joining(between));
  }

  private static String documentation(FileView file, SymbolId symbol) {
    String path = file.snapshot().pathOf(symbol.module());
    FileView home = path == null ? null : FileView.of(file.snapshot(), path);
    return home == null || !home.parsed().declares(symbol) ? "" : home.parsed().doc(symbol);
  }

  private static String code(String text) {
    return "```arena\n" + text.stripTrailing() + "\n```";
  }
}
