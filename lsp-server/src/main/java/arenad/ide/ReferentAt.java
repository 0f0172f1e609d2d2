package arenad.ide;

import arenad.resolve.Meaning;
import arenad.resolve.ModuleScope;
import arenad.resolve.StandardModule;
import arenad.symbol.SymbolId;
import arenad.syntax.Node;
import arenad.syntax.NodeKind;
import arenad.text.Span;
import arenad.type.Declaration;
import arenad.type.Type;
import arenad.typed.EveryExpr;
import arenad.typed.Expr;
import arenad.typed.TypedFunction;
import arenad.typed.Variable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the name under the cursor refers to.
///
/// In a body the typed program answers: an expression that ends with the name's token is what the name
/// means. Names of types, imports and declarations are looked up in the module's scope.
final class ReferentAt {
  private final FileView file;
  private final NameAt name;

  private ReferentAt(FileView file, NameAt name) {
    this.file = file;
    this.name = name;
  }

  static @Nullable Referent of(FileView file, NameAt name) {
    return new ReferentAt(file, name).find();
  }

  private @Nullable Referent find() {
    SymbolId symbol = name.symbol();
    if (symbol == null) {
      return inHead();
    }
    if (NameOf.item(file.parsed().item(symbol)).equals(here())) {
      return new Referent.OfSymbol(symbol);
    }
    Referent parameter = TypeParameterAt.of(file, name, symbol);
    if (parameter != null) {
      return parameter;
    }
    Referent declared = declaredHere(symbol);
    if (declared != null) {
      return declared;
    }
    TypedFunction body = file.typed(symbol);
    Referent inBody = body == null ? null : inBody(symbol, body);
    if (inBody != null) {
      return inBody;
    }
    Referent named = inScope();
    Referent builtin =
        body == null || isOf(named) && !isOfLocal(body) ? null : BuiltinAt.of(name, body, callOf());
    return builtin != null ? builtin : named;
  }

  /// Whether the referent is a symbol of that name: what a module has, and not what is in front of a member.
  private boolean isOf(@Nullable Referent named) {
    return named instanceof Referent.OfSymbol(SymbolId symbol)
        && symbol.simpleName().equals(name.text());
  }

  /// Whether the name is a member of a variable, which may be named like a module.
  private boolean isOfLocal(TypedFunction body) {
    Node container = name.innermost().is(NodeKind.NAME) ? name.above(1) : name.innermost();
    int object = container == null ? -1 : name.ordinal() - (name.token() - container.first());
    return EveryExpr.in(body).stream()
        .anyMatch(expr -> expr instanceof Expr.Local && expr.span().last() == object);
  }

  private Span here() {
    return new Span(name.ordinal(), name.ordinal());
  }

  /// A field's or parameter's own name where it is declared.
  private @Nullable Referent declaredHere(SymbolId symbol) {
    Declaration declaration = file.snapshot().declaration(symbol);
    if (declaration instanceof Declaration.Requirement requirement) {
      for (Declaration.RequiredMember member : requirement.members()) {
        if (member.span().first() == name.ordinal()) {
          return new Referent.OfRequired(symbol, member);
        }
      }
    }
    if (declaration instanceof Declaration.Struct struct) {
      for (Declaration.Field field : struct.fields()) {
        if (field.span().first() == name.ordinal()) {
          return new Referent.OfField(symbol, field, List.of());
        }
      }
    }
    return null;
  }

