package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.diagnostic.Place;
import arenad.resolve.Complaints;
import arenad.resolve.TypeNames;
import arenad.symbol.SymbolId;
import arenad.syntax.Ident;
import arenad.syntax.Item;
import arenad.syntax.LifetimeTerm;
import arenad.syntax.RequiresClause;
import arenad.text.Span;
import arenad.type.ConstantValue;
import arenad.type.Declaration;
import arenad.type.Declaration.LifetimeRequirement;
import arenad.type.Type;
import arenad.typed.Expr;
import java.util.ArrayList;
import java.util.List;

/// Resolves what is written of a symbol outside its body: types, parameters, fields, the value of a
/// constant.
public final class Declaring {
  private Declaring() {}

  /// @param item the syntax of a symbol; not of the head of a module, see [arenad.resolve.Imports]
  public static Declared of(Item item, SymbolId symbol, Environment environment) {
    Complaints complaints = new Complaints(symbol);
    Declaration declaration =
        switch (item) {
          case Item.Function function -> Signatures.of(function, symbol, environment, complaints);
          case Item.Extern extern -> Externs.of(extern, symbol, environment, complaints);
          case Item.Test _ -> test(symbol);
          case Item.Struct struct -> Structs.of(struct, symbol, environment, complaints);
          case Item.Constant constant -> constant(constant, symbol, environment, complaints);
          case Item.Union union -> UnionDeclarations.of(union, symbol, environment, complaints);
          case Item.Requirement requirement ->
              RequirementDeclarations.of(requirement, symbol, environment, complaints);
          case Item.Region region -> {
            yield region(region, symbol, environment, complaints);
          }
          case Item.HotModule _, Item.ImportModule _, Item.ImportNames _ ->
              throw new IllegalArgumentException("no symbol of its own: " + item);
        };
    if (!(item instanceof Item.Test)) {
      checkName(nameOf(item), symbol, environment, complaints);
    }
    return new Declared(declaration, complaints.all());
  }

  private static Declaration test(SymbolId symbol) {
    return new Declaration.Function(
        symbol, false, List.of(), List.of(), Type.Unit.VOID, null, List.of(), null, null);
  }

  private static Declaration constant(
      Item.Constant item, SymbolId symbol, Environment environment, Complaints complaints) {
    Body body = new Body(environment, symbol, complaints, null);
    Type written = item.type() == null ? null : body.type(item.type());
    Expr value =
        written == null
            ? Expressions.value(body, item.value(), null)
            : Expressions.expect(body, item.value(), written);
    if (value.type() == Type.Unit.NULL) {
      value =
          body.error(Code.E0214, item.value().span(), "`null` does not say of which type it is");
    }
    ConstantValue folded =
        value instanceof Expr.Hole ? new ConstantValue.Unknown() : Folding.of(value, complaints);
    Type type = written == null ? value.type() : written;
    return new Declaration.Constant(symbol, item.exported(), type, folded);
  }

  private static Declaration region(
      Item.Region item, SymbolId symbol, Environment environment, Complaints complaints) {
    Body body = new Body(environment, symbol, complaints, null);
    List<LifetimeRequirement> requirements = new ArrayList<>();
    Ident outer = item.outer();
    if (outer != null && !outer.isMissing()) {
      Span span = outer.span();
      LifetimeTerm inside = new LifetimeTerm.Of(List.of(item.name()), item.name().span());
      LifetimeTerm around = new LifetimeTerm.Of(List.of(outer), span);
      RequiresClause clause =
          new RequiresClause.Relates(inside, RequiresClause.Relation.SHORTER, around, span);
      requirements.addAll(LifetimeClauses.ofRegions(List.of(clause), body));
    }
    requirements.addAll(LifetimeClauses.ofRegions(item.requires(), body));
    return new Declaration.Region(symbol, item.exported(), requirements);
  }

  private static Ident nameOf(Item item) {
    return switch (item) {
      case Item.Function function -> function.signature().name();
      case Item.Extern extern -> extern.signature().name();
      case Item.Struct struct -> struct.name();
      case Item.Union union -> union.name();
      case Item.Requirement requirement -> requirement.name();
      case Item.Constant constant -> constant.name();
      case Item.Region region -> region.name();
      case Item.Test _, Item.HotModule _, Item.ImportModule _, Item.ImportNames _ ->
          throw new IllegalArgumentException("nameless: " + item);
    };
  }

  /// Complains of a name that is declared already, or that the language keeps for itself.
  private static void checkName(
      Ident name, SymbolId symbol, Environment environment, Complaints complaints) {
    if (name.isMissing()) {
      return;
    }
    boolean isType =
        switch (symbol.kind()) {
          case STRUCT, UNION, REQUIREMENT -> true;
          case FUNCTION, METHOD, CONSTANT, TEST, REGION, MODULE -> false;
        };
    if (isType && TypeNames.reserved(name.text()) != null) {
      complaints.add(
          Code.E0105, name.span(), "`" + name.text() + "` is a type of the language already");
      return;
    }
    SymbolId first = environment.find(symbol.module(), symbol.name());
    if (first != null && !first.equals(symbol)) {
      String owner =
          symbol.kind() == SymbolId.Kind.METHOD
              ? "struct `" + symbol.name().substring(0, symbol.name().lastIndexOf('.')) + "`"
              : "module";
      complaints.add(
          complaints
              .about(
                  Code.E0105,
                  name.span(),
                  "`" + name.text() + "` is declared twice in this " + owner)
              .because(Place.in(first, new Span(0, 0)), "it is declared here first"));
    }
  }
}
