package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Place;
import arenad.resolve.TypeNames;
import arenad.symbol.SymbolId;
import arenad.text.Span;
import arenad.type.Declaration;
import arenad.type.Declaration.RequiredMember;
import arenad.type.Declaration.TypeParameter;
import arenad.type.Substitution;
import arenad.type.Type;
import arenad.type.TypeText;
import arenad.typed.Expr;
import arenad.typed.Witness;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether types have what is required of them.
final class Satisfaction {
  private final Body body;
  private final Type subject;
  private final Type.Named bound;
  private final Span name;

  private Satisfaction(Body body, Type subject, Type.Named bound, Span name) {
    this.body = body;
    this.subject = subject;
    this.bound = bound;
    this.name = name;
  }

  /// What a type lacks of a requirement.
  private record Lack(String what, RequiredMember member) {}

  /// Whether the arguments of a struct have what it requires; complains if not.
  static boolean ofType(Body body, Type type, Span name) {
    return !(type instanceof Type.Named(SymbolId symbol, List<Type> arguments, var _))
        || !(body.environment.declaration(symbol) instanceof Declaration.Struct struct)
        || of(body, struct.typeParameters(), arguments, name);
  }

  /// Whether the type arguments of a call have what the callee requires; complains if not.
  static boolean ofCall(Body body, Declaration.Function function, List<Type> arguments, Span name) {
    return of(body, function.typeParameters(), arguments, name);
  }

  private static boolean of(
      Body body, List<TypeParameter> parameters, List<Type> arguments, Span name) {
    Substitution substitution = new Substitution(parameters, arguments);
    boolean all = true;
    for (int i = 0; i < Math.min(parameters.size(), arguments.size()); i++) {
      for (Type bound : parameters.get(i).bounds()) {
        if (substitution.in(bound) instanceof Type.Named named) {
          all &= new Satisfaction(body, arguments.get(i), named, name).check();
        }
      }
    }
    return all;
  }

  private boolean check() {
    if (LanguageRequirements.isOne(bound)) {
      return ofLanguage();
    }
    if (isReadOnly()) {
      readOnly();
      return false;
    }
    List<Lack> lacks = new ArrayList<>();
    for (RequiredMembers.Found found :
        RequiredMembers.membersOf(bound, subject, body.environment)) {
      String what = lack(found.member());
      if (what != null) {
        lacks.add(new Lack(what, found.member()));
      }
    }
    if (!lacks.isEmpty()) {
      complain(lacks);
    }
    return lacks.isEmpty();
  }

  private boolean isReadOnly() {
    return subject instanceof Type.Ref ref && ref.readOnly();
  }

  /// A required method may write its object, and a required field be assigned.
  private void readOnly() {
    body.complaints.add(
        body.complaints.about(
            Code.E0404,
            name,
            "`"
                + TypeText.of(subject)
                + "` does not satisfy `"
                + bound.symbol().simpleName()
                + "`: what is required may write, and it is read only"));
  }

  private boolean ofLanguage() {
    String what =
        switch (bound.symbol().name()) {
          case TypeNames.EQUATABLE ->
              Comparisons.hasEquality(body, subject) ? null : "`==` does not compare its values";
          case TypeNames.ORDERED ->
              isOrdered()
                  ? null
                  : "`<` does not compare its values, and it has no method `"
                      + signature(
                          LanguageRequirements.COMPARE_TO, List.of(subject), Type.Scalar.I32)
                      + "`";
          case TypeNames.PRINTABLE ->
              LanguageRequirements.isPrintable(body, subject)
                  ? null
                  : "only numbers, `bool`, `char` and `String` are written as text";
          case String other -> throw new IllegalStateException(other);
        };
    if (what == null) {
      return true;
    }
    Diagnostic diagnostic =
        body.complaints.about(
            Code.E0404,
            name,
            "`"
                + TypeText.of(subject)
                + "` does not satisfy `"
                + bound.symbol().name()
                + "`: "
                + what);
    body.complaints.add(
        subject instanceof Type.Parameter(String parameter)
            ? diagnostic.help(
                "require it here too: `" + parameter + ": " + bound.symbol().name() + "`")
            : diagnostic);
    return false;
  }

