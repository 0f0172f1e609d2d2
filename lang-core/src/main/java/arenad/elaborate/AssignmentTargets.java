package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.text.Span;
import arenad.type.Type;
import arenad.type.TypeText;
import arenad.typed.Expr;
import arenad.typed.Storage;
import arenad.typed.Variable;

/// Which places may be assigned.
final class AssignmentTargets {
  private AssignmentTargets() {}

  /// Complains when the place cannot be assigned.
  static void check(Body body, Expr place) {
    if (Unions.isInNullable(place)) {
      body.complaints.add(
          body.complaints
              .about(
                  Code.E0107,
                  place.span(),
                  "a part of what a nullable union holds cannot be assigned")
              .help("change a copy of what the case has found, and assign that to the union"));
      return;
    }
    Span target = place.span();
    switch (Storage.of(place)) {
      case Storage.OfVariable(Variable variable, boolean whole) ->
          variable(body, variable, target, whole);
      case Storage.Behind(Expr reference) -> object(body, reference, target);
      case Storage.Element(Expr.Index index) -> element(body, index, target);
      case Storage.Constant _ ->
          body.error(Code.E0107, target, "a constant of the module cannot be assigned");
      case Storage.Nobodys(boolean whole) ->
          body.error(
              Code.E0107,
              target,
              whole
                  ? "this is no place that can be assigned"
                  : "this is a part of a value that nobody keeps; assigning it would do nothing");
      case Storage.Unknown _ -> {}
    }
  }

  private static void object(Body body, Expr reference, Span target) {
    if (reference.type() instanceof Type.Ref(Type of, boolean readOnly, String _) && readOnly) {
      body.complaints.add(
          body.complaints
              .about(
                  Code.E0107,
                  target,
                  "what is reached through a `" + TypeText.of(reference.type()) + "` is read only")
              .help("a `" + TypeText.of(new Type.Ref(of)) + "` lets it be written"));
    }
  }

  private static void element(Body body, Expr.Index index, Span target) {
    switch (index.sequence().type()) {
      case Type.Text _ ->
          body.error(
              Code.E0107, target, "a `String` never changes; build one with a `StringBuffer`");
      // The elements of a growable array lie in an arena, whoever holds the handle.
      case Type.Builtin _ -> {}
      case Type.Scalar _,
          Type.Unit _,
          Type.Arena _,
          Type.Optional _,
          Type.Ref _,
          Type.Named _,
          Type.Parameter _,
          Type.FixedArray _,
          Type.Tuple _,
          Type.Function _ ->
          body.noteHole();
    }
  }

  private static void variable(Body body, Variable variable, Span target, boolean whole) {
    Span defer = body.locals.deferOf(variable);
    if (whole && defer != null) {
      body.complaints.add(
          body.complaints
              .about(
                  Code.E0107,
                  target,
                  "`"
                      + variable.name()
                      + "` cannot be assigned here: a `defer` that is still to"
                      + " run names it")
              .because(body.complaints.at(defer), "this `defer` reads it when the block is left"));
      return;
    }
    if (variable.mutable()) {
      return;
    }
    Body.FixedBy fixedBy = body.fixed.get(variable);
    if (fixedBy != null) {
      body.error(Code.E0107, target, fixed(variable.name(), fixedBy, whole));
      return;
    }
    body.complaints.add(
        body.complaints
            .about(
                Code.E0107,
                target,
                whole
                    ? "`" + variable.name() + "` is `const`"
                    : "`" + variable.name() + "` is `const`, and so are the parts of its value")
            .because(body.complaints.at(variable.span()), "declared here")
            .help("`let` makes a variable that can be assigned"));
  }

  private static String fixed(String name, Body.FixedBy fixedBy, boolean whole) {
    return switch (fixedBy) {
      case FOR ->
          whole
              ? "`" + name + "` is set anew by each turn of its `for`"
              : "`"
                  + name
                  + "` is a copy of the element: assigning a part of it changes nothing in what is"
                  + " looped over";
      case REGION -> "`" + name + "` is the arena of its `region` and stays it";
      case CASE ->
          whole
              ? "`" + name + "` is what its `case` has found"
              : "`"
                  + name
                  + "` is a copy of what the union holds: assigning a part of it changes nothing in"
                  + " the union";
      case FUNCTION -> "`" + name + "` is the function that was passed and stays it";
      case USE_ARENA -> "`" + name + "` is the arena of its `useArena` and stays it";
    };
  }
}
