package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.resolve.Complaints;
import arenad.symbol.SymbolId;
import arenad.syntax.Ident;
import arenad.syntax.Item;
import arenad.syntax.Param;
import arenad.syntax.RequirementMember;
import arenad.syntax.Signature;
import arenad.type.Declaration;
import arenad.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The declarations of requirements.
final class RequirementDeclarations {
  private final Body body;

  private RequirementDeclarations(Body body) {
    this.body = body;
  }

  static Declaration.Requirement of(
      Item.Requirement syntax, SymbolId symbol, Environment environment, Complaints complaints) {
    Body body =
        new Body(environment, symbol, complaints, Generic.namesOf(syntax.typeParams()), Set.of());
    return new Declaration.Requirement(
        symbol,
        syntax.exported(),
        Generic.of(List.of(), syntax.typeParams(), List.of(), body),
        new RequirementDeclarations(body).members(syntax.members()));
  }

  private List<Declaration.RequiredMember> members(List<RequirementMember> syntax) {
    List<Declaration.RequiredMember> members = new ArrayList<>();
    Set<String> names = new TreeSet<>();
    for (RequirementMember member : syntax) {
      Ident name = member.name();
      if (name.isMissing()) {
        continue;
      }
      if (!names.add(name.text())) {
        body.complaints.add(
            Code.E0105, name.span(), "`" + name.text() + "` is required twice here");
        continue;
      }
      members.add(
          switch (member) {
            case RequirementMember.HasField field ->
                new Declaration.RequiredMember(
                    name.text(), null, body.types.of(field.type()), name.span());
            case RequirementMember.HasMethod(Signature signature, var _) -> method(signature);
          });
    }
    return members;
  }

  private Declaration.RequiredMember method(Signature signature) {
    if (!signature.typeParams().isEmpty()) {
      body.complaints.add(
          Code.E0111,
          signature.typeParams().getFirst().span(),
          "a method that is required takes no type parameters");
    }
    List<Type> parameters = new ArrayList<>();
    for (Param param : signature.params()) {
      if (param.isSelf()) {
        continue;
      }
      parameters.add(param.type() == null ? untyped(param) : body.types.of(param.type()));
    }
    Type result =
        signature.returns() == null ? Type.Unit.VOID : body.types.ofResult(signature.returns());
    Ident name = signature.name();
    return new Declaration.RequiredMember(name.text(), parameters, result, name.span());
  }

  private Type untyped(Param param) {
    return body.error(
            Code.E0214,
            param.span(),
            "the type of parameter `" + param.name().text() + "` is missing")
        .type();
  }
}
