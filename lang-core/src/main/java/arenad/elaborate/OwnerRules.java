package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.text.Span;
import arenad.type.Declaration;
import arenad.type.Owners;
import arenad.type.Type;
import arenad.type.TypeText;
import arenad.typed.EveryExpr;
import arenad.typed.Expr;
import arenad.typed.Operation;
import arenad.typed.Stmt;
import arenad.typed.Variable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What may become of owners in an elaborated body: where they may be moved out of, where they may be put, what
/// they may own. Whether one is still there when it is used is for the checker to say, which knows the paths.
///
/// An expression is *taken* where its value goes somewhere, and *looked at* where only what it leads to is used.
final class OwnerRules {

  private final Body body;
  private final Owners owners;
  private final Set<Type> told = new HashSet<>();

  /// The variables of the closure that is being looked at, by number; all others are those around it.
  private int firstOwn;

  private int lastOwn = Integer.MAX_VALUE;

  private OwnerRules(Body body) {
    this.body = body;
    owners = new Owners(body.environment::declaration);
  }

  static void check(Body body, Stmt.Block block) {
    new OwnerRules(body).statement(block);
  }

  private void statement(@Nullable Stmt statement) {
    switch (statement) {
      case null -> {}
      case Stmt.Block block -> block.statements().forEach(this::statement);
      case Stmt.Let let -> taken(let.value());
      case Stmt.Destructure destructure -> taken(destructure.tuple());
      case Stmt.Assign assign -> {
        kept(assign.place(), assign.place().type());
        looked(assign.place());
        taken(assign.value());
      }
      case Stmt.AssignOperator assign -> {
        looked(assign.place());
        taken(assign.value());
      }
      case Stmt.Evaluate evaluate -> taken(evaluate.value());
      case Stmt.If choice -> {
        taken(choice.condition());
        statement(choice.then());
        statement(choice.otherwise());
      }
      case Stmt.Match match -> {
        looked(match.subject());
        match.cases().forEach(each -> statement(each.body()));
      }
      case Stmt.While loop -> {
        taken(loop.condition());
        statement(loop.body());
      }
      case Stmt.ForRange loop -> {
        taken(loop.from());
        taken(loop.to());
        statement(loop.body());
      }
      case Stmt.ForEach loop -> {
        looked(loop.sequence());
        if (owners.holds(loop.variable().type())) {
          stays(loop.sequence().span(), "an element of this");
        }
        statement(loop.body());
      }
      case Stmt.ForEntries loop -> {
        looked(loop.map());
        statement(loop.body());
      }
      case Stmt.Return result -> taken(result.value());
      case Stmt.Defer defer -> statement(defer.body());
      case Stmt.Region region -> statement(region.body());
      case Stmt.UseArena scope -> {
        taken(scope.parent());
        statement(scope.body());
      }
      case Stmt.Assert check -> {
        taken(check.condition());
        taken(check.message());
      }
      case Stmt.Break _, Stmt.Continue _, Stmt.Hole _ -> {}
    }
  }

  private void taken(@Nullable Expr expr) {
    if (expr == null) {
      return;
    }
    if (OwnerMembers.isPlace(expr) && owners.moves(expr.type()) && !isMovable(expr)) {
      String path = Paths.text(expr);
      stays(expr.span(), path == null ? "this" : "`" + path + "`");
    }
    parts(expr, false);
  }

  private void looked(Expr expr) {
    parts(expr, true);
  }

  /// Whether the place lies in a variable, with nothing nullable and no array around it.
  private boolean isMovable(Expr expr) {
    return switch (expr) {
      case Expr.Local local -> !local.variable().name().isEmpty() && isOwn(local.variable());
      case Expr.Field field -> isMovable(field.object());
      case Expr.TupleElement element -> isMovable(element.tuple());
      case Expr.Deref _, Expr.Index _, Expr.Narrowed _, Expr.Unwrap _ -> false;
      case Expr _ -> true;
    };
  }

  private boolean isOwn(Variable variable) {
    return variable.index() >= firstOwn && variable.index() < lastOwn;
  }

  /// A closure may run any number of times, so it leaves the owners around it where they are.
  private void kept(Expr place, Type type) {
    Path path = owners.holds(type) ? Path.of(place) : null;
    if (path != null && !isOwn(path.variable())) {
      stays(place.span(), "`" + path.variable().name() + "`, which this closure captures,");
    }
  }

