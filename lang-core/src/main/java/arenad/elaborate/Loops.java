package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.syntax.Binding;
import arenad.syntax.Expr.BoolLiteral;
import arenad.syntax.Expr.Call;
import arenad.syntax.Expr.Member;
import arenad.syntax.Expr.Range;
import arenad.syntax.Ident;
import arenad.syntax.Stmt.For;
import arenad.syntax.Stmt.While;
import arenad.text.Span;
import arenad.type.Type;
import arenad.type.Type.Scalar;
import arenad.typed.Expr;
import arenad.typed.Stmt;
import arenad.typed.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// `while` and `for`. What is known at the head of a loop is what holds before it and is not undone
/// by any of its turns.
final class Loops {
  private Loops() {}

  static Stmt whileLoop(Body body, While syntax) {
    body.facts = body.facts.forgetting(Writes.in(syntax.body()));
    Condition condition = Conditions.of(body, syntax.condition());
    body.facts = condition.whenTrue();
    List<Facts> exits = new ArrayList<>();
    Stmt.Block turns = turns(body, syntax.body(), exits);
    boolean uncertain = body.facts.uncertain();
    // `while (true)` is left by `break` alone. An `if (true)` is an `if` like others.
    boolean endless = syntax.condition() instanceof BoolLiteral literal && literal.value();
    Facts falls = endless ? condition.whenFalse().ended() : condition.whenFalse();
    body.facts = uncertain ? falls.asUncertain() : falls;
    exits.forEach(exit -> body.facts = body.facts.join(exit));
    return new Stmt.While(condition.expr(), turns, syntax.span());
  }

  static Stmt forLoop(Body body, For syntax) {
    if (syntax.subject() instanceof Range range) {
      return range(body, syntax, range);
    }
    Expr sequence = sequence(body, syntax.subject());
    if (sequence.type() instanceof Type.Builtin(Type.Container container, List<Type> arguments)
        && container == Type.Container.MAP) {
      return entries(body, syntax, sequence, arguments);
    }
    Type element = elementType(sequence.type());
    if (element == null) {
      complainOfSequence(body, sequence);
      element = Type.Unit.UNKNOWN;
    }
    Loop loop = loop(body, syntax, element);
    return loop.variable() == null || sequence.type() == Type.Unit.UNKNOWN
        ? new Stmt.Hole(syntax.span())
        : new Stmt.ForEach(loop.variable(), sequence, loop.turns(), syntax.span());
  }

  /// `for ([k, v] in m)`.
  private static Stmt entries(Body body, For syntax, Expr map, List<Type> types) {
    if (!(syntax.binding() instanceof Binding.Tuple(List<Binding> parts, Span span)
        && parts.size() == 2)) {
      body.complaints.add(
          body.complaints
              .about(
                  Code.E0213,
                  syntax.binding().span(),
                  "a `Map` is looped over by its entries, each a key and a value")
              .help("write `for ([k, v] in " + Paths.textOr(map, "m") + ")`"));
      loop(body, syntax, Type.Unit.UNKNOWN);
      body.noteHole();
      return new Stmt.Hole(syntax.span());
    }
    List<Variable> variables = new ArrayList<>();
    Stmt.Block turns =
        turnsOf(
            body,
            syntax,
            open -> {
              for (int i = 0; i < parts.size(); i++) {
                Variable variable = variable(body, parts.get(i), types.get(i), open);
                variables.add(
                    variable == null ? body.locals.unnamed(types.get(i), span) : variable);
              }
            });
    return new Stmt.ForEntries(
        variables.getFirst(), variables.getLast(), map, turns, syntax.span());
  }

  /// What the turns of a `for` are made of.
  private record Loop(@Nullable Variable variable, Stmt.Block turns) {}

  private static Loop loop(Body body, For syntax, Type element) {
    @Nullable Variable[] variable = new Variable[1];
    Stmt.Block turns =
        turnsOf(
            body, syntax, open -> variable[0] = variable(body, syntax.binding(), element, open));
    return new Loop(variable[0], turns);
  }

  /// @param declaring declares what each turn sets, and adds what is to be done first in a turn
  private static Stmt.Block turnsOf(Body body, For syntax, Consumer<List<Stmt>> declaring) {
    Facts before = body.facts.forgetting(Writes.in(syntax.body()));
    body.facts = before;
    body.locals.enter();
    List<Stmt> parts = new ArrayList<>();
    declaring.accept(parts);
    List<Facts> exits = new ArrayList<>();
    Stmt.Block turns = turns(body, syntax.body(), exits);
    if (!parts.isEmpty()) {
      parts.add(turns);
      turns = new Stmt.Block(parts, turns.span());
    }
    body.locals.leave();
    body.facts = before.reachable() && body.facts.uncertain() ? before.asUncertain() : before;
    exits.forEach(exit -> body.facts = body.facts.join(exit));
    return turns;
  }

  private static Stmt.Block turns(Body body, arenad.syntax.Stmt.Block syntax, List<Facts> exits) {
    Surroundings outer = body.surroundings;
    body.surroundings = new Surroundings.Loop(outer, exits);
    Stmt.Block turns = Statements.block(body, syntax);
    body.surroundings = outer;
    return turns;
  }

