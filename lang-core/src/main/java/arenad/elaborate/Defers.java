package arenad.elaborate;

import arenad.syntax.Stmt.Block;
import arenad.syntax.Stmt.Defer;
import arenad.typed.Stmt;
import arenad.typed.Variable;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `defer`: a statement that runs when its block is left, whichever way. It knows what holds of
/// variables where it stands, because what it names is not assigned until it runs; of fields it
/// knows nothing.
final class Defers {
  private Defers() {}

  static Stmt of(Body body, Defer syntax) {
    Facts before = body.facts;
    Surroundings outer = body.surroundings;
    @Nullable Set<Variable> outerNames = body.deferNames;
    Set<Variable> names = new HashSet<>();
    body.surroundings = new Surroundings.Deferred(outer);
    body.deferNames = names;
    body.facts = before.forgetting(path -> !path.isVariable());
    Stmt deferred =
        syntax.body() instanceof Block block
            ? Statements.block(body, block)
            : scoped(body, syntax.body());
    boolean uncertain = body.facts.uncertain();
    body.facts = uncertain ? before.asUncertain() : before;
    body.surroundings = outer;
    body.deferNames = outerNames;
    if (outerNames != null) {
      outerNames.addAll(names);
    }
    body.locals.defer(names, Writes.in(syntax.body()), syntax.span());
    return new Stmt.Defer(deferred, syntax.span());
  }

  private static Stmt scoped(Body body, arenad.syntax.Stmt syntax) {
    body.locals.enter();
    Stmt statement = Statements.of(body, syntax);
    body.locals.leave();
    return statement;
  }
}