  private void closure(Expr.Closure closure) {
    int first = firstOwn;
    int last = lastOwn;
    firstOwn = closure.first();
    lastOwn = closure.last();
    statement(closure.body());
    firstOwn = first;
    lastOwn = last;
  }

  private void stays(Span span, String what) {
    body.complaints.add(
        body.complaints
            .about(
                Code.E0326,
                span,
                what
                    + " owns memory and cannot be moved out of where it stands: nothing would be"
                    + " left there")
            .help(
                "use it in place; or let it be nullable and take it out with `.take()`, which"
                    + " leaves null there"));
  }

  private void parts(Expr expr, boolean isLook) {
    complain(expr);
    switch (expr) {
      case Expr.Field field -> looked(field.object());
      case Expr.TupleElement element -> looked(element.tuple());
      case Expr.Index index -> {
        looked(index.sequence());
        taken(index.index());
      }
      case Expr.Call call -> arguments(call.arguments(), call.onObject());
      case Expr.Closure closure -> closure(closure);
      case Expr.Intrinsic intrinsic
          when intrinsic.operation() == Operation.OWNER_TAKE
              || intrinsic.operation() == Operation.REGION_COMPACT -> {
        kept(intrinsic.arguments().getFirst(), intrinsic.arguments().getFirst().type());
        looked(intrinsic.arguments().getFirst());
      }
      case Expr.Intrinsic intrinsic ->
          arguments(intrinsic.arguments(), looksAtFirst(intrinsic.operation()));
      case Expr.IsNull test -> looked(test.value());
      case Expr.Narrowed narrowed -> either(narrowed.value(), isLook);
      case Expr.Unwrap unwrap -> either(unwrap.value(), isLook);
      case Expr.OptionalChain chain -> {
        looked(chain.object());
        taken(chain.rest());
      }
      case Expr.Variant variant -> looked(variant.value());
      case Expr.Match match -> {
        looked(match.subject());
        match.arms().forEach(arm -> taken(arm.value()));
      }
      case Expr.Clone clone -> {
        looked(clone.value());
        taken(clone.arena());
      }
      case Expr other -> EveryExpr.partsOf(other).forEach(this::taken);
    }
  }

  private void either(Expr expr, boolean isLook) {
    if (isLook) {
      looked(expr);
    } else {
      taken(expr);
    }
  }

  private void arguments(List<Expr> arguments, boolean looksAtFirst) {
    for (int i = 0; i < arguments.size(); i++) {
      either(arguments.get(i), looksAtFirst && i == 0);
    }
  }

  private static boolean looksAtFirst(Operation operation) {
    return switch (operation) {
      case OWNER_VALUE,
          OWNER_COPY,
          OWNER_TAKE,
          SHARED_COUNT,
          SHARED_WEAK,
          WEAK_UPGRADE,
          REGION_COMPACT,
          REGION_BYTES,
          FIXED_LENGTH ->
          true;
      default -> false;
    };
  }

  /// What the expression puts where no owner may be.
  private void complain(Expr expr) {
    Type type = expr.type();
    Span span = expr.span();
    switch (expr) {
      case Expr.New made when owners.holds(made.value().type()) ->
          forgotten(span, made.value().type(), "the end of an arena drops no objects");
      case Expr.Intrinsic made when made.operation() == Operation.OWNED_NEW ->
          content(span, type, false);
      case Expr.Intrinsic made when made.operation() == Operation.SHARED_NEW ->
          content(span, type, true);
      case Expr.Intrinsic _
          when type instanceof Type.Builtin(var container, var arguments)
              && !Owners.isOwner(type)
              && arguments.stream().anyMatch(owners::holds) ->
          forgotten(
              span,
              arguments.stream().filter(owners::holds).findFirst().orElse(type),
              "the end of an arena drops no elements of its `" + container.spelling() + "`s");
      case Expr.Clone clone when owners.holds(clone.value().type()) ->
          body.complaints.add(
              Code.E0327,
              span,
              "`"
                  + TypeText.of(clone.value().type())
                  + "` owns memory, and there is no deep copy of an owner");
      case Expr.Call call -> call.typeArguments().forEach(argument -> argument(span, argument));
      case Expr.ArrayFill fill when owners.moves(fill.value().type()) ->
          stays(span, "the one value of all these elements");
      case Expr _ -> {}
    }
    if (type instanceof Type.Named named) {
      named.arguments().forEach(argument -> argument(span, argument));
    }
    if (type instanceof Type.Named named
        && body.environment.declaration(named.symbol()) instanceof Declaration.Union
        && owners.holds(type)) {
      body.complaints.add(
          Code.E0327,
          span,
          "a variant of `" + TypeText.of(type) + "` owns memory; a union may not");
    }
  }