  /// What a turn sets to an element; statements that take it apart are added to `open`.
  private static @Nullable Variable variable(
      Body body, Binding binding, Type element, List<Stmt> open) {
    Variable variable =
        switch (binding) {
          case Binding.Name(Ident name, Span _) -> Statements.declare(body, name, element, false);
          case Binding.Ignored(Span span) -> body.locals.unnamed(element, span);
          case Binding.Missing _ -> null;
          case Binding.Tuple(List<Binding> _, Span span) -> body.locals.unnamed(element, span);
        };
    if (variable == null) {
      body.noteHole();
      declareAll(body, binding);
    } else {
      body.fixed.put(variable, Body.FixedBy.FOR);
      if (binding instanceof Binding.Tuple(List<Binding> elements, Span span)) {
        Expr whole = new Expr.Local(variable, element, span);
        Bindings.takeApart(body, elements, whole, span, false, span, open);
        fixed(body, elements);
      }
    }
    return variable;
  }

  /// The names of a pattern are set anew by each turn.
  private static void fixed(Body body, List<Binding> elements) {
    for (Binding element : elements) {
      if (element instanceof Binding.Name(Ident name, Span _)) {
        Variable variable = body.locals.inThisBlock(name.text());
        if (variable != null) {
          body.fixed.put(variable, Body.FixedBy.FOR);
        }
      } else if (element instanceof Binding.Tuple(List<Binding> inner, Span _)) {
        fixed(body, inner);
      }
    }
  }

  /// The names of a pattern that means nothing, so that nobody complains of them.
  private static void declareAll(Body body, Binding binding) {
    switch (binding) {
      case Binding.Name(Ident name, Span _) ->
          Statements.declare(body, name, Type.Unit.UNKNOWN, true);
      case Binding.Tuple(List<Binding> elements, Span _) ->
          elements.forEach(element -> declareAll(body, element));
      case Binding.Ignored _, Binding.Missing _ -> {}
    }
  }

  private static Stmt range(Body body, For syntax, Range range) {
    boolean toFirst = Literals.isFlexible(range.from()) && !Literals.isFlexible(range.to());
    Expr one = end(body, toFirst ? range.to() : range.from(), null);
    Expr two = end(body, toFirst ? range.from() : range.to(), one.type());
    Expr from = toFirst ? two : one;
    Expr to = toFirst ? one : two;
    boolean known = from.type() != Type.Unit.UNKNOWN && to.type() != Type.Unit.UNKNOWN;
    Type type = known ? Results.join(from.type(), to.type()) : Type.Unit.UNKNOWN;
    if (type == null) {
      body.error(
          Code.E0201,
          range.span(),
          "a range runs over integers of one type, and these are "
              + Coercions.article(from.type())
              + " and "
              + Coercions.article(to.type()));
      type = Type.Unit.UNKNOWN;
    }
    Loop loop = loop(body, syntax, type);
    if (type == Type.Unit.UNKNOWN || loop.variable() == null) {
      return new Stmt.Hole(syntax.span());
    }
    return new Stmt.ForRange(
        loop.variable(),
        Coercions.to(body, from, type),
        Coercions.to(body, to, type),
        loop.turns(),
        syntax.span());
  }

  private static Expr end(Body body, arenad.syntax.Expr syntax, @Nullable Type hint) {
    Expr end = Nullness.required(body, Expressions.value(body, syntax, hint));
    boolean integer =
        end.type() == Type.Unit.UNKNOWN
            || end.type() instanceof Scalar scalar && scalar.isInteger();
    return integer
        ? end
        : body.error(
            Code.E0201,
            syntax.span(),
            "a range runs over integers, and this is " + Coercions.article(end.type()));
  }

  /// What is looped over. `s.chars()` is the string itself, read by its characters.
  private static Expr sequence(Body body, arenad.syntax.Expr syntax) {
    if (syntax instanceof Call call
        && call.args().isEmpty()
        && call.callee() instanceof Member member
        && member.name().text().equals("chars")) {
      Expr object =
          Members.dereferenced(
              Nullness.required(body, Expressions.value(body, member.object(), null)));
      if (object.type() instanceof Type.Text || object.type() == Type.Unit.UNKNOWN) {
        return object;
      }
      return Methods.call(body, object, member.name(), call, null);
    }
    Expr sequence =
        Members.dereferenced(Nullness.required(body, Expressions.value(body, syntax, null)));
    return sequence.type() instanceof Type.Text ? text(body, sequence) : sequence;
  }

  private static Expr text(Body body, Expr text) {
    body.complaints.add(
        body.complaints
            .about(Code.E0213, text.span(), "a `String` is looped over by its characters")
            .help("write `" + Paths.textOr(text, "s") + ".chars()`, or index its bytes"));
    return body.hole(text.span());
  }

  private static @Nullable Type elementType(Type sequence) {
    return switch (sequence) {
      case Type.FixedArray(Type element, int _) -> element;
      case Type.Text _ -> Scalar.CHAR;
      case Type.Builtin(Type.Container container, List<Type> arguments) ->
          switch (container) {
            case ARRAY, SPAN -> arguments.getFirst();
            case ARENA_BUFFER -> Scalar.U8;
            case MAP, STRING_BUFFER, OWNED, SHARED, WEAK, REGION -> null;
          };
      case Type.Unit unit -> unit == Type.Unit.UNKNOWN ? unit : null;
      case Scalar _,
          Type.Arena _,
          Type.Optional _,
          Type.Ref _,
          Type.Named _,
          Type.Parameter _,
          Type.Tuple _,
          Type.Function _ ->
          null;
    };
  }

  private static void complainOfSequence(Body body, Expr sequence) {
    var diagnostic =
        body.complaints.about(
            Code.E0213,
            sequence.span(),
            Coercions.article(sequence.type()) + " has no elements to loop over");
    boolean number = sequence.type() instanceof Scalar scalar && scalar.isInteger();
    body.complaints.add(
        number
            ? diagnostic.help("a range counts: `0.." + Paths.textOr(sequence, "n") + "`")
            : diagnostic);
    body.noteHole();
  }
}