  /// Whether `<` compares values of the type: by itself, because that is required here too, or by a method.
  private boolean isOrdered() {
    if (LanguageRequirements.isOrdered(subject)
        || subject instanceof Type.Parameter parameter
            && LanguageRequirements.requiresOrder(body, parameter)) {
      return true;
    }
    RequiredMember member =
        new RequiredMember(
            LanguageRequirements.COMPARE_TO, List.of(subject), Type.Scalar.I32, name);
    return !isReadOnly() && method(member, List.of(subject)) == null;
  }

  private void complain(List<Lack> lacks) {
    String requirement = "`" + bound.symbol().simpleName() + "`";
    Diagnostic diagnostic =
        body.complaints.about(
            Code.E0404,
            name,
            "`"
                + TypeText.of(subject)
                + "` does not satisfy "
                + requirement
                + ": "
                + String.join(", and ", lacks.stream().map(Lack::what).toList()));
    for (Lack lack : lacks) {
      diagnostic =
          diagnostic.because(
              Place.in(bound.symbol(), lack.member().span()), requirement + " asks for it here");
    }
    if (subject instanceof Type.Parameter(String parameter)) {
      diagnostic =
          diagnostic.help(
              "require it here too: `" + parameter + ": " + bound.symbol().simpleName() + "`");
    }
    body.complaints.add(diagnostic);
  }

  /// What the type lacks of the member, or null.
  private @Nullable String lack(RequiredMember member) {
    return member.parameters() == null ? field(member) : method(member, member.parameters());
  }

  private @Nullable String field(RequiredMember member) {
    Expr field = Provisions.fieldOf(subject, member.name(), body);
    String text = "`" + member.name() + ": " + TypeText.of(member.type()) + "`";
    if (field == null) {
      return "it has no field " + text;
    }
    takeForwards(field, member);
    return agree(field.type(), member.type())
        ? null
        : "its `"
            + member.name()
            + "` is "
            + Coercions.article(field.type())
            + " and not "
            + Coercions.article(member.type());
  }

  private @Nullable String method(RequiredMember member, List<Type> parameters) {
    Provisions.Method method = Provisions.methodOf(subject, member.name(), body);
    if (method == null) {
      return "it has no method `" + signature(member.name(), parameters, member.type()) + "`";
    }
    boolean same = method.parameters().size() == parameters.size();
    for (int i = 0; same && i < parameters.size(); i++) {
      same = agree(method.parameters().get(i), parameters.get(i));
    }
    if (!same || !agree(method.result(), member.type())) {
      return "its method is `"
          + signature(member.name(), method.parameters(), method.result())
          + "` and not `"
          + signature(member.name(), parameters, member.type())
          + "`";
    }
    return kept(method, member);
  }

  /// Takes note of methods whose contracts must keep the promise; of the language's own it is known.
  private @Nullable String kept(Provisions.Method method, RequiredMember member) {
    switch (method) {
      case Provisions.Method.OfStruct(SymbolId symbol, Expr self, var _, var _, var _) -> {
        witness(symbol, member);
        takeForwards(self, member);
      }
      case Provisions.Method.OfLanguage language -> {
        if (!language.keeps()) {
          return "what its `"
              + member.name()
              + "` gives may end before it does, or it stores or frees something";
        }
      }
      case Provisions.Method.OfRequirement _,
          Provisions.Method.Comparing _,
          Provisions.Method.Copy _ -> {}
    }
    return null;
  }

  private void witness(SymbolId method, RequiredMember member) {
    body.witnesses.add(new Witness(method, bound.symbol(), member.name(), name));
  }

  /// The `forward` methods that are called on the way to a member.
  private void takeForwards(Expr expr, RequiredMember member) {
    switch (expr) {
      case Expr.Call(SymbolId callee, var _, var _, var arguments, var _, var _) -> {
        witness(callee, member);
        arguments.forEach(argument -> takeForwards(argument, member));
      }
      case Expr.Field(Expr object, var _, var _, var _, var _) -> takeForwards(object, member);
      case Expr.Deref(Expr reference, var _, var _) -> takeForwards(reference, member);
      case Expr _ -> {}
    }
  }

  private static boolean agree(Type has, Type wanted) {
    return has == Type.Unit.UNKNOWN || wanted == Type.Unit.UNKNOWN || has.equals(wanted);
  }

  private static String signature(String name, List<Type> parameters, Type result) {
    return name
        + "("
        + String.join(", ", parameters.stream().map(TypeText::of).toList())
        + "): "
        + TypeText.of(result);
  }
}