  private void forgotten(Span span, Type type, String why) {
    body.complaints.add(
        body.complaints
            .about(
                Code.E0325,
                span,
                "what `" + TypeText.of(type) + "` owns would be forgotten: " + why)
            .help(
                "keep the owner in a variable, in a struct on the stack or in another owner; or"
                    + " keep the value itself in the arena, without an owner"));
  }

  private void argument(Span span, Type argument) {
    if (owners.holds(argument) && told.add(argument)) {
      body.complaints.add(
          Code.E0327,
          span,
          "`"
              + TypeText.of(argument)
              + "` owns memory and cannot be a type argument: generic code copies"
              + " its values");
    }
  }

  /// What a handle leads to is its own, so no arena that others know may be reached from there; what several
  /// handles lead to may not own anything alone.
  private void content(Span span, Type handle, boolean shared) {
    Type content = handle instanceof Type.Builtin(_, var arguments) ? arguments.getFirst() : handle;
    if (reachesArena(content, new HashSet<>())) {
      body.complaints.add(
          body.complaints
              .about(
                  Code.E0321,
                  span,
                  "`"
                      + TypeText.of(content)
                      + "` leads to an `Arena`, which is freed by hand and belongs to no owner")
              .help("keep the arena beside the owner"));
    } else if (dependsOnParameter(content)) {
      body.complaints.add(
          body.complaints
              .about(
                  Code.E0327,
                  span,
                  "`"
                      + TypeText.of(content)
                      + "` may lead to an `Arena`: what a type parameter stands for is not known"
                      + " here")
              .help("make the owner where the type is known, and pass it on"));
    } else if (shared && owners.moves(content)) {
      body.complaints.add(
          body.complaints
              .about(
                  Code.E0327,
                  span,
                  "`"
                      + TypeText.of(content)
                      + "` owns memory alone, and what is in a `Shared` has several owners")
              .help("use `Shared` inside of it too"));
    }
  }

  private static boolean dependsOnParameter(Type type) {
    return switch (type) {
      case Type.Parameter _ -> true;
      case Type.Optional(Type of) -> dependsOnParameter(of);
      case Type.Ref ref -> dependsOnParameter(ref.target());
      case Type.FixedArray(Type element, int _) -> dependsOnParameter(element);
      case Type.Tuple(var elements) -> elements.stream().anyMatch(OwnerRules::dependsOnParameter);
      case Type.Builtin(_, var arguments) ->
          arguments.stream().anyMatch(OwnerRules::dependsOnParameter);
      case Type.Named(_, var arguments, _) ->
          arguments.stream().anyMatch(OwnerRules::dependsOnParameter);
      case Type.Scalar _, Type.Unit _, Type.Text _, Type.Arena _, Type.Function _ -> false;
    };
  }

  private boolean reachesArena(Type type, Set<Type> seen) {
    if (!seen.add(type)) {
      return false;
    }
    return switch (type) {
      case Type.Arena _, Type.Function _ -> true;
      case Type.Optional(Type of) -> reachesArena(of, seen);
      case Type.Ref ref -> reachesArena(ref.target(), seen);
      case Type.FixedArray(Type element, int _) -> reachesArena(element, seen);
      case Type.Tuple(var elements) -> elements.stream().anyMatch(each -> reachesArena(each, seen));
      case Type.Builtin builtin ->
          builtin.arguments().stream().anyMatch(each -> reachesArena(each, seen));
      case Type.Named named ->
          named.arguments().stream().anyMatch(each -> reachesArena(each, seen))
              || parts(named).stream().anyMatch(each -> reachesArena(each, seen));
      case Type.Scalar _, Type.Unit _, Type.Text _, Type.Parameter _ -> false;
    };
  }

  private List<Type> parts(Type.Named named) {
    return switch (body.environment.declaration(named.symbol())) {
      case Declaration.Struct struct ->
          struct.fields().stream().map(Declaration.Field::type).toList();
      case Declaration.Union union -> union.variants();
      case null -> List.of();
      case Declaration _ -> List.of();
    };
  }
}
