package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.syntax.Expr.Call;
import arenad.syntax.Ident;
import arenad.text.Span;
import arenad.type.Declaration;
import arenad.type.Declaration.RequiredMember;
import arenad.type.Substitution;
import arenad.type.Type;
import arenad.typed.Expr;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The members of values whose type is a type parameter: what its requirements give, and no more.
final class RequiredMembers {
  private RequiredMembers() {}

  /// A member of a requirement, with types in the place of the requirement's parameters.
  record Found(Type.Named bound, RequiredMember member) {}

  /// The field of that name, as a value: nothing is written through a requirement.
  static Expr field(Body body, Expr object, Type.Parameter subject, Ident name, Span span) {
    Found found = find(body, subject, name.text());
    if (found == null) {
      return none(body, subject, name);
    }
    if (found.member().parameters() != null) {
      return body.error(
          Code.E0106,
          name.span(),
          "`" + name.text() + "` is a method: it is called, `" + name.text() + "(...)`");
    }
    return required(body, found, List.of(object), span);
  }

  static Expr call(Body body, Expr object, Type.Parameter subject, Ident name, Call call) {
    Found found = find(body, subject, name.text());
    if (found == null) {
      Arguments.ignored(body, call.args());
      return none(body, subject, name);
    }
    List<Type> parameters = found.member().parameters();
    if (parameters == null) {
      Arguments.ignored(body, call.args());
      return body.error(
          Code.E0203,
          name.span(),
          "`" + name.text() + "` is a field of `" + subject.name() + "` and no method");
    }
    GenericCalls.complainOfWritten(body, name.text(), call);
    List<BuiltinMethods.Parameter> wanted = new ArrayList<>();
    parameters.forEach(type -> wanted.add(new BuiltinMethods.Parameter.Of(type)));
    List<Expr> arguments = Arguments.of(body, name.text(), wanted, wanted.size(), call);
    if (arguments == null) {
      return body.hole(found.member().type(), call.span());
    }
    List<Expr> all = new ArrayList<>(List.of(object));
    all.addAll(arguments);
    return required(body, found, all, call.span());
  }

  private static Expr required(Body body, Found found, List<Expr> arguments, Span span) {
    RequiredMember member = found.member();
    return member.type() == Type.Unit.UNKNOWN
        ? body.hole(span)
        : new Expr.Required(
            found.bound().symbol(),
            member.name(),
            member.parameters() != null,
            arguments,
            member.type(),
            span);
  }

  private static Expr.Hole none(Body body, Type.Parameter subject, Ident name) {
    List<String> names = new ArrayList<>();
    all(body, subject).forEach(found -> names.add(found.member().name()));
    if (names.isEmpty()) {
      body.complaints.add(
          body.complaints
              .about(
                  Code.E0106,
                  name.span(),
                  "nothing says that a `" + subject.name() + "` has a `" + name.text() + "`")
              .help(
                  "a type parameter has what its requirements give: `"
                      + subject.name()
                      + ": R`, with `requirement R<T> { has "
                      + name.text()
                      + "...; }`"));
      return body.hole(name.span());
    }
    return Members.none(body, subject, name, names);
  }

  static @Nullable Found find(Body body, Type.Parameter subject, String name) {
    for (Found found : all(body, subject)) {
      if (found.member().name().equals(name)) {
        return found;
      }
    }
    return null;
  }

  /// All members that the requirements of a type parameter of the body give.
  private static List<Found> all(Body body, Type.Parameter subject) {
    List<Found> all = new ArrayList<>();
    for (Declaration.TypeParameter parameter : body.parameters) {
      if (parameter.name().equals(subject.name())) {
        for (Type bound : parameter.bounds()) {
          all.addAll(membersOf(bound, subject, body.environment));
        }
      }
    }
    return all;
  }

  /// The members that a requirement asks of a type. The first parameter of a requirement is the type
  /// itself, and where it is required it may be left out.
  static List<Found> membersOf(Type bound, Type subject, Environment environment) {
    if (!(bound instanceof Type.Named named)
        || LanguageRequirements.isOne(named)
        || !(environment.declaration(named.symbol()) instanceof Declaration.Requirement declared)) {
      return List.of();
    }
    List<Type> arguments = new ArrayList<>(named.arguments());
    if (arguments.size() < declared.typeParameters().size()) {
      arguments.addFirst(subject);
    }
    Substitution substitution = new Substitution(declared.typeParameters(), arguments);
    return declared.members().stream()
        .map(member -> new Found(named, in(member, substitution)))
        .toList();
  }

  private static RequiredMember in(RequiredMember member, Substitution substitution) {
    List<Type> parameters = member.parameters();
    return new RequiredMember(
        member.name(),
        parameters == null ? null : substitution.in(parameters),
        substitution.in(member.type()),
        member.span());
  }
}