  private @Nullable Referent inBody(SymbolId owner, TypedFunction body) {
    for (Variable variable : body.variables()) {
      if (variable.span().equals(here()) && variable.name().equals(name.text())) {
        return new Referent.OfVariable(owner, variable);
      }
    }
    Span call = callOf();
    for (Expr expr : EveryExpr.in(body)) {
      Referent found = meant(owner, expr, call);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable Referent meant(SymbolId owner, Expr expr, @Nullable Span call) {
    boolean endsHere = expr.span().last() == name.ordinal();
    if (expr instanceof Expr.Local(Variable variable, _, _) && endsHere) {
      return variable.name().equals(name.text()) ? new Referent.OfVariable(owner, variable) : null;
    }
    if (shown(expr) instanceof Expr.Local(Variable variable, _, _)
        && endsHere
        && variable.name().equals(name.text())) {
      return new Referent.OfVariable(
          owner,
          new Variable(
              variable.index(), variable.name(), expr.type(), variable.mutable(), variable.span()));
    }
    if (expr instanceof Expr.Constant constant && endsHere) {
      return new Referent.OfSymbol(constant.symbol());
    }
    if (expr instanceof Expr.Field field && endsHere && field.name().equals(name.text())) {
      return field(field.object().type(), name.text());
    }
    if (expr instanceof Expr.Call made && (made.span().equals(call) || isPassed(made))) {
      return made.typeArguments().isEmpty()
          ? new Referent.OfSymbol(made.callee())
          : new Referent.OfInstance(made.callee(), made.typeArguments());
    }
    if (expr instanceof Expr.Required required && required.member().equals(name.text())) {
      boolean here = required.called() ? required.span().equals(call) : endsHere;
      return here ? required(required) : null;
    }
    if (expr instanceof Expr.StructLiteral literal && isFieldOf(literal)) {
      return field(literal.type(), name.text());
    }
    return null;
  }

  /// What a case or a test around the expression has shown to be of a narrower type.
  private static Expr shown(Expr expr) {
    if (expr instanceof Expr.Variant variant) {
      return shown(variant.value());
    }
    return expr instanceof Expr.Narrowed narrowed ? shown(narrowed.value()) : expr;
  }

  /// Whether the call stands for the name of a function that is passed to another one, which calls it.
  private boolean isPassed(Expr.Call call) {
    return call.span().last() == name.ordinal() && call.callee().simpleName().equals(name.text());
  }

  private @Nullable Referent required(Expr.Required required) {
    if (file.snapshot().declaration(required.requirement())
        instanceof Declaration.Requirement requirement) {
      for (Declaration.RequiredMember member : requirement.members()) {
        if (member.name().equals(required.member())) {
          return new Referent.OfRequired(required.requirement(), member);
        }
      }
    }
    return null;
  }

  /// The span of the call whose callee ends with the name, or null.
  private @Nullable Span callOf() {
    for (Node node : name.path()) {
      if (node.is(NodeKind.CALL)) {
        Node callee = node.children().getFirst();
        if (callee.is(NodeKind.TYPE_APPLICATION)) {
          callee = callee.children().getFirst();
        }
        if (callee.end() - 1 == name.token()) {
          int first = name.ordinal() - (name.token() - node.first());
          return new Span(first, first + (node.end() - 1 - node.first()));
        }
      }
    }
    return null;
  }

  private boolean isFieldOf(Expr.StructLiteral literal) {
    Node above = name.innermost().is(NodeKind.NAME) ? name.above(1) : name.innermost();
    return above != null
        && above.is(NodeKind.FIELD_INIT)
        && literal.span().first() <= name.ordinal()
        && name.ordinal() <= literal.span().last();
  }

  private @Nullable Referent field(Type object, String field) {
    Type type = object instanceof Type.Ref(Type target, _, _) ? target : object;
    if (type instanceof Type.Named(SymbolId symbol, List<Type> arguments, _)
        && file.snapshot().declaration(symbol) instanceof Declaration.Struct struct) {
      Declaration.Field found = struct.field(field);
      return found == null ? null : new Referent.OfField(symbol, found, arguments);
    }
    return null;
  }

  /// A name of a type, a module or a function that no typed expression stands for.
  private @Nullable Referent inScope() {
    ModuleScope scope = scope();
    Node container = name.innermost().is(NodeKind.NAME) ? name.above(1) : name.innermost();
    int first = container == null ? name.token() : container.first();
    Meaning meaning = scope.meaning(file.parsed().tree().tokens().textOf(first));
    return referent(first == name.token() ? meaning : member(scope, meaning));
  }

  /// What the name means after a module, which `of` may be.
  private Meaning member(ModuleScope scope, Meaning of) {
    return switch (of) {
      case Meaning.Module module -> scope.member(module, name.text());
      case Meaning.Standard standard -> scope.member(standard, name.text());
      case Meaning.Symbol _,
          Meaning.StandardMember _,
          Meaning.StandardRoot _,
          Meaning.Hidden _,
          Meaning.Broken _,
          Meaning.Absent _ ->
          of;
    };
  }

  private @Nullable Referent inHead() {
    for (Node node : name.path()) {
      if (node.is(NodeKind.IMPORT_NAMES) || node.is(NodeKind.IMPORT_MODULE)) {
        boolean inPath = name.path().stream().anyMatch(part -> part.is(NodeKind.MODULE_PATH));
        Node path = node.child(NodeKind.MODULE_PATH);
        if (path == null) {
          return null;
        }
        Meaning module = scope().moduleAt(path.text());
        if (module == null) {
          return null;
        }
        boolean isModule = inPath || node.is(NodeKind.IMPORT_MODULE);
        return referent(isModule ? module : member(scope(), module));
      }
    }
    return null;
  }

  private ModuleScope scope() {
    return new ModuleScope(file.snapshot().environment(), file.parsed().module());
  }

  private @Nullable Referent referent(Meaning meaning) {
    return switch (meaning) {
      case Meaning.Symbol(SymbolId symbol) -> new Referent.OfSymbol(symbol);
      case Meaning.Hidden(SymbolId symbol) -> new Referent.OfSymbol(symbol);
      case Meaning.Module(String module) -> new Referent.OfModule(module);
      case Meaning.Standard(StandardModule module) -> new Referent.OfModule(module.fullName());
      case Meaning.StandardMember(StandardModule module, String member) -> {
        SymbolId symbol = file.snapshot().environment().find(module.fullName(), member);
        yield symbol == null ? null : new Referent.OfSymbol(symbol);
      }
      case Meaning.StandardRoot _, Meaning.Broken _, Meaning.Absent _ -> null;
    };
  }
}
